import Testing

@testable import Statistics

// Series by month: what a case of each method becomes.

extension VectorMethod {
    static func decomposition(_ example: Case) throws -> Fields {
        var settings = STL.Settings()
        settings.period = try example.count("period")
        settings.seasonalWindow = try example.count("seasonal")
        settings.trendWindow = try example.countOrNone("trend")
        settings.lowPassWindow = try example.countOrNone("low_pass")
        settings.seasonalDegree = try example.degree("seasonal_deg")
        settings.trendDegree = try example.degree("trend_deg")
        settings.lowPassDegree = try example.degree("low_pass_deg")
        settings.isRobust = try example.isSet("robust")
        let values = try example.months("values")
        let stl = try STL(count: values.count, settings: settings)
        let parts = try stl.decomposition(of: values)
        let windows: Fields = [
            "seasonal": .number(settings.seasonalWindow), "trend": .number(stl.trendWindow),
            "low_pass": .number(stl.lowPassWindow), "inner_iter": .number(stl.turns),
            "outer_iter": .number(stl.reweighings),
        ]
        return [
            "windows": .fields(windows), "seasonal": .series(parts.seasonal), "trend": .series(parts.trend),
            "resid": .series(parts.remainder), "weights": .series(parts.weights),
            "seasonally_adjusted": .series(parts.adjusted), "strength_seasonal": VectorValue(parts.seasonalStrength),
            "strength_trend": VectorValue(parts.trendStrength),
        ]
    }

    static func controlChart(_ example: Case) throws -> Fields {
        var settings = XmRChart.Settings()
        settings.screensOutliers = try example.isSet("screen_outliers")
        settings.fixedAfter = try example.countOrNone("fix_after_n_points")
        let directions: [String: XmRChart.Direction] = [
            "increase": .increase, "decrease": .decrease, "neutral": .neutral,
        ]
        guard let direction = try directions[example.word("improvement_direction")] else {
            throw VectorFault(field: "improvement_direction")
        }
        let chart = try XmRChart(
            values: example.months("values"), direction: direction, rebasedAt: example.counts("rebase_at"),
            settings: settings)
        let phases = chart.phases.flatMap { phase in phase.months.map { _ in phase } }
        let known = zip(chart.points, phases).map { point, phase in point.map { ($0, phase) } }
        return [
            "mean": .list(known.map { VectorValue($0?.1.mean) }),
            "lower_process_limit": .list(known.map { VectorValue($0?.1.limits?.lower) }),
            "upper_process_limit": .list(known.map { VectorValue($0?.1.limits?.upper) }),
            "outside_limits": .flags(chart.points.map { $0?.isOutsideLimits }),
            "close_to_limits": .flags(chart.points.map { $0?.isNearLimits }),
            "relative_to_mean": .list(chart.points.map { VectorValue($0.map { Double($0.side.rawValue) }) }),
            "special_cause_type": .texts(chart.points.map { $0.map { peerName($0.specialCause, settings.runLength) } }),
            "point_type": .texts(chart.points.map { $0.map { peerName($0.specialCause?.meaning(direction)) } }),
            "short_group_warning": .flag(chart.phases.contains(where: \.isShort)),
        ]
    }

    private static func peerName(_ cause: SpecialCause?, _ runLength: Int) -> String {
        switch cause {
        case nil: "Common Cause"
        case .aboveUpperLimit: "Above UCL"
        case .belowLowerLimit: "Below LCL"
        case .rising: "\(runLength) Point Trend (Increasing)"
        case .falling: "\(runLength) Point Trend (Decreasing)"
        case .nearUpperLimit: "2 in 3 Above CL"
        case .nearLowerLimit: "2 in 3 Below CL"
        case .aboveMean: "\(runLength) Points Above CL"
        case .belowMean: "\(runLength) Points Below CL"
        }
    }

    private static func peerName(_ meaning: SpecialCause.Meaning?) -> String {
        switch meaning {
        case nil: "common_cause"
        case .improvement: "special_cause_improvement"
        case .concern: "special_cause_concern"
        case .high: "special_cause_neutral_high"
        case .low: "special_cause_neutral_low"
        }
    }

    static func exceedances(_ example: Case) throws -> [Exceedance?] {
        try Exceedance.newest(
            example.count("evaluate_last"), of: example.months("counts").map { $0.map { Int($0) } },
            populations: example.isSet("populationOffset") ? example.months("population").map { $0 ?? 0 } : nil,
            settings: exceedanceSettings(example))
    }

