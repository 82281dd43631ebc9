import Foundation
import Web

/// News for news readers (RFC 4287), the newest first.
struct AtomFeed {
    /// What it is called for good, wherever the site moves.
    let id: NamedUUID
    let title: String
    let subtitle: String
    /// Whose they are.
    let author: String
    /// Its own address.
    let address: Address
    /// The page that says the same.
    let page: Address
    let entries: [Entry]
    /// An address with the site before it.
    let outside: (Address) -> String
    /// When nothing was said yet, it says when it was made.
    let now: Date

    struct Entry {
        let id: NamedUUID
        let title: String
        let at: Date
        let address: Address
        let summary: String
    }

    /// No news reader shows more of what is new.
    static let most = 50

    var bytes: [UInt8] {
        let newest = Array(
            entries.sorted { ($0.at, $0.id.description) > ($1.at, $1.id.description) }.prefix(Self.most))
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>urn:uuid:\(id.description)</id>
            <title>\(Self.text(title))</title>
            <subtitle>\(Self.text(subtitle))</subtitle>
            <updated>\((newest.first?.at ?? now).ISO8601Format())</updated>
            <link rel="self" type="application/atom+xml" href="\(outside(address))"/>
            <link rel="alternate" type="text/html" href="\(outside(page))"/>
            <author><name>\(Self.text(author))</name></author>
            <generator>Frankpledge</generator>
            \(newest.html(markup))
            </feed>

            """
        return feed.bytes
    }

    /// As it is answered.
    ///
    /// - Parameter name: as it is saved: "meetings.atom".
    func reply(named name: String) -> Reply {
        .shown(bytes, type: "application/atom+xml; charset=utf-8", named: name)
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
    private static func text(_ text: String) -> String {
        var kept = ""
        kept.unicodeScalars.append(
            contentsOf: text.unicodeScalars.filter { scalar in
                scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                    || "\t\n\r".unicodeScalars.contains(scalar)
            })
        return kept
    }
}
