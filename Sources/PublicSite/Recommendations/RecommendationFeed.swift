import Foundation
import Publishing
import Storage
import Web
import Wording

/// What was announced of recommendations lately, for news readers (RFC 4287).
struct RecommendationFeed {
    /// The partnership's.
    let name: String
    /// What the feed is called for good, wherever the site moves.
    let id: NamedUUID
    /// The latest first.
    let announcements: [RecommendationAnnouncement]
    /// An address with the site before it.
    let outside: (Address) -> String
    /// When nothing was said yet, it says when it was made.
    let now: Date

    /// No news reader shows more of what is new.
    static let most = 50

    var bytes: [UInt8] {
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>urn:uuid:\(id.description)</id>
            <title>\(MeetingFeed.text("Recommendations: \(name)"))</title>
            <subtitle>What bodies recommended to one another, and what became of it.</subtitle>
            <updated>\((announcements.first?.at ?? now).ISO8601Format())</updated>
            <link rel="self" type="application/atom+xml" href="\(outside("/recommendations.atom"))"/>
            <link rel="alternate" type="text/html" href="\(outside("/recommendations"))"/>
            <author><name>\(MeetingFeed.text(name))</name></author>
            <generator>Frankpledge</generator>
            \(announcements.html(entry))
            </feed>

            """
        return feed.bytes
    }

    private func entry(_ one: RecommendationAnnouncement) -> HTML {
        let told = one.recommendation
        let last = told.steps.last
        let words = [last.map { "\($0.body.isEmpty ? "" : "\($0.body): ")\($0.title)" } ?? "", told.state]
        return """
            <entry>
            <id>urn:uuid:\(NamedUUID("recommendation", told.id, "\(one.number)").description)</id>
            <title>\(MeetingFeed.text("\(told.state): \(told.title)"))</title>
            <published>\(one.at.ISO8601Format())</published>
            <updated>\(one.at.ISO8601Format())</updated>
            <link rel="alternate" type="text/html" href="\(outside(told.address))"/>
            <summary>\(MeetingFeed.text(words.filter { !$0.isEmpty }.map(\.withFullStop).joined(separator: " ")))</summary>
            </entry>

            """
    }
}
