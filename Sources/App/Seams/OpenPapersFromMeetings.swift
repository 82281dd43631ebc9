import Meetings
import Membership
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
        guard let document = announced.documents.first(where: { $0.role == role && $0.publication.current != nil })
        else {
            // The meeting itself, of which everybody was told, until its agenda is published.
            guard role == .agenda else { return nil }
            return .init(announced)
        }
        return PublishedRecommendation.Place(
            address: "/publications/\(document.publication.slug)", title: "\(role.title) of \(announced.name)")
    }

    func place(ofMeeting meeting: String) async throws -> PublishedRecommendation.Place? {
        guard let id = ID<Meeting>(meeting) else { return nil }
        return try await desks.held(id, for: nil)?.announced.map(PublishedRecommendation.Place.init)
    }

    func meeting(of body: ThreadBody, on day: Day) async throws -> String? {
        guard let id = ID<Body>(body.key) else { return nil }
        return try await desks.meeting(of: id, on: day)?.id.description
    }

    func printed(_ recommendation: ID<RecommendationThread>, atMeeting meeting: String) async throws -> String? {
        guard let id = ID<Meeting>(meeting), let held = try await desks.held(id, for: nil),
            let place = held.arising.first(where: { $0.key == "recommendation \(recommendation)" })
        else { return nil }
        return held.published(place)
    }
}

extension AnnouncedMeeting {
    /// "Cabinet, 8 March 2016"
    fileprivate var name: String { "\(now.body.name), \(now.day.words)" }
}

extension PublishedRecommendation.Place {
    fileprivate init(_ meeting: AnnouncedMeeting) {
        self.init(address: "/meetings/\(meeting.bodySlug)/\(meeting.step)", title: "Meeting of \(meeting.name)")
    }
}
