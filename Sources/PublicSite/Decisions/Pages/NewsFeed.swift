import Foundation
import Publishing
import Storage
import Web
import Wording

/// News for news readers, the newest first (RFC 4287).
struct NewsFeed {
    struct Entry {
        let id: NamedUUID
        let title: String
        let at: Date
        let address: Address
        let summary: String
    }

    let title: String
    /// What the feed is called for good, wherever the site moves.
    let id: NamedUUID
    let author: String
    /// The feed’s own address, and that of the page it tells of.
    let own: Address
    let page: Address
    let entries: [Entry]
    let outside: (Address) -> String
    /// When nothing was said yet, it says when it was made.
    let now: Date

    private static let most = 50

    var bytes: [UInt8] {
        let entries = Array(
            entries.sorted { ($0.at, $0.id.description) > ($1.at, $1.id.description) }.prefix(Self.most))
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>urn:uuid:\(id.description)</id>
            <title>\(MeetingFeed.text(title))</title>
            <updated>\((entries.first?.at ?? now).ISO8601Format())</updated>
            <link rel="self" type="application/atom+xml" href="\(outside(own))"/>
            <link rel="alternate" type="text/html" href="\(outside(page))"/>
            <author><name>\(MeetingFeed.text(author))</name></author>
            <generator>Frankpledge</generator>
            \(entries.html(markup))
            </feed>

            """
        return feed.bytes
    }

    private func markup(_ entry: Entry) -> HTML {
        """
        <entry>
        <id>urn:uuid:\(entry.id.description)</id>
        <title>\(MeetingFeed.text(entry.title))</title>
        <published>\(entry.at.ISO8601Format())</published>
        <updated>\(entry.at.ISO8601Format())</updated>
        <link rel="alternate" type="text/html" href="\(outside(entry.address))"/>
        <summary>\(MeetingFeed.text(entry.summary))</summary>
        </entry>

        """
    }
}

extension [NewsFeed.Entry] {
    /// Each version of each decision, and what became of it.
    static func ofDecisions(_ decisions: [RegisteredDecision]) -> [NewsFeed.Entry] {
        decisions.flatMap { decision in
            versions(of: decision.publication, at: decision.address, called: "Decision")
                + events(decision.events, of: decision.publication, at: decision.address)
        }
    }

    static func ofPlans(_ plans: [PlannedDecision]) -> [NewsFeed.Entry] {
        plans.flatMap { plan in
            versions(of: plan.publication, at: plan.address, called: "Notice")
                + events(plan.events, of: plan.publication, at: plan.address)
        }
    }

    private static func versions(
        of publication: Publication, at address: Address, called what: String
    ) -> [NewsFeed.Entry] {
        publication.versions.filter { $0.withdrawal == nil }.map { version in
            let again = version.number > 1 ? ", version \(version.number)" : ""
            return NewsFeed.Entry(
                id: NamedUUID("version", publication.id.description, "\(version.number)"),
                title: "\(what)\(again): \(version.title)", at: version.publishedAt, address: address,
                summary: ([version.summary] + version.changes).map(\.withFullStop).joined(separator: " "))
        }
    }

    private static func events(
        _ events: [RegisterEvent], of publication: Publication, at address: Address
    ) -> [NewsFeed.Entry] {
        events.enumerated().map { position, event in
            NewsFeed.Entry(
                id: NamedUUID("event", publication.id.description, "\(position + 1)"),
                title: "\(event.kind.title): \(publication.title)", at: event.at, address: address,
                summary: event.kind == .decided ? "The decision was made." : event.words.withFullStop)
        }
    }
}
