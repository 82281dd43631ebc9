/// What can be worked out from counts that overlap in any way: of months that run into one another, of areas that lie in
/// areas, of several measures together.
///
/// Each count is given by the units that it adds up, the smallest things that were counted. Units that are in the very same
/// counts can't be told apart by anybody, and are one part. Four kinds of small numbers are looked for: those that are told
/// as small alone, those that nobody told, what one count has more than another that lies in it, and what is in some counts
/// and in no other. *Source*: as for ``DisclosureAudit``.
public struct OverlapAudit: Sendable {
    /// A small number that can be told exactly. Counts are named by their place among those that were given.
    public enum Exposed: Hashable, Sendable {
        /// One that is told as small alone.
        case hidden(Int)
        /// One that is not told at all.
        case untold(Int)
        /// What one told count has more than another that lies in it.
        case difference(Int, Int)
        /// What is in all of these told counts, and in no other.
        case rest(of: [Int])
    }

    public let exposed: [Exposed]

    /// - Parameters:
    ///   - units: how much each counts.
    ///   - told: the units of each count that is told as it is.
    ///   - hidden: the units of each that is told as small alone: it is not 0, and below the rule's threshold.
    ///   - untold: the units of each that is not told and might be worked out.
    /// - Throws: `StatisticsRefusal` for a negative count, and where the search is too long: then nothing is known to be safe.
    public init(
        units: [Int], told: [[Int]], hidden: [[Int]] = [], untold: [[Int]] = [], rule: SuppressionRule
    ) throws(StatisticsRefusal) {
        _ = try units.admittedTotal()
        let parts = OverlapParts(units: units, told: told, hidden: hidden, untold: untold)
        var known = parts.told.map { KnownSum(of: $0, is: parts.count($0)) }
        known += parts.hidden.map { KnownSum(of: $0, least: 1, most: rule.threshold - 1) }
        let audit = try DisclosureAudit(parts: parts.counts.count, known: known)
        let asked = parts.asked(rule)
        // What is certain is what any counts that agree make it; so those that make it no small count need no search.
        let example = try audit.example()
        let small = asked.filter { asked in rule.isSmall(asked.parts.reduce(0) { $0 + example[$1] }) }
        let uncertain = try audit.span(small.map { ($0.parts, rule.distance) })
        exposed = zip(small, uncertain).compactMap { $1 ? nil : $0.what }
    }
}

/// The counts of an ``OverlapAudit``, made of parts that some count tells apart.
private struct OverlapParts {
    /// How much each part counts.
    private(set) var counts: [Int] = []
    private(set) var told: [[Int]]
    private(set) var hidden: [[Int]]
    private var untold: [[Int]]
    /// Of each part the told counts that it is in.
    private var inTold: [[Int]] = []

    init(units: [Int], told: [[Int]], hidden: [[Int]], untold: [[Int]]) {
        var signatures = [[Int]](repeating: [], count: units.count)
        for (number, sum) in (told + hidden + untold).enumerated() {
            for unit in Set(sum) { signatures[unit].append(number) }
        }
        var parts = [[Int]](repeating: [], count: told.count + hidden.count + untold.count)
        var known: [[Int]: Int] = [:]
        for (unit, signature) in signatures.enumerated() where !signature.isEmpty {
            if let part = known[signature] {
                counts[part] += units[unit]
                continue
            }
            known[signature] = counts.count
            for number in signature { parts[number].append(counts.count) }
            inTold.append(signature.filter { $0 < told.count })
            counts.append(units[unit])
        }
        self.told = Array(parts[..<told.count])
        self.hidden = Array(parts[told.count..<(told.count + hidden.count)])
        self.untold = Array(parts[(told.count + hidden.count)...])
    }

    func count(_ parts: [Int]) -> Int { parts.reduce(0) { $0 + counts[$1] } }

    /// Every small number that must not be certain, each once.
    func asked(_ rule: SuppressionRule) -> [(what: OverlapAudit.Exposed, parts: [Int])] {
        var asked: [(what: OverlapAudit.Exposed, parts: [Int])] = []
        var seen: Set<[Int]> = []
        func ask(_ what: OverlapAudit.Exposed, _ parts: [Int]) {
            guard rule.isSmall(count(parts)), seen.insert(parts).inserted else { return }
            asked.append((what, parts))
        }
        for (number, parts) in hidden.enumerated() { ask(.hidden(number), parts) }
        for (number, parts) in untold.enumerated() { ask(.untold(number), parts) }
        for (number, parts) in differences { ask(number, parts) }
        for (of, parts) in rests where !of.isEmpty { ask(.rest(of: of), parts) }
        return asked
    }

    private var differences: [(OverlapAudit.Exposed, [Int])] {
        let sets = told.map(Set.init)
        var found: [(OverlapAudit.Exposed, [Int])] = []
        for (wide, all) in sets.enumerated() {
            for (narrow, some) in sets.enumerated() where !some.isEmpty && some.count < all.count {
                guard some.isSubset(of: all) else { continue }
                found.append((.difference(wide, narrow), told[wide].filter { !some.contains($0) }))
            }
        }
        return found
    }

    private var rests: [(of: [Int], parts: [Int])] {
        Dictionary(grouping: counts.indices, by: { inTold[$0] }).map { ($0.key, $0.value.sorted()) }
            .sorted { $0.parts.lexicographicallyPrecedes($1.parts) }
    }
}
