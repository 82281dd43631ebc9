/// Where incidents happen and what becomes of them: the weights of the places, their invented points, the outcomes.
struct IncidentMap: Sendable {
    /// The points of one place, ready to be written.
    private struct Points {
        let columns: [[UInt8]]
        let choice: WeightedChoice
    }

    private struct TypeOfIncident {
        let name: [UInt8]
        let isCrime: Bool
        let placeChoice: WeightedChoice
        let outcomes: [[UInt8]]
        let outcomeChoice: WeightedChoice?
    }

    private let points: [Points]
    private let types: [TypeOfIncident]
    private let unplacedTypes: WeightedChoice

    init(facts: ExampleFacts, seed: UInt64) {
        points = facts.places.enumerated().map { index, place in
            var random = ExampleRandom(seed: seed, for: .points(index))
            let points = InventedPoint.points(around: place, by: &random)
            return Points(
                columns: points.map { IncidentRows.columns(of: $0, in: place) },
                choice: InventedPoint.choice(among: points))
        }
        types = facts.types.map { type in
            TypeOfIncident(
                name: Array(type.name.utf8), isCrime: type.kind != .antiSocialBehaviour,
                placeChoice: WeightedChoice(facts.places.map { $0.weights[type.kind, default: 0] }),
                outcomes: type.outcomes.map { Array($0.name.utf8) },
                outcomeChoice: type.outcomes.isEmpty ? nil : WeightedChoice(type.outcomes.map(\.parts)))
        }
        unplacedTypes = WeightedChoice(
            facts.types.map { $0.kind == .antiSocialBehaviour ? 0 : $0.totals.reduce(0, +) })
    }

    /// Shares a month's incidents of each type out among the places: a count by place and type.
    func spread(_ counts: [Int], by random: inout ExampleRandom) -> [[Int]] {
        var spread = points.map { _ in [Int](repeating: 0, count: counts.count) }
        for (type, count) in counts.enumerated() {
            for _ in 0..<count { spread[types[type].placeChoice.pick(by: &random)][type] += 1 }
        }
        return spread
    }

    /// A point of a place, as the columns to write.
    func point(in place: Int, by random: inout ExampleRandom) -> [UInt8] {
        points[place].columns[points[place].choice.pick(by: &random)]
    }

    /// The index of a type of crime, the common ones likelier.
    func typeOfUnplaced(by random: inout ExampleRandom) -> Int {
        unplacedTypes.pick(by: &random)
    }

    /// Writes one incident of a type.
    func add(type index: Int, at point: [UInt8]?, to rows: inout IncidentRows, by random: inout ExampleRandom) {
        let type = types[index]
        let outcome = type.outcomeChoice.map { type.outcomes[$0.pick(by: &random)] }
        rows.add(
            id: type.isCrime ? CrimeID(by: &random) : nil, place: point, type: type.name, outcome: outcome ?? [])
    }
}
