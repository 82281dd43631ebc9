import Foundation
import Storage
import Testing

@testable import Publishing

/// Meetings as others announced them.
enum Told {
    static let id = ID<PublishedMeeting>("01942f3e-8b70-7cc3-98c8-3c5f2a1d0e4b")

    static func meeting(
        _ day: String, _ time: String = "19:00", ends: String? = nil, state: PublishedMeeting.State = .scheduled
    ) throws -> PublishedMeeting {
        PublishedMeeting(
            id: try #require(id), body: .init(id: "wp", name: "Safer Thanet Working Party"), kind: .ordinary,
            day: try #require(Day(day)), startsAt: try #require(TimeOfDay(time)),
            endsAt: ends.flatMap { TimeOfDay($0) },
            place: "Council Chamber, Cecil Street; Margate", joining: "https://example.org/join?a=1&b=2",
            contact: .init(name: "Charles \"Charlie\" Hungwe", telephone: "01843 577 186", email: "clerk@example.org"),
            note: "Tea & cake <after>", state: state)
    }

    /// Announced a day after one another.
    static func announced(
        _ states: [PublishedMeeting], with documents: [MeetingDocument] = []
    ) throws -> AnnouncedMeeting {
        let first = Date(timeIntervalSince1970: 1_454_323_200)  // 1 February 2016, 10:40
        return try #require(
            AnnouncedMeeting(
                bodySlug: "safer-thanet-working-party", step: states.last?.day.description ?? "",
                announcements: states.enumerated().map { place, meeting in
                    MeetingAnnouncement(
                        number: place + 1, meeting: meeting, at: first.addingTimeInterval(Double(place) * 86_400),
                        by: "Aysha Bell")
                }, documents: documents))
    }

    /// An agenda in two versions.
    static func agenda() throws -> MeetingDocument {
        let hash = FileHash(of: [])
        let versions = [2, 1].map { number in
            PublishedVersion(
                number: number, title: "Agenda of 9 February 2016", summary: "What is on it",
                publishedAt: Date(timeIntervalSince1970: 1_454_500_000 + Double(number) * 3_600),
                publishedBy: "Aysha Bell",
                changes: number == 2 ? ["Item 7 was added"] : [], page: hash, files: [], hash: hash, withdrawal: nil)
        }
        let id = try #require(ID<Publication>("01942f3e-8b70-7cc3-98c8-3c5f2a1d0e4c"))
        return MeetingDocument(
            Publication(id: id, kind: .agenda, slug: "agenda-1", versions: versions), as: .agenda)
    }
}
