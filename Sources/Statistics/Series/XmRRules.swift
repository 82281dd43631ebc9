/// The rules by which a phase's months are read, each month taking the first that fits.
struct XmRRules {
    let points: [XmRChart.Point?]

    /// - Parameter values: of the phase's months; `nil` for those that are missing.
    init(_ phase: XmRChart.Phase, _ values: ArraySlice<Double?>, runLength: Int) {
        let known = values.compactMap { $0 }
        let zones = known.map { Zone($0, in: phase) }
        let sides = zones.map(\.side.rawValue)
        let trends = Self.trends(known, length: runLength)
        let pairs = Self.twoOfThree(zones)
        let runs = Self.runs(sides, length: runLength)
        var read = known.indices.map { index in
            let zone = zones[index]
            let above = zone.side == .above
            var cause: SpecialCause?
            if zone.isOutside {
                cause = above ? .aboveUpperLimit : .belowLowerLimit
            } else if trends[index] != 0 {
                cause = trends[index] > 0 ? .rising : .falling
            } else if pairs[index] {
                cause = above ? .nearUpperLimit : .nearLowerLimit
            } else if runs[index] {
                cause = above ? .aboveMean : .belowMean
            }
            return XmRChart.Point(
                value: known[index], side: zone.side, isOutsideLimits: zone.isOutside, isNearLimits: zone.isNear,
                specialCause: cause)
        }[...]
        points = values.map { $0 == nil ? nil : read.popFirst() }
    }

    /// Where a month lies.
    private struct Zone {
        let side: XmRChart.Point.Side
        let isOutside: Bool
        let isNear: Bool

        init(_ value: Double, in phase: XmRChart.Phase) {
            let mean = phase.mean ?? value
            side = value > mean ? .above : value < mean ? .below : .on
            guard let limits = phase.limits, let near = phase.nearLimits else {
                (isOutside, isNear) = (false, false)
                return
            }
            isOutside = value < limits.lower || limits.upper < value
            isNear = !isOutside && (value < near.lower || near.upper < value)
        }
    }

    /// The direction of the trend each month is part of, 0 for none: so many months in a row, each higher than the one
    /// before, or each lower. A month where one trend ends and the next begins belongs to the later.
    ///
    /// The package asks the neighbours instead, and so calls a rise’s last month falling where another rise begins
    /// lower down in the month after.
    private static func trends(_ values: [Double], length: Int) -> [Int] {
        let steps = zip(values, values.dropFirst()).map { $0 < $1 ? 1 : $0 > $1 ? -1 : 0 }
        var trends = Array(repeating: 0, count: values.count)
        for (run, direction) in stretches(steps) where direction != 0 && run.count >= length - 1 {
            for month in run.lowerBound...run.upperBound { trends[month] = direction }
        }
        return trends
    }

    /// Whether each month lies near a limit together with another of three in a row that are all on one side.
    private static func twoOfThree(_ zones: [Zone]) -> [Bool] {
        var flags = Array(repeating: false, count: zones.count)
        guard zones.count >= 3 else { return flags }
        for first in 0...zones.count - 3 {
            let three = first..<first + 3
            guard abs(zones[three].reduce(0) { $0 + $1.side.rawValue }) == 3 else { continue }
            let near = three.filter { zones[$0].isNear }
            guard near.count >= 2 else { continue }
            for month in near { flags[month] = true }
        }
        return flags
    }

    /// Whether each month is one of so many in a row on one side of the mean.
    private static func runs(_ sides: [Int], length: Int) -> [Bool] {
        var flags = Array(repeating: false, count: sides.count)
        for (run, side) in stretches(sides) where side != 0 && run.count >= length {
            for month in run { flags[month] = true }
        }
        return flags
    }

    /// The stretches of equal signs, in order.
    private static func stretches(_ signs: [Int]) -> [(run: Range<Int>, sign: Int)] {
        var found: [(run: Range<Int>, sign: Int)] = []
        var start = 0
        for end in signs.indices where end + 1 == signs.count || signs[end + 1] != signs[end] {
            found.append((start..<end + 1, signs[end]))
            start = end + 1
        }
        return found
    }
}
