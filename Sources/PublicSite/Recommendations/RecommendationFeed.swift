import Foundation
import Publishing
import Storage
import Web
import Wording

/// What was announced of recommendations lately, for news readers.
struct RecommendationFeed {
    /// The partnership's.
    let name: String
    /// What the feed is called for good, wherever the site moves.
    let id: NamedUUID
    let announcements: [RecommendationAnnouncement]
    /// An address with the site before it.
    let outside: (Address) -> String
    /// When nothing was said yet, it says when it was made.
    let now: Date

    /// No news reader shows more of what is new.
    static let most = AtomFeed.most

    var bytes: [UInt8] {
        AtomFeed(
            id: id, title: "Recommendations: \(name)",
            subtitle: "What bodies recommended to one another, and what became of it.", author: name,
            address: "/recommendations.atom", page: "/recommendations", entries: announcements.map(Self.entry),
            outside: outside, now: now
        ).bytes
    }

    private static func entry(_ one: RecommendationAnnouncement) -> AtomFeed.Entry {
        let told = one.recommendation
        let last = told.steps.last.map { "\($0.body.isEmpty ? "" : "\($0.body): ")\($0.title)" } ?? ""
        return AtomFeed.Entry(
            id: NamedUUID("recommendation", told.id, "\(one.number)"), title: "\(told.state): \(told.title)",
            at: one.at,
            address: told.address,
            summary: [last, told.state].filter { !$0.isEmpty }.map(\.withFullStop).joined(separator: " "))
    }
}
