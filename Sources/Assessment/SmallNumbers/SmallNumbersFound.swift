import DataRegister
import Statistics
import Wording

/// What can be worked out of the numbers of one data set that are too small to be told.
struct SmallNumbersFound {
    /// Each in words, with what it is worked out from.
    let sentences: [String]

    /// - Parameters:
    ///   - counts: everything that is told, what was told before first.
    ///   - before: how many of them were.
    init(_ counts: [CountedNumber], before: Int, _ small: SmallCounts) {
        do {
            let all = try Looked(counts, small)
            let old = Set(try Looked(Array(counts.prefix(before)), small).found)
            sentences = all.found.filter { !old.contains($0) }
        } catch {
            // Nothing is known to be safe that cannot be looked through.
            sentences = [
                "So many numbers that overlap are told of \(counts.first?.subject ?? "this data set") that it cannot be seen "
                    + "whether small ones can be worked out from them. Tell fewer."
            ]
        }
    }
}

/// One look at some counts.
private struct Looked {
    private(set) var found: [String] = []
    private let small: SmallCounts
    /// Of what is told as it is, and of what is told as small alone.
    private let (told, hidden): ([CountedNumber], [CountedNumber])

    init(_ counts: [CountedNumber], _ small: SmallCounts) throws(StatisticsRefusal) {
        self.small = small
        told = counts.filter { !small.hides($0.count) }
        hidden = counts.filter { small.hides($0.count) }
        let untold = Self.untold(counts, small)
        var places: [String: Int] = [:]
        var numbers: [Int] = []
        for unit in counts.flatMap(\.family) where places[unit.key] == nil {
            places[unit.key] = numbers.count
            numbers.append(unit.count)
        }
        func units(_ counts: [[CountedUnit]]) -> [[Int]] { counts.map { $0.compactMap { places[$0.key] } } }
        let audit = try OverlapAudit(
            units: numbers, told: units(told.map(\.units)), hidden: units(hidden.map(\.units)),
            untold: units(untold.map(\.units)), rule: SuppressionRule(threshold: small.least))
        found = audit.exposed.map { exposed in
            switch exposed {
            case .hidden(let number): sentence(hidden[number].name, near: hidden[number].units)
            case .untold(let number): sentence(untold[number].name, near: untold[number].units)
            case .difference(let wide, let narrow):
                "‘\(told[wide].name)’ less ‘\(told[narrow].name)’ leaves \(small.words)."
            case .rest(let numbers):
                "What is counted in \(numbers.map { "‘\(told[$0].name)’" }.inWords), and in nothing else that is told, is "
                    + "\(small.words), and can be worked out."
            }
        }
    }

    /// The small numbers of single months, or whatever the data are told by, of what is told of longer ones.
    private static func untold(
        _ counts: [CountedNumber], _ small: SmallCounts
    ) -> [(name: String, units: [CountedUnit])] {
        let known = Set(counts.map(\.told))
        var seen: Set<ToldCount.Of> = []
        return counts.filter { seen.insert($0.told.of).inserted }.flatMap { one in
            Dictionary(grouping: one.family, by: \.period).sorted { $0.key.from < $1.key.from }.compactMap {
                period, units in
                let told = ToldCount(measures: one.told.measures, place: one.told.place, period: period)
                guard !known.contains(told), small.hides(units.reduce(0) { $0 + $1.count }) else { return nil }
                return ("\(one.subject), \(period)", units)
            }
        }
    }

    private func sentence(_ name: String, near units: [CountedUnit]) -> String {
        let keys = Set(units.map(\.key))
        let wide = told.filter { $0.units.contains { keys.contains($0.key) } }
        let wideKeys = Set(wide.flatMap(\.units).map(\.key))
        let narrow = told.filter { one in
            !wide.contains { $0.told == one.told } && one.units.contains { wideKeys.contains($0.key) }
        }
        let from = (wide + narrow).map { "‘\($0.name)’" }
        let shown = from.count > 4 ? Array(from.prefix(3)) + ["\(from.count - 3) more"] : from
        return "‘\(name)’, \(small.words), can be worked out from \(shown.inWords)."
    }
}
