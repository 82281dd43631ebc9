import Testing

@testable import Statistics

/// The methods that have reference vectors and are built: each turns a case's input into the fields expected of it.
enum VectorMethod: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case byarRate = "byar_rate_ci"
    case exactPoisson = "exact_poisson_ci"
    case wilson = "wilson_ci"
    case rateRatio = "rate_ratio_ci"
    case overdispersedRatio = "overdispersed_rate_ratio"
    case benchmark = "compare_benchmark"
    case quantiles
    case standardisedRate = "dsr"
    case recentTrend = "fingertips_recent_trend"
    case chanceFunnel = "funnel_phe"
    case overdispersedFunnel = "funnel_overdispersed"
    case falseDiscoveryRate = "bh_fdr"
    case concentration = "gini_lorenz"
    case decomposition = "stl"
    case controlChart = "xmr"
    case exceedance = "farrington_flexible"
    case giStar = "gi_star"
    case localMoran = "local_moran"
    case quarticDensity = "kde_quartic"
    case knoxTable = "knox"
    case agreement
    case raking
    case disclosureAudit = "sdc_audit"

    typealias Case = VectorFile.Case
    typealias Fields = [String: VectorValue]

    var testDescription: String { rawValue }

    func result(_ example: Case) throws -> Fields {
        switch self {
        case .byarRate: try Self.byarRate(example)
        case .exactPoisson: try Self.exactPoisson(example)
        case .wilson: try Self.wilson(example)
        case .rateRatio: try Self.rateRatio(example)
        case .overdispersedRatio: try Self.overdispersedRatio(example)
        case .benchmark: try Self.benchmark(example)
        case .quantiles: try Self.quantiles(example)
        case .standardisedRate: try Self.standardisedRate(example)
        case .recentTrend: try Self.recentTrend(example)
        case .chanceFunnel: try Self.chanceFunnel(example)
        case .overdispersedFunnel: try Self.overdispersedFunnel(example)
        case .falseDiscoveryRate: try Self.falseDiscoveryRate(example)
        case .concentration: try Self.concentration(example)
        case .decomposition: try Self.decomposition(example)
        case .controlChart: try Self.controlChart(example)
        case .exceedance: try Self.exceedance(example)
        case .giStar: try Self.giStar(example)
        case .localMoran: try Self.localMoran(example)
        case .quarticDensity: try Self.quarticDensity(example)
        case .knoxTable: try Self.knoxTable(example)
        case .agreement: try Self.agreement(example)
        case .raking: try Self.raking(example)
        case .disclosureAudit: try Self.disclosureAudit(example)
        }
    }

    private static func byarRate(_ example: Case) throws -> Fields {
        let rate = try Rate(
            count: example.count("count"), population: example.number("denominator"),
            per: example.number("multiplier"), confidence: example.number("confidence"))
        let byar = try CountInterval.byar(Double(rate.count), Confidence(example.number("confidence")))
        return [
            "value": .number(rate.value), "lower": .number(rate.interval.lower), "upper": .number(rate.interval.upper),
            "method": .text(rate.method == .exact ? "Exact" : "Byars"),
            "raw_byar_count_lower": VectorValue(byar.lower), "raw_byar_count_upper": .number(byar.upper),
        ]
    }

    private static func exactPoisson(_ example: Case) throws -> Fields {
        let rate = try PoissonRate(
            count: example.count("count"), exposure: example.number("exposure"),
            confidence: example.number("confidence"))
        return [
            "rate": .number(rate.value), "lower": .number(rate.interval.lower), "upper": .number(rate.interval.upper),
        ]
    }

    private static func wilson(_ example: Case) throws -> Fields {
        let proportion = try Proportion(
            part: example.count("count"), of: example.count("n"), confidence: example.number("confidence"))
        let multiplier = try example.number("multiplier")
        return [
            "value": .number(proportion.value * multiplier), "lower": .number(proportion.interval.lower * multiplier),
            "upper": .number(proportion.interval.upper * multiplier),
        ]
    }

    private static func rateRatio(_ example: Case) throws -> Fields {
        let ratio = try RateRatio(
            before: example.count("count_before"), after: example.count("count_after"),
            exposureBefore: example.number("exposure_before"), exposureAfter: example.number("exposure_after"),
            confidence: example.number("confidence"))
        return [
            "ratio": VectorValue(ratio.ratio), "percent_change": VectorValue(ratio.ratio.map { ($0 - 1) * 100 }),
            "exact_lower": .number(ratio.exact.lower), "exact_upper": .number(ratio.exact.upper),
            "exact_p": .number(ratio.exactProbability),
            "wald_lower": VectorValue(ratio.wald?.lower), "wald_upper": VectorValue(ratio.wald?.upper),
            "score_lower": VectorValue(ratio.score?.lower), "score_upper": VectorValue(ratio.score?.upper),
        ]
    }

    private static func overdispersedRatio(_ example: Case) throws -> Fields {
        let (before, after) = try (example.counts("monthly_before"), example.counts("monthly_after"))
        let ratio: MonthlyRateRatio
        do {
            ratio = try MonthlyRateRatio(
                before: before, after: after,
                exposureBefore: example.number("population_before") * Double(before.count),
                exposureAfter: example.number("population_after") * Double(after.count),
                confidence: example.number("confidence"))
        } catch StatisticsRefusal.zeroTotal {
            return ["rate_ratio": .null]
        }
        var fields: Fields = [
            "rate_ratio": .number(ratio.ratio), "pearson_dispersion": .number(ratio.dispersion),
            "se_log_quasi": .number(ratio.quasiError),
            "quasi_z_lower": VectorValue(ratio.quasiNormal?.lower),
            "quasi_z_upper": VectorValue(ratio.quasiNormal?.upper),
            "quasi_t_lower": VectorValue(ratio.quasiStudent?.lower),
            "quasi_t_upper": VectorValue(ratio.quasiStudent?.upper),
            "clamped_se_log": .number(ratio.poissonError * max(1, ratio.dispersion).squareRoot()),
            "clamped_t_lower": .number(ratio.interval.lower), "clamped_t_upper": .number(ratio.interval.upper),
        ]
        if let negativeBinomial = NegativeBinomialRatio(of: ratio, before: before, after: after) {
            fields["nb_theta"] = .number(negativeBinomial.theta)
            fields["nb_ratio"] = .number(ratio.ratio)
            fields["nb_se_log"] = .number(negativeBinomial.logError)
            fields["nb_z_lower"] = .number(negativeBinomial.interval.lower)
            fields["nb_z_upper"] = .number(negativeBinomial.interval.upper)
        }
        return fields
    }
}
