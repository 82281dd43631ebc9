/// The counts that a hidden figure could have, given all that is published: what an attacker is left with.
///
/// Each end is attained: there are whole counts, none below 0, that agree with everything published and have it. The
/// literature calls it the feasibility interval. *Source*: Willenborg & de Waal 2001, "Elements of Statistical Disclosure
/// Control", section 8.3.
public struct PossibleCounts: Hashable, Sendable {
    public let least: Int
    /// `nil` where nothing published bounds it.
    public let most: Int?

    public init(least: Int, most: Int?) {
        self.least = least
        self.most = most
    }

    /// There is one possible count, so that it is as good as published.
    public var isCertain: Bool { least == most }

    /// Whether counts that lie so far apart are possible.
    public func spans(_ distance: Int) -> Bool {
        most.map { $0 - least >= distance } ?? true
    }
}
