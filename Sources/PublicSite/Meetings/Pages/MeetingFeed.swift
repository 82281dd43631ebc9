import Foundation
import Publishing
import Storage
import Web
import Wording

/// What was said of meetings lately, for news readers: each announcement, and each version of a paper (RFC 4287).
struct MeetingFeed {
    /// The partnership's.
    let name: String
    /// What the feed is called for good, wherever the site moves.
    let id: NamedUUID
    let meetings: [AnnouncedMeeting]
    /// An address with the site before it.
    let outside: (Address) -> String
    /// When nothing was said yet, it says when it was made.
    let now: Date

    /// No news reader shows more of what is new.
    static let most = 50

    var bytes: [UInt8] {
        let entries = Array(
            entries.sorted { ($0.at, $0.id.description) > ($1.at, $1.id.description) }.prefix(Self.most))
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>urn:uuid:\(id.description)</id>
            <title>\(Self.text("Meetings of \(name)"))</title>
            <subtitle>Meetings as they are announced, moved or called off, and their papers as they are published.</subtitle>
            <updated>\((entries.first?.at ?? now).ISO8601Format())</updated>
            <link rel="self" type="application/atom+xml" href="\(outside("/meetings.atom"))"/>
            <link rel="alternate" type="text/html" href="\(outside("/meetings"))"/>
            <author><name>\(Self.text(name))</name></author>
            <generator>Frankpledge</generator>
            \(entries.html(markup))
            </feed>

            """
        return feed.bytes
    }

    private struct Entry {
        let id: NamedUUID
        let title: String
        let at: Date
        let address: Address
        let summary: String
    }

    private var entries: [Entry] { meetings.flatMap { announcements(of: $0) + papers(of: $0) } }

    private func announcements(of meeting: AnnouncedMeeting) -> [Entry] {
        meeting.tellings.map { announcement, telling in
            let told = announcement.meeting
            let place = told.isCalledOff ? [] : [told.place].filter { !$0.isEmpty }
            return Entry(
                id: NamedUUID("announcement", told.id.description, "\(announcement.number)"),
                title: "\(told.title): \(telling.title.begunSmall)", at: announcement.at, address: meeting.address,
                summary: ([told.when] + place + telling.details).map(\.withFullStop).joined(separator: " "))
        }
    }

    private func papers(of meeting: AnnouncedMeeting) -> [Entry] {
        meeting.documents.flatMap { document in
            document.publication.versions.filter { $0.withdrawal == nil }.map { version in
                let again = version.number > 1 ? ", version \(version.number)" : ""
                return Entry(
                    id: NamedUUID("paper", document.publication.id.description, "\(version.number)"),
                    title: "\(document.role.title) published\(again): \(meeting.now.title), \(meeting.now.day.words)",
                    at: version.publishedAt, address: version.address(in: document.publication),
                    summary: ([version.summary] + version.changes).map(\.withFullStop).joined(separator: " "))
            }
        }
    }

    private func markup(_ entry: Entry) -> HTML {
        """
        <entry>
        <id>urn:uuid:\(entry.id.description)</id>
        <title>\(Self.text(entry.title))</title>
        <published>\(entry.at.ISO8601Format())</published>
        <updated>\(entry.at.ISO8601Format())</updated>
        <link rel="alternate" type="text/html" href="\(outside(entry.address))"/>
        <summary>\(Self.text(entry.summary))</summary>
        </entry>

        """
    }

    /// Without the characters that XML has no way to write (XML 1.0, 2.2).
    static func text(_ text: String) -> String {
        var kept = ""
        kept.unicodeScalars.append(
            contentsOf: text.unicodeScalars.filter { scalar in
                scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                    || "\t\n\r".unicodeScalars.contains(scalar)
            })
        return kept
    }
}
