import Foundation
import Publishing
import Storage
import Web
import Wording

/// What was said of meetings lately, for news readers: each announcement, and each version of a paper.
struct MeetingFeed {
    let meetings: [AnnouncedMeeting]

    var entries: [AtomFeed.Entry] { meetings.flatMap { announcements(of: $0) } + papers() }

    private func announcements(of meeting: AnnouncedMeeting) -> [AtomFeed.Entry] {
        meeting.tellings.map { announcement, telling in
            let told = announcement.meeting
            let place = told.isCalledOff ? [] : [told.place].filter { !$0.isEmpty }
            return AtomFeed.Entry(
                id: NamedUUID("announcement", told.id.description, "\(announcement.number)"),
                title: "\(told.title): \(telling.title.begunSmall)", at: announcement.at, address: meeting.address,
                summary: ([told.when] + place + telling.details).map(\.withFullStop).joined(separator: " "))
        }
    }

    /// Each version of their papers that stands.
    ///
    /// - Parameter isWanted: which papers.
    func papers(_ isWanted: (MeetingDocument) -> Bool = { _ in true }) -> [AtomFeed.Entry] {
        meetings.flatMap { meeting in papers(of: meeting, meeting.documents.filter(isWanted)) }
    }

    private func papers(of meeting: AnnouncedMeeting, _ documents: [MeetingDocument]) -> [AtomFeed.Entry] {
        documents.flatMap { document in
            document.publication.versions.filter { $0.withdrawal == nil }.map { version in
                let again = version.number > 1 ? ", version \(version.number)" : ""
                return AtomFeed.Entry(
                    id: NamedUUID("paper", document.publication.id.description, "\(version.number)"),
                    title: "\(document.role.title) published\(again): \(meeting.now.title), \(meeting.now.day.words)",
                    at: version.publishedAt, address: version.address(in: document.publication),
                    summary: ([version.summary] + version.changes).map(\.withFullStop).joined(separator: " "))
            }
        }
    }
}
