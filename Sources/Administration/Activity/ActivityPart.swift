import Storage

/// One page of a long list of entries, and whether there is more on either side of it.
struct ActivityPart: Sendable {
    let items: [ActivityItem]
    let hasNewer: Bool
    let hasOlder: Bool

    /// How many a page holds.
    static let size = 30

    /// - Parameter found: one more than a page holds, where there is one more.
    init(_ found: [ActivityItem], from position: EntryPosition) {
        let isMore = found.count > Self.size
        switch position {
        case .newest: (items, hasNewer, hasOlder) = (Array(found.prefix(Self.size)), false, isMore)
        case .before: (items, hasNewer, hasOlder) = (Array(found.prefix(Self.size)), true, isMore)
        case .after: (items, hasNewer, hasOlder) = (Array(found.suffix(Self.size)), isMore, true)
        }
    }

    /// All there is stands on this one page.
    var isAll: Bool { !hasNewer && !hasOlder }
}

extension EntryPosition {
    /// As the address of a page says it.
    init(before: String?, after: String?) {
        if let before = before.flatMap({ Int($0) }) {
            self = .before(before)
        } else if let after = after.flatMap({ Int($0) }) {
            self = .after(after)
        } else {
            self = .newest
        }
    }
}
