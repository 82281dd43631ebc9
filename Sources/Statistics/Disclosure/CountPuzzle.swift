/// A group of parts that are not certain, and what is known of them: the smallest thing that can be solved by itself.
///
/// It keeps every set of counts that was found, each checked exactly, because one that was found for one question answers
/// many others.
final class CountPuzzle {
    private let parts: [Int]
    private let places: [Int: Int]
    /// By place, not by part.
    private let known: [KnownSum]
    private let program: IntegerProgram
    private(set) var examples: [[Int]] = []
    /// What each place is at least and at most by any one sum alone; no end where no sum has one.
    private let least: [Int]
    private let most: [Int?]

    /// - Throws: `StatisticsRefusal` where no counts agree with all that is known.
    init(parts: [Int], known: [KnownSum]) throws(StatisticsRefusal) {
        let places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, $0) })
        let placed = known.map { sum in
            KnownSum(of: sum.parts.compactMap { places[$0] }, least: sum.least, most: sum.most)
        }
        let least = Self.least(of: parts.count, placed)
        (self.parts, self.places, self.known, self.least) = (parts, places, placed, least)
        most = Self.most(of: parts.count, placed, least)
        let columns = zip(least, most).map { least, most in
            IntegerProgram.Column(bounds: .from(Double(least), to: most.map(Double.init) ?? .infinity), isWhole: true)
        }
        let rows = placed.filter { $0.parts.count > 1 }.map { sum in
            IntegerProgram.Row(
                terms: sum.parts.map { ($0, 1) },
                bounds: .from(Double(sum.least), to: sum.most.map(Double.init) ?? .infinity))
        }
        program = try IntegerProgram(columns: columns, rows: rows)
        guard try solve() else { throw .disclosure(.contradiction) }
    }

    /// A part's count in one of the sets that were found.
    func example(of part: Int) -> Int {
        places[part].flatMap { examples.first?[$0] } ?? 0
    }

    /// The ends of what some parts could count together; nothing above where no sum bounds it.
    func ends(of parts: [Int]) throws(StatisticsRefusal) -> PossibleCounts {
        let asked = parts.compactMap { places[$0] }
        if ends(seenAt: asked).least > lowest(asked) { try search(for: asked, cost: 1) }
        guard let highest = highest(asked) else {
            return PossibleCounts(least: ends(seenAt: asked).least, most: nil)
        }
        if ends(seenAt: asked).most < highest { try search(for: asked, cost: -1) }
        let seen = ends(seenAt: asked)
        return PossibleCounts(least: seen.least, most: seen.most)
    }

    /// Looks for counts that differ from those found so far, if not for those that differ most.
    func widen(_ parts: [Int]) {
        let asked = parts.compactMap { places[$0] }
        for cost in [-1.0, 1] { try? search(for: asked, cost: cost, isFair: true) }
    }

    /// The ends of what some parts count together in the sets that were found so far.
    func seenEnds(of parts: [Int]) -> PossibleCounts {
        let seen = ends(seenAt: parts.compactMap { places[$0] })
        return PossibleCounts(least: seen.least, most: seen.most)
    }

    private func ends(seenAt asked: [Int]) -> (least: Int, most: Int) {
        var (least, most) = (Int.max, 0)
        for example in examples {
            let count = asked.reduce(0) { $0 + example[$1] }
            (least, most) = (min(least, count), max(most, count))
        }
        return (least, most)
    }

    private func lowest(_ asked: [Int]) -> Int { asked.reduce(0) { $0 + least[$1] } }

    private func highest(_ asked: [Int]) -> Int? {
        var sum = 0
        for place in asked {
            guard let most = most[place] else { return nil }
            sum += most
        }
        return sum
    }

    private func search(for asked: [Int], cost: Double, isFair: Bool = false) throws(StatisticsRefusal) {
        for place in asked { program.setCost(cost, of: place) }
        defer { for place in asked { program.setCost(0, of: place) } }
        guard try solve(isFair: isFair) else { throw .notSolved }
    }

    /// Finds counts that cost least, and keeps them where they pass.
    private func solve(isFair: Bool = false) throws(StatisticsRefusal) -> Bool {
        guard let values = isFair ? try program.cheap() : try program.cheapest() else { return false }
        let counts = values.map { Int(exactly: $0) ?? -1 }
        guard agrees(counts) else { throw .notSolved }
        examples.append(counts)
        return true
    }

    /// Whether counts agree with everything known, added up exactly: what all that is called possible rests on.
    private func agrees(_ counts: [Int]) -> Bool {
        counts.allSatisfy { $0 >= 0 }
            && known.allSatisfy { sum in
                let count = sum.parts.reduce(0) { $0 + counts[$1] }
                return sum.least <= count && count <= sum.most ?? count
            }
    }

    private static func least(of places: Int, _ known: [KnownSum]) -> [Int] {
        var least = [Int](repeating: 0, count: places)
        for sum in known where sum.parts.count == 1 { least[sum.parts[0]] = max(least[sum.parts[0]], sum.least) }
        return least
    }

    private static func most(of places: Int, _ known: [KnownSum], _ least: [Int]) -> [Int?] {
        var most = [Int?](repeating: nil, count: places)
        for sum in known {
            guard let limit = sum.most else { continue }
            let needed = sum.parts.reduce(0) { $0 + least[$1] }
            for place in sum.parts {
                let alone = limit - needed + least[place]
                most[place] = min(most[place] ?? alone, alone)
            }
        }
        return most
    }
}
