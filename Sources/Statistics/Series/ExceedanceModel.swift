import Foundation

/// What is expected of a month, and how sure that is.
struct ExceedanceModel: Sendable {
    /// ln of the count expected.
    let logExpected: Double
    /// The standard error of that, with the dispersion as it was estimated, even below 1.
    let logError: Double
    /// At least 1.
    let dispersion: Double
    /// What is added to ln count each month; `nil` without a trend.
    let trend: Double?

    var expected: Double { exp(logExpected) }

    init(_ baseline: ExceedanceBaseline, _ settings: Exceedance.Settings) throws(StatisticsRefusal) {
        var model = try Self.model(
            baseline, settings, hasTrend: settings.trendThreshold != nil && baseline.canBearTrend)
        if model.hasTrend, !Self.bears(model, baseline, settings) {
            model = try Self.model(baseline, settings, hasTrend: false)
        }
        (logExpected, logError) = Self.prediction(model, baseline)
        dispersion = max(1, model.dispersion)
        trend = model.hasTrend ? model.slope : nil
        _ = try expected.admittedAnswer()
        _ = try (logError + dispersion).admittedAnswer()
    }

    /// Whether the trend is to be believed and followed.
    private static func bears(
        _ model: BlockTrendModel, _ baseline: ExceedanceBaseline, _ settings: Exceedance.Settings
    ) -> Bool {
        let largest = baseline.months.reduce(0) { max($0, $1.count) }
        return baseline.years >= Exceedance.fewestYears
            && model.slopeProbability < settings.trendThreshold ?? 0
            && exp(prediction(model, baseline).log) <= largest
    }

    private static func prediction(
        _ model: BlockTrendModel, _ baseline: ExceedanceBaseline
    ) -> (log: Double, error: Double) {
        model.prediction(block: baseline.windowBlock, time: Double(baseline.month), offset: baseline.offset)
    }

    /// The model of the baseline, and where asked for the model again with past peaks counting less.
    ///
    /// A trend that can't be fitted, because all events are in one month at an end, is left out.
    private static func model(
        _ baseline: ExceedanceBaseline, _ settings: Exceedance.Settings, hasTrend: Bool
    ) throws(StatisticsRefusal) -> BlockTrendModel {
        let months = baseline.months
        let alike = Array(repeating: 1.0, count: months.count)
        var model = BlockTrendModel(months, weights: alike, blocks: baseline.blocks, hasTrend: hasTrend)
        if hasTrend, !model.converged {
            model = BlockTrendModel(months, weights: alike, blocks: baseline.blocks, hasTrend: false)
        }
        guard model.converged else { throw .noFit }
        guard let threshold = settings.downweightsAbove else { return model }
        let weights = weights(residuals(of: months, model), above: threshold)
        return BlockTrendModel(months, weights: weights, blocks: baseline.blocks, hasTrend: model.hasTrend)
    }

    /// Anscombe's residuals, standardised. A month that alone decides its own mean has none.
    ///
    /// *Source*: Farrington and others 1996, section 3.3.
    private static func residuals(of months: [BlockTrendModel.Month], _ model: BlockTrendModel) -> [Double] {
        let dispersion = max(1, model.dispersion)
        return months.indices.map { index in
            let (count, mean) = (months[index].count, model.means[index])
            let freedom = 1 - model.leverages[index]
            guard freedom > 1e-9 else { return 0 }
            let difference = pow(count, 2.0 / 3) * pow(mean, -1.0 / 6) - mean.squareRoot()
            return 1.5 * difference / (dispersion * freedom).squareRoot()
        }
    }

    /// One over the square of the residuals above the threshold, 1 for the others, and all so scaled that they add up to
    /// the number of months.
    private static func weights(_ residuals: [Double], above threshold: Double) -> [Double] {
        let raw = residuals.map { $0 > threshold ? 1 / ($0 * $0) : 1 }
        let scale = Double(raw.count) / raw.reduce(0, +)
        return raw.map { $0 * scale }
    }
}
