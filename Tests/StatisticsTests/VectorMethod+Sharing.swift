@testable import Statistics

// How a case of agreement, of raking and of disclosure becomes the fields that are expected of it.

extension VectorMethod {
    static func agreement(_ example: Case) throws -> Fields {
        let scores = try example.input.list("ratings").map { row in
            try row.list().map { $0 == .null ? nil : try $0.number() }
        }
        let agreement = Agreement(
            of: try ScoreSheet(scores, levels: example.input.list("levels").map { try $0.number() }))
        return [
            "icc_2_1": VectorValue(agreement.correlation?.single), "icc_2_k": VectorValue(agreement.correlation?.mean),
            "kendall_w_ties": VectorValue(agreement.order?.value),
            "friedman_chi2": VectorValue(agreement.order?.chiSquare),
            "friedman_p": VectorValue(agreement.order?.probability),
            "krippendorff_ordinal": VectorValue(agreement.alpha),
            "krippendorff_interval": VectorValue(agreement.alphaByInterval),
            "krippendorff_nominal": VectorValue(agreement.alphaByName),
        ]
    }

    static func raking(_ example: Case) throws -> Fields {
        let targets = try example.input.fields("targets")
        let margins = try example.input.fields("columns").sorted { $0.key < $1.key }.map { name, column in
            SurveyMargin(
                name: name, groups: try column.list().map { try $0.text() },
                population: try targets.fields(name).mapValues { try $0.number() })
        }
        let start: [Double]? =
            example.input["base_weights"] == .null
            ? nil : try example.input.list("base_weights").map { try $0.number() }
        let raking = try Raking(
            margins: margins, startingWeights: start, mostRounds: example.count("max_iterations"))
        let agrees = try example.input.list("agree").map { try $0.number() == 1 }
        let confidence = try example.number("confidence")
        let share = try WeightedShare(answers: agrees, weights: raking.weights, confidence: confidence)
        let logit = try raking.logitInterval(of: agrees, confidence: confidence)
        return [
            "weights_mean_one": .list(raking.weights.map { .number($0) }),
            "weight_min": VectorValue(raking.weights.min()), "weight_max": VectorValue(raking.weights.max()),
            "kish_design_effect": .number(raking.effect.designEffect),
            "effective_n": .number(raking.effect.effectiveSample),
            "unweighted_percent": .number(share.unweighted * 100), "weighted_percent": .number(share.value * 100),
            "kish_wilson_lower": .number(share.interval.lower * 100),
            "kish_wilson_upper": .number(share.interval.upper * 100),
            "survey_logit_lower": VectorValue(logit.map { $0.lower * 100 }),
            "survey_logit_upper": VectorValue(logit.map { $0.upper * 100 }),
        ]
    }

    static func disclosureAudit(_ example: Case) throws -> Fields {
        let table = try CountTable(
            example.input.list("table").map { try $0.list().map { Int(try $0.number()) } })
        let flags = try example.input.list("suppressed").map { try $0.list() }
        let counts = table.cells([])
        let hidden = counts.filter {
            guard case .count(let row, let column) = $0 else { return false }
            return flags[row][column] == .flag(true)
        }
        let published = try example.input.fields("published")
        var totals: CountTable.Totals = []
        if published["row_totals"] == .flag(true) { totals.insert(.rows) }
        if published["col_totals"] == .flag(true) { totals.insert(.columns) }
        if published["grand_total"] == .flag(true) { totals.insert(.grand) }
        let rule = try SuppressionRule(threshold: example.count("threshold"))
        let release = try TableRelease(table, totals: totals, hidden: Set(hidden), showsZeros: false)
        let possible = try release.possibleCounts()
        let small = counts.filter { rule.isSmall(table.figure($0)) }
        let open = small.filter { !hidden.contains($0) }
        let exposed = try ReleaseAudit([release], rule: rule).exposed
        return [
            "bounds": .fields(
                Dictionary(
                    uniqueKeysWithValues: hidden.map { cell in
                        let ends = possible[cell]
                        return (
                            key(cell),
                            .list([
                                VectorValue((ends?.least).map(Double.init)), VectorValue((ends?.most).map(Double.init)),
                            ])
                        )
                    })),
            "exactly_disclosed": .list(exposed.map { .text(key($0.cell)) }),
            "primary_cells": .list(small.map { .text(key($0)) }),
            "unsuppressed_primary": .list(open.map { .text(key($0)) }),
            "safe": .flag(exposed.isEmpty && open.isEmpty),
        ]
    }

    private static func key(_ cell: TableCell) -> String {
        guard case .count(let row, let column) = cell else { return "\(cell)" }
        return "\(row),\(column)"
    }
}

extension VectorValue {
    func list() throws -> [VectorValue] {
        guard case .list(let values) = self else { throw VectorFault(field: "\(self)") }
        return values
    }

    func number() throws -> Double {
        guard case .number(let number) = self else { throw VectorFault(field: "\(self)") }
        return number
    }

    func text() throws -> String {
        guard case .text(let text) = self else { throw VectorFault(field: "\(self)") }
        return text
    }
}

extension [String: VectorValue] {
    func list(_ field: String) throws -> [VectorValue] {
        guard let value = self[field] else { throw VectorFault(field: field) }
        return try value.list()
    }

    func fields(_ field: String) throws -> [String: VectorValue] {
        guard case .fields(let fields) = self[field] else { throw VectorFault(field: field) }
        return fields
    }
}
