/// The search for what sums of parts could count, over the puzzles that the sums have a part in.
///
/// Puzzles have nothing to do with one another, so that the ends of a sum over several are the sums of their ends.
struct PossibleCountsSearch {
    private let knowledge: Knowledge
    private let puzzles: [Int: CountPuzzle]

    init(_ knowledge: Knowledge, for sums: [[Int]]) throws(StatisticsRefusal) {
        var asked: Set<Int> = []
        for part in sums.joined() {
            guard (0..<knowledge.parts).contains(part) else { throw .disclosure(.noSuchPart(part)) }
            if knowledge.certain[part] == nil { asked.insert(knowledge.groups[part]) }
        }
        let known = Dictionary(grouping: knowledge.sums) { knowledge.groups[$0.parts[0]] }
        let members = Dictionary(grouping: (0..<knowledge.parts).filter { knowledge.certain[$0] == nil }) {
            knowledge.groups[$0]
        }
        var puzzles: [Int: CountPuzzle] = [:]
        for group in asked.sorted() {
            puzzles[group] = try CountPuzzle(parts: members[group] ?? [], known: known[group] ?? [])
        }
        self.knowledge = knowledge
        self.puzzles = puzzles
    }

    func possibleCounts(of sum: [Int]) throws(StatisticsRefusal) -> PossibleCounts {
        let (certain, rest) = parted(sum)
        var (least, most) = (certain, Optional(certain))
        for (puzzle, parts) in rest {
            let ends = try puzzle.ends(of: parts)
            least += ends.least
            most = ends.most.flatMap { end in most.map { $0 + end } }
        }
        return PossibleCounts(least: least, most: most)
    }

    /// Whether a sum could have counts that lie so far apart.
    func spans(_ sum: [Int], _ distance: Int) throws(StatisticsRefusal) -> Bool {
        let rest = parted(sum).rest
        if seenWidth(rest) >= distance { return true }
        for piece in rest {
            piece.puzzle.widen(piece.parts)
            if seenWidth(rest) >= distance { return true }
        }
        return try possibleCounts(of: sum).spans(distance)
    }

    /// How far apart the counts of a sum are that were found so far.
    private func seenWidth(_ rest: [Piece]) -> Int {
        rest.reduce(0) { width, piece in
            let ends = piece.puzzle.seenEnds(of: piece.parts)
            return width + (ends.most ?? ends.least) - ends.least
        }
    }

    func example(of part: Int) -> Int {
        knowledge.certain[part] ?? puzzles[knowledge.groups[part]]?.example(of: part) ?? 0
    }

    private typealias Piece = (puzzle: CountPuzzle, parts: [Int])

    /// What is certain of a sum, and the rest of it by puzzle, always in the same order.
    private func parted(_ sum: [Int]) -> (certain: Int, rest: [Piece]) {
        let parts = Set(sum).sorted()
        let certain = parts.reduce(0) { $0 + (knowledge.certain[$1] ?? 0) }
        let open = Dictionary(grouping: parts.filter { knowledge.certain[$0] == nil }) { knowledge.groups[$0] }
        let rest = open.sorted { $0.key < $1.key }.compactMap { group, parts in
            puzzles[group].map { (puzzle: $0, parts: parts) }
        }
        return (certain, rest)
    }
}
