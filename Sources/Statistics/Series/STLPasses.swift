/// The passes of STL over one series: season and trend are worked out in turns, each from what the other leaves.
///
/// The names of the steps are those of the paper, section 3.5.
struct STLPasses {
    private let plan: STL
    private let values: [Double]
    /// What each value counts; `nil` where all count alike.
    private var weights: [Double]?

    private(set) var seasonal: [Double]
    private(set) var trend: [Double]
    /// Each month of the year smoothed over the years, a year longer than the series at each end.
    private var cycles: [Double]

    init(_ plan: STL, _ values: [Double], weights: [Double]?) {
        self.plan = plan
        self.values = values
        self.weights = weights
        seasonal = Array(repeating: 0, count: values.count)
        trend = seasonal
        cycles = Array(repeating: 0, count: values.count + 2 * plan.settings.period)
    }

    /// Turns between season and trend, with the weights as they are.
    mutating func iterate(_ turns: Int) {
        for _ in 0..<turns {
            smoothCycles(of: zip(values, trend).map { $0 - $1 })
            let slow = lowPassed(cycles)
            for month in values.indices {
                seasonal[month] = cycles[month + plan.settings.period] - slow[month]
            }
            let deseasonalised = zip(values, seasonal).map { $0 - $1 }
            if let weights {
                plan.trend.smooth(deseasonalised, weights: weights, into: &trend)
            } else {
                plan.trend.smooth(deseasonalised, into: &trend)
            }
        }
    }

    mutating func reweigh(_ weights: [Double]) {
        self.weights = weights
    }

    private mutating func smoothCycles(of detrended: [Double]) {
        let period = plan.settings.period
        for month in 0..<period {
            let places = stride(from: month, to: values.count, by: period)
            let cycle = places.map { detrended[$0] }
            let curve = cycle.count == plan.longerCycle.count ? plan.longerCycle : plan.shorterCycle
            if let weights {
                curve.smooth(cycle, weights: places.map { weights[$0] }, into: &cycles, from: month, by: period)
            } else {
                curve.smooth(cycle, into: &cycles, from: month, by: period)
            }
        }
    }

    private func lowPassed(_ cycles: [Double]) -> [Double] {
        let period = plan.settings.period
        let year = Self.movingAverage(Self.movingAverage(cycles, over: period), over: period)
        var slow = Array(repeating: 0.0, count: values.count)
        plan.lowPass.smooth(Self.movingAverage(year, over: 3), into: &slow)
        return slow
    }

    private static func movingAverage(_ values: [Double], over width: Int) -> [Double] {
        var sum = values[..<width].reduce(0, +)
        var averages = [sum / Double(width)]
        averages.reserveCapacity(values.count - width + 1)
        for next in width..<values.count {
            sum += values[next] - values[next - width]
            averages.append(sum / Double(width))
        }
        return averages
    }
}
