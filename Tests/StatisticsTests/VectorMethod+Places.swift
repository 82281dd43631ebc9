import Testing

@testable import Statistics

/// Statistics of places, as the vector files name them.
extension VectorMethod {
    /// As many as the peer drew.
    static let permutations = 9_999

    static func giStar(_ example: Case) throws -> Fields {
        let (values, contiguity) = try (example.optionals("values"), example.contiguity())
        var chance = SplitMix64(seed: 1)
        let gi = try GiStar(of: values, among: contiguity, permutations: permutations, using: &chance)
        let probabilities = gi.areas.map { $0?.z.map(GiStar.twoSided) }
        return tails(gi.areas.map { $0?.test }).merging([
            "z": list(gi.areas.map { $0?.z }), "p_two_sided": list(probabilities),
            "esda_p_norm_one_sided": list(probabilities.map { $0.map { $0 / 2 } }),
            "statistic_Gs": list(gi.areas.map { $0?.share }), "islands": islands(contiguity),
        ]) { $1 }
    }

    static func localMoran(_ example: Case) throws -> Fields {
        let (values, contiguity) = try (example.optionals("values"), example.contiguity())
        var chance = SplitMix64(seed: 1)
        let moran = try LocalMoran(of: values, among: contiguity, permutations: permutations, using: &chance)
        let global = moran.global
        return tails(moran.areas.map { $0?.test }).merging([
            "I": list(moran.areas.map { $0?.value }),
            "quadrant": list(moran.areas.map { $0?.quadrant.map { Double($0.rawValue) } }),
            "EI": list(moran.areas.map { $0?.expected }), "VI": list(moran.areas.map { $0?.variance }),
            "global_I": VectorValue(global?.value), "global_EI": VectorValue(global?.expected),
            "global_VI_norm": VectorValue(global?.normalVariance), "global_z_norm": VectorValue(global?.normalZ),
            "global_VI_rand": VectorValue(global?.randomVariance), "global_z_rand": VectorValue(global?.randomZ),
            "islands": islands(contiguity),
        ]) { $1 }
    }

    static func quarticDensity(_ example: Case) throws -> Fields {
        let density = try QuarticDensity(of: example.points(), radius: example.number("bandwidth_radius"))
        return ["density_at_events": list(density.densityAtEvents)]
    }

    static func knoxTable(_ example: Case) throws -> Fields {
        let events = try zip(example.points(), example.counts("day")).map(KnoxTable.Event.init)
        var chance = SplitMix64(seed: 1)
        let knox = try KnoxTable(
            of: events, distances: example.numbers("space_breaks"), days: example.numbers("time_breaks"),
            metric: example.input["metric"] == .text("manhattan") ? .manhattan : .euclidean,
            permutations: 1_999, using: &chance)
        let table = { (value: (KnoxTable.Cell) -> Double?) in VectorValue.list(knox.cells.map { list($0.map(value)) }) }
        return [
            "observed_pairs": table { Double($0.observed) }, "expected_independence": table { $0.expected },
            "mc_p_values": table(knox.probability), "mc_knox_ratio": table { $0.ratio },
            "replications": .number(Double(knox.permutations)),
        ]
    }

    /// Each area's probability, and the one that counts no draw of the same sum on either side.
    private static func tails(_ tests: [PermutationTest?]) -> Fields {
        [
            "p_sim_one_sided": list(tests.map { $0?.probability }),
            "without ties": list(
                tests.map { test in
                    test.map { test in
                        let above = test.permutations - test.atMost
                        let below = test.permutations - test.atLeast
                        return Double(min(above, below) + 1) / Double(test.permutations + 1)
                    }
                }),
            "replications": .number(Double(permutations)),
        ]
    }

    private static func islands(_ contiguity: Contiguity) -> VectorValue {
        list(contiguity.islands.map(Double.init))
    }

    private static func list(_ numbers: [Double?]) -> VectorValue {
        .list(numbers.map { VectorValue($0) })
    }
}

extension VectorFile.Case {
    func contiguity() throws -> Contiguity {
        guard case .list(let lists) = input["neighbours"] else { throw VectorFault(field: "neighbours") }
        return try Contiguity(
            neighbours: lists.map { list in
                guard case .list(let numbers) = list else { throw VectorFault(field: "neighbours") }
                return try numbers.map { number in
                    guard case .number(let number) = number, let area = Int(exactly: number) else {
                        throw VectorFault(field: "neighbours")
                    }
                    return area
                }
            })
    }

    func points() throws -> [PlanePoint] {
        try zip(numbers("x"), numbers("y")).map(PlanePoint.init)
    }

    func numbers(_ field: String) throws -> [Double] {
        try optionals(field).map { number in
            guard let number else { throw VectorFault(field: field) }
            return number
        }
    }

    func optionals(_ field: String) throws -> [Double?] {
        guard case .list(let values) = input[field] else { throw VectorFault(field: field) }
        return try values.map { value in
            switch value {
            case .number(let number): number
            case .null: nil
            default: throw VectorFault(field: field)
            }
        }
    }
}
