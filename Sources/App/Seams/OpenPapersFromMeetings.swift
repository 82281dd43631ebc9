import Meetings
import Publishing
import Recommendations
import Storage

/// Where the minutes and the agenda were published in which a recommendation stands.
struct OpenPapersFromMeetings: OpenPapersDesk {
    let desks: MeetingDesks

    func place(of step: StepDetails) async throws -> PublishedRecommendation.Place? {
        guard let meeting = step.meeting.flatMap({ ID<Meeting>($0.id) }),
            let announced = try await desks.held(meeting, for: nil)?.announced
        else { return nil }
        let role: MeetingDocument.Role
        switch step.source {
        case .minutes: role = .minutes
        case .agenda: role = .agenda
        case .report, .hand: return nil
        }
        guard let document = announced.documents.first(where: { $0.role == role && $0.publication.current != nil })
        else {
            return nil
        }
        return PublishedRecommendation.Place(
            address: "/publications/\(document.publication.slug)",
            title: "\(role.title) of \(announced.now.body.name), \(announced.now.day.words)")
    }
}
