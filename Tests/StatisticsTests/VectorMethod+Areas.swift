import Testing

@testable import Statistics

// Comparisons between areas and over years: each case turned into the fields expected of it.

extension VectorMethod {
    static func benchmark(_ example: Case) throws -> Fields {
        let position: BenchmarkPosition
        let own = try Interval(
            lower: example.number("lower"), upper: example.number("upper"), confidence: 0.95)
        let (value, benchmark) = try (example.number("value"), example.number("benchmark_value"))
        let (unit, size) = try (example.number("unit"), example.number("denominator"))
        switch try example.text("method") {
        case "single_ci":
            position = try BenchmarkPosition(interval: own, benchmark: benchmark)
        case "double_ci":
            let others = try Interval(
                lower: example.number("benchmark_lower"), upper: example.number("benchmark_upper"), confidence: 0.95)
            position = try BenchmarkPosition(interval: own, benchmarkInterval: others)
        case "spc_proportion":
            let limits = try ControlLimits.ofProportion(
                benchmark: benchmark / unit, total: size, z: example.number("z"), confidence: 0.95)
            position = try BenchmarkPosition(value: value / unit, limits: limits)
        case "spc_rate":
            let limits = try ControlLimits.ofRate(
                benchmark: benchmark, population: size, per: unit, confidence: 1 - 2 * example.number("p_tail"))
            position = try BenchmarkPosition(value: value, limits: limits)
        default:
            throw VectorFault(field: "method")
        }
        let polarity = try ["low_is_good": Polarity.lowIsGood, "high_is_good": .highIsGood][example.text("polarity")]
        return ["outcome": .text(position.verdict(polarity ?? .noJudgement).rawValue)]
    }

    static func quantiles(_ example: Case) throws -> Fields {
        let groups = try QuantileGroups(
            example.optionals("values"), number: example.count("nquantiles"), highestFirst: example.flag("invert"))
        return ["quantile": .list(groups.groups.map { VectorValue($0.map(Double.init)) })]
    }

    static func standardisedRate(_ example: Case) throws -> Fields {
        let multiplier = try example.number("multiplier")
        let rate = try DirectlyStandardisedRate(
            counts: example.counts("counts"), populations: example.known("populations"),
            standard: example.known("standard"), per: multiplier, confidence: example.number("confidence"))
        let unit = Int(exactly: multiplier).map(String.init) ?? "\(multiplier)"
        return [
            "total_count": .number(Double(rate.totalCount)), "total_population": .number(rate.totalPopulation),
            "value": VectorValue(rate.value), "lower": VectorValue(rate.interval?.lower),
            "upper": VectorValue(rate.interval?.upper),
            "statistic": .text(rate.value == nil ? "dsr NA for total count < 10" : "dsr per \(unit)"),
        ]
    }

    static func recentTrend(_ example: Case) throws -> Fields {
        let limits = try zip(example.known("lower"), example.known("upper"))
        let years = try zip(example.known("values"), limits).map { value, limits in
            RecentTrend.Period(value: value, lower95: limits.0, upper95: limits.1)
        }
        guard years.count >= RecentTrend.periods else {
            #expect(throws: StatisticsRefusal.tooFewPeriods(years.count, needed: 5)) { try RecentTrend(years) }
            return [
                "marker": .text("CannotBeCalculated"), "chi_square": .number(0), "significant": .flag(false),
                "slope_per_period": .number(0), "threshold": .number(RecentTrend.threshold),
            ]
        }
        let trend = try RecentTrend(years)
        let marker = [.increasing: "Increasing", .decreasing: "Decreasing"][trend.direction] ?? "NoChange"
        return [
            "marker": .text(marker), "chi_square": .number(trend.chiSquare), "significant": .flag(trend.isSignificant),
            "slope_per_period": .number(trend.slope), "threshold": .number(RecentTrend.threshold),
        ]
    }

    static func falseDiscoveryRate(_ example: Case) throws -> Fields {
        let tests = try FalseDiscoveryRate(example.optionals("p"), rate: example.number("alpha"))
        return [
            "adjusted": .list(tests.adjusted.map { VectorValue($0) }),
            "rejected": .list(tests.isRejected.map { .flag($0) }),
            "cutoff": VectorValue(tests.cutoff), "esda_fdr_threshold": VectorValue(tests.threshold),
        ]
    }

    static func concentration(_ example: Case) throws -> Fields {
        let spread = try Concentration(example.optionals("counts").map { $0.flatMap { Int(exactly: $0) } })
        let holding = { (percent: Int) in try spread.areas(holding: percent).map { Double($0.fewest) } }
        let half = try holding(50)
        // The peer looks at these percentages of the areas, rounded up, each number once.
        var tops: [Int] = []
        for percent in [1, 5, 10, 20, 25, 50] {
            let top = (spread.areas * percent + 99) / 100
            if tops.last != top { tops.append(top) }
        }
        return [
            "gini": VectorValue(spread.gini), "gini_unbiased": VectorValue(spread.unbiasedGini),
            "gini_generalised": VectorValue(spread.generalisedGini),
            "gini_generalised_unbiased": VectorValue(spread.unbiasedGeneralisedGini),
            "areas": .number(Double(spread.areas)), "events": .number(Double(spread.events)),
            "areas_with_zero": .number(Double(spread.areasWithNone)),
            "areas_for_25pct": VectorValue(try holding(25)), "areas_for_50pct": VectorValue(half),
            "areas_for_80pct": VectorValue(try holding(80)),
            "share_of_areas_for_50pct": VectorValue(half.map { $0 / Double(spread.areas) }),
            "lorenz_top_areas": .list(tops.map { .number(Double($0)) }),
            "lorenz_share_of_events": .list(tops.map { VectorValue(spread.share(ofTop: $0)) }),
        ]
    }
}

extension VectorFile.Case {
    func text(_ field: String) throws -> String {
        guard case .text(let text) = input[field] else { throw VectorFault(field: field) }
        return text
    }

    func flag(_ field: String) throws -> Bool {
        guard case .flag(let flag) = input[field] else { throw VectorFault(field: field) }
        return flag
    }

    /// A list of numbers none of which is missing.
    func known(_ field: String) throws -> [Double] {
        try optionals(field).map { number in
            guard let number else { throw VectorFault(field: field) }
            return number
        }
    }
}
