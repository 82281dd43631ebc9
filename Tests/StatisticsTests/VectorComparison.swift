/// How a result is held against what a vector expects: the file's tolerance, looser for the few fields whose own peer
/// works to fewer digits.
struct VectorComparison {
    let tolerance: VectorFile.Tolerance

    /// For information, not for matching.
    private static let notCompared: Set<String> = [
        "note", "nb_note", "score_peer", "peer_message", "message", "epitools_wald_lower", "epitools_wald_upper",
    ]

    private static let looser: [String: Double] = [
        "nb_theta": 1e-3, "nb_ratio": 1e-4, "nb_se_log": 1e-4, "nb_z_lower": 1e-4, "nb_z_upper": 1e-4,
        "score_lower": 1e-6, "score_upper": 1e-6, "survey_logit_lower": 1e-5, "survey_logit_upper": 1e-5,
    ]

    /// What differs, a line for each field; empty where all agree.
    func differences(_ result: [String: VectorValue], from expected: [String: VectorValue]) -> [String] {
        expected.keys.sorted().filter { !Self.notCompared.contains($0) }.compactMap { field in
            guard let got = result[field] else { return "\(field) is absent" }
            guard let wanted = expected[field], !agree(field, got, wanted) else { return nil }
            return "\(field): got \(got), expected \(wanted)"
        }
    }

    /// Numbers within the tolerance, wherever they stand in lists and fields; everything else the same.
    func agree(_ field: String, _ got: VectorValue, _ wanted: VectorValue) -> Bool {
        switch (got, wanted) {
        case (.number(let got), .number(let wanted)):
            if got == wanted { return true }
            let relative = Self.looser[field] ?? tolerance.relative
            let margin = max(tolerance.absolute, relative * wanted.magnitude)
            return margin.isFinite && (got - wanted).magnitude <= margin
        case (.list(let got), .list(let wanted)):
            return got.count == wanted.count && zip(got, wanted).allSatisfy { agree(field, $0, $1) }
        case (.fields(let got), .fields(let wanted)):
            return wanted.allSatisfy { name, value in got[name].map { agree(name, $0, value) } ?? false }
        default: return got == wanted
        }
    }
}
