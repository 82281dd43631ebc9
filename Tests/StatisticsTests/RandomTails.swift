import Testing

/// How probabilities that rest on draws are held against those of a peer, which drew others.
enum RandomTails {
    static let fields: Set<String> = ["p_sim_one_sided", "mc_p_values", "mc_knox_ratio"]

    /// What the peers' files say besides, not to be matched: moments of their own draws, and how many there were.
    static let forInformation: Set<String> = [
        "permutations", "mc_replications", "quadrant_key", "EI_sim", "seI_sim", "z_sim", "p_sim", "spatstat_density",
        "max_rel_diff",
    ]

    /// Each probability lies within four standard errors of the peer's, its draws and ours taken together.
    ///
    /// Where a draw can have the very sum that is observed, PySAL's probability depends on how its sums happen to be
    /// rounded: a draw of the same sum counts as extreme for one area and not for the next, and never on the lower side.
    /// An area of no crime among areas of no crime gets the smallest probability there is, 0.0001 with 9,999 draws. Counted
    /// on both sides, as by us, such draws make it near 1. All that can be asked of the peer's figure is that it lies
    /// between ours and what ours would be without them; where there are no such draws the two are the same.
    static func hold(_ example: VectorFile.Case, _ field: String, in method: VectorMethod) throws {
        guard let expected = example.expected[field] else { return }
        let result = try method.result(example)
        guard let got = result[field] else { throw VectorFault(field: field) }
        let draws = try (peer: peerDraws(example), ours: result.number("replications"))
        let wanted = numbers(expected)
        let (upper, lower) = (numbers(got), numbers(result["without ties"] ?? got))
        #expect(upper.count == wanted.count)
        for (area, wanted) in wanted.enumerated() {
            guard let wanted, let upper = upper[area], let lower = lower[area] else {
                #expect(wanted == nil && upper[area] == nil, "\(example.id): \(field) at \(area)")
                continue
            }
            let p = min(max(wanted, 1 / (draws.peer + 1)), draws.peer / (draws.peer + 1))
            let margin = 4 * (p * (1 - p) * (1 / draws.peer + 1 / draws.ours)).squareRoot() + 2 / (draws.ours + 1)
            #expect(
                lower - margin <= wanted && wanted <= upper + margin,
                "\(example.id): \(field) at \(area): \(lower) to \(upper), expected \(wanted)")
        }
    }

    /// The peer divides by the mean of its draws, we by what that mean is near: a quarter is left for its chance.
    static func holdRatios(_ example: VectorFile.Case, in method: VectorMethod) throws {
        guard let expected = example.expected["mc_knox_ratio"] else { return }
        guard let got = try method.result(example)["mc_knox_ratio"] else { throw VectorFault(field: "mc_knox_ratio") }
        for (wanted, got) in zip(numbers(expected), numbers(got)) {
            #expect((wanted == nil) == (got == nil))
            guard let wanted, let got else { continue }
            #expect((wanted - got).magnitude <= 0.25 * wanted, "\(example.id): got \(got), expected \(wanted)")
        }
    }

    private static func peerDraws(_ example: VectorFile.Case) throws -> Double {
        try example.expected.number(example.expected["permutations"] == nil ? "mc_replications" : "permutations")
    }

    /// The numbers of a list, or of a table row by row; `nil` for those that couldn't be worked out.
    private static func numbers(_ value: VectorValue) -> [Double?] {
        switch value {
        case .list(let values): values.flatMap(numbers)
        case .number(let number): [number]
        default: [nil]
        }
    }
}
