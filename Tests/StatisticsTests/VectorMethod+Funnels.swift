import Foundation
import Testing

@testable import Statistics

// Funnels: each case turned into the fields expected of it.

extension VectorMethod {
    static func chanceFunnel(_ example: Case) throws -> Fields {
        let isRate = try example.text("kind") == "crude_rate"
        let counts = try example.counts("counts")
        let per = try example.number("multiplier")
        let funnel =
            isRate
            ? try ChanceFunnel(
                counts: counts, populations: example.known("populations"), per: per, years: example.number("years"))
            : try ChanceFunnel(parts: counts, of: example.counts("populations"), per: per)
        let chosen = [1, 2, 3, 5, 10, 20, 40, 60, 80, 100].map { funnel.rows[$0 - 1] }
        let column = { (value: (ChanceFunnel.Row) -> Double) in VectorValue.list(chosen.map { .number(value($0)) }) }
        var rows: Fields = [
            "lower_2s": column(\.lower95.value), "upper_2s": column(\.upper95.value),
            "lower_3s": column(\.lower998.value), "upper_3s": column(\.upper998.value),
            isRate ? "expected_events" : "population": column(\.size),
        ]
        if isRate {
            rows["lower_2s_population"] = column(\.lower95.population)
            rows["upper_2s_population"] = column(\.upper95.population)
            rows["lower_3s_population"] = column(\.lower998.population)
            rows["upper_3s_population"] = column(\.upper998.population)
        }
        return [
            isRate ? "average_rate" : "average": .number(funnel.average), "limit_rows": .fields(rows),
            "significance": .list(funnel.positions.map { .text(significance($0)) }),
        ]
    }

    private static func significance(_ position: FunnelPosition) -> String {
        switch position {
        case .farBelow: "Low (0.001)"
        case .below: "Low (0.025)"
        case .within: "Not significant"
        case .above: "High (0.025)"
        case .farAbove: "High (0.001)"
        }
    }

    /// The peer's fields. On the square-root scale its adjusted limits are square roots, see `RootLimits`; on the arcsine
    /// scale it lets limits turn back at 0 and 1, which none of them reaches unless areas are very small.
    static func overdispersedFunnel(_ example: Case) throws -> Fields {
        let (funnel, model) = try funnelAndModel(example)
        let multiplier = try example.number("multiplier")
        let places = model.places.compactMap(\.self)
        let areas = funnel.areas.compactMap(\.self)
        let (usual, wide) = try (Confidence(0.95), Confidence(0.998))
        let adjusted = { (confidence: Confidence) in
            places.map { model.reach(error: $0.error, confidence).mapped { asPublished($0, model.scale) * multiplier } }
        }
        let column = { (values: [Double]) in VectorValue.list(values.map { .number($0) }) }
        let (inner, outer) = (adjusted(usual), adjusted(wide))
        let (chance95, chance998) = try (
            areas.map { try funnel.chanceLimits(size: $0.size, confidence: 0.95) },
            areas.map { try funnel.chanceLimits(size: $0.size, confidence: 0.998) }
        )
        return [
            "phi": .number(funnel.dispersion), "tau2": .number(funnel.betweenVariance), "z": column(areas.map(\.score)),
            "LCL95": column(chance95.map { $0.lower * multiplier }),
            "UCL95": column(chance95.map { $0.upper * multiplier }),
            "LCL99_8": column(chance998.map { $0.lower * multiplier }),
            "UCL99_8": column(chance998.map { $0.upper * multiplier }),
            "OD_LCL95": column(inner.map(\.lower)), "OD_UCL95": column(inner.map(\.upper)),
            "OD_LCL99_8": column(outer.map(\.lower)), "OD_UCL99_8": column(outer.map(\.upper)),
            "outlier": column(areas.map { $0.position == .farBelow || $0.position == .farAbove ? 1 : 0 }),
        ]
    }

    static func funnelAndModel(_ example: Case) throws -> (Funnel, FunnelModel) {
        let (counts, trim) = try (example.counts("numerator"), example.number("trim_by"))
        if try example.text("data_type") == "PR" {
            let totals = try example.counts("denominator")
            let share = Double(counts.reduce(0, +)) / Double(totals.reduce(0, +))
            return (
                try Funnel(parts: counts, of: totals, per: 1, trim: trim),
                try FunnelModel(counts, sizes: totals.map(Double.init), centre: share, scale: .arcsine, trim: trim)
            )
        }
        let expected = try example.known("denominator")
        let scale: Funnel.RatioScale = try example.text("sr_method") == "CQC" ? .squareRoot : .logarithm
        return (
            try Funnel(observed: counts, expected: expected, scale: scale, trim: trim),
            try FunnelModel(counts, sizes: expected, centre: 1, scale: scale.scale, trim: trim)
        )
    }

    private static func asPublished(_ place: Double, _ scale: FunnelScale) -> Double {
        switch scale {
        case .squareRoot: place
        case .logarithm: exp(place)
        case .arcsine: sin(place) * sin(place)
        }
    }
}

/// Limits of a funnel on the square-root scale, which the peer leaves as square roots and holds ratios against.
///
/// Its outliers can't be matched, therefore; what can be asked is that its limits are the square roots of the true ones,
/// and that it finds at least the outliers that there are.
struct RootLimits {
    let example: VectorFile.Case

    init?(_ example: VectorFile.Case) {
        guard (try? example.text("sr_method")) == "CQC" else { return nil }
        self.example = example
    }

    func hold() throws {
        let funnel = try VectorMethod.funnelAndModel(example).0
        let multiplier = try example.number("multiplier")
        let lower = try #require(example.expected.list("OD_LCL99_8"))
        let upper = try #require(example.expected.list("OD_UCL99_8"))
        let outlier = try #require(example.expected.list("outlier"))
        for (place, area) in funnel.areas.enumerated() {
            let area = try #require(area)
            let roots = (max(0, lower[place] / multiplier), upper[place] / multiplier)
            #expect(isClose(area.limits998.upper, roots.1 * roots.1, within: 1e-5))
            #expect(isClose(area.limits998.lower, roots.0 * roots.0, within: 1e-5))
            if area.position == .farAbove || area.position == .farBelow { #expect(outlier[place] == 1) }
        }
    }
}

extension [String: VectorValue] {
    func list(_ field: String) -> [Double]? {
        guard case .list(let values) = self[field] else { return nil }
        return values.map { value in
            switch value {
            case .number(let number): number
            case .flag(let flag): flag ? 1 : 0
            default: .nan
            }
        }
    }
}