    static func exceedance(_ example: Case) throws -> Fields {
        let found = try exceedances(example)
        return [
            "evaluated_index": .series(found.map { $0.map { Double($0.month) } }),
            "observed": .series(found.map { $0.map { Double($0.observed) } }),
            "expected": .series(found.map { $0?.expected }), "upperbound": .series(found.map { $0?.bound }),
            "alarm": .flags(found.map { $0?.isExceptional }),
            "exceedance_score": .series(found.map { $0.flatMap(peerScore) }),
            "p_value": .series(found.map { $0?.probability }),
            "trend_used": .flags(found.map { $0.map { $0.trend != nil } }),
            "trend_per_period": .series(found.map { $0?.trend }), "phi": .series(found.map { $0?.dispersion }),
        ]
    }

    /// The vectors divide whichever way the bound lies; we give no score where it is not above what is expected.
    private static func peerScore(_ exceedance: Exceedance) -> Double? {
        if let score = exceedance.score { return score }
        guard let expected = exceedance.expected, let bound = exceedance.bound, bound != expected else { return nil }
        return (Double(exceedance.observed) - expected) / (bound - expected)
    }

    private static func exceedanceSettings(_ example: Case) throws -> Exceedance.Settings {
        var settings = Exceedance.Settings()
        settings.period = try example.count("freq")
        settings.years = try example.count("b")
        settings.halfWindow = try example.count("w")
        settings.blocks = try example.count("noPeriods")
        settings.recentLeftOut = try example.countOrNone("pastWeeksNotIncluded") ?? settings.halfWindow
        settings.downweightsAbove = try example.isSet("reweight") ? example.number("weightsThreshold") : nil
        settings.trendThreshold = try example.isSet("trend") ? example.number("pThresholdTrend") : nil
        settings.tail = try example.number("alpha")
        let fewest = try example.counts("limit54")
        (settings.fewestEvents, settings.eventMonths) = (fewest[0], fewest[1])
        let powers: [String: Exceedance.Power] = ["none": .none, "1/2": .half, "2/3": .twoThirds]
        let bounds = try [
            "delta": powers[example.word("powertrans")].map(Exceedance.Bound.transformed),
            "nbPlugin": .negativeBinomial, "muan": .negativeBinomialOfUpperMean,
        ]
        guard let bound = try bounds[example.word("thresholdMethod")] ?? nil else {
            throw VectorFault(field: "thresholdMethod")
        }
        settings.bound = bound
        return settings
    }
}

extension VectorFile.Case {
    func isSet(_ field: String) throws -> Bool {
        guard case .flag(let flag) = input[field] else { throw VectorFault(field: field) }
        return flag
    }

    func word(_ field: String) throws -> String {
        guard case .text(let text) = input[field] else { throw VectorFault(field: field) }
        return text
    }

    fileprivate func countOrNone(_ field: String) throws -> Int? {
        input[field] == .null ? nil : try count(field)
    }

    /// A list of numbers, `nil` for those that are missing.
    func months(_ field: String) throws -> [Double?] {
        guard case .list(let values) = input[field] else { throw VectorFault(field: field) }
        return try values.map { value in
            switch value {
            case .null: nil
            case .number(let number): number
            default: throw VectorFault(field: field)
            }
        }
    }

    fileprivate func degree(_ field: String) throws -> STL.Degree {
        let degree = try count(field)
        guard let known = STL.Degree(rawValue: degree) else {
            throw StatisticsRefusal.settingTooSmall(field, Double(degree), least: 0)
        }
        return known
    }
}

extension VectorValue {
    fileprivate static func number(_ count: Int) -> VectorValue { .number(Double(count)) }

    static func series(_ numbers: [Double?]) -> VectorValue { .list(numbers.map { VectorValue($0) }) }

    fileprivate static func flags(_ flags: [Bool?]) -> VectorValue {
        .list(flags.map { $0.map { .flag($0) } ?? .null })
    }

    fileprivate static func texts(_ texts: [String?]) -> VectorValue {
        .list(texts.map { $0.map { .text($0) } ?? .null })
    }

    var members: [VectorValue] {
        if case .list(let items) = self { items } else { [] }
    }
}
