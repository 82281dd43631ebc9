import Meetings
import Publishing
import Recommendations
import Storage

/// Where the minutes and the agenda were published in which a recommendation stands.
struct OpenPapersFromMeetings: OpenPapersDesk {
    let desks: MeetingDesks

    func place(of step: StepDetails) async throws -> PublishedRecommendation.Place? {
        guard let id = step.meeting.flatMap({ ID<Meeting>($0.id) }),
            let announced = try await desks.held(id, for: nil)?.announced
        else { return nil }
        let role: MeetingDocument.Role
        switch step.source {
        case .minutes: role = .minutes
        case .agenda: role = .agenda
        case .report, .hand: return nil
        }
        let meeting = "\(announced.now.body.name), \(announced.now.day.words)"
        guard let document = announced.documents.first(where: { $0.role == role && $0.publication.current != nil })
        else {
            // The meeting itself, of which everybody was told, until its agenda is published.
            guard role == .agenda else { return nil }
            return .init(address: "/meetings/\(announced.bodySlug)/\(announced.step)", title: "Meeting of \(meeting)")
        }
        return PublishedRecommendation.Place(
            address: "/publications/\(document.publication.slug)", title: "\(role.title) of \(meeting)")
    }
}
