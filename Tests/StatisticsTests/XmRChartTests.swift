import Testing

@testable import Statistics

@Suite("Control charts")
struct XmRChartTests {
    private func causes(
        _ values: [Double?], rebasedAt: [Int] = [], _ settings: XmRChart.Settings = XmRChart.Settings()
    ) throws -> [SpecialCause?] {
        try XmRChart(values: values, direction: .decrease, rebasedAt: rebasedAt, settings: settings).points.map {
            $0?.specialCause
        }
    }

    @Test("a missing month is left out, not 0: the others are read as if it were not there")
    func missing() throws {
        let known: [Double] = [30, 34, 29, 31, 35, 28, 33, 36, 30, 29, 34, 55, 31]
        var gap: [Double?] = known
        gap.insert(contentsOf: [nil, nil], at: 6)
        let (whole, other) = try (causes(known), causes(gap))
        #expect(other[6] == nil && other[7] == nil)
        #expect(Array(other[..<6] + other[8...]) == whole)
        let chart = try XmRChart(values: gap, direction: .decrease)
        #expect(chart.points[6] == nil && chart.phases[0].known == 13 && chart.phases[0].months == 0..<15)
    }

    @Test("a series that never changes has its limits on its mean and no signal", arguments: [0.0, 12, 0.1])
    func constant(value: Double) throws {
        let chart = try XmRChart(values: Array(repeating: value, count: 30), direction: .decrease)
        let limits = try #require(chart.phases[0].limits)
        #expect(limits.lower == value && limits.upper == value)
        #expect(chart.points.allSatisfy { $0?.specialCause == nil && $0?.isOutsideLimits == false })
    }

    @Test("one busy month among many with none is a signal, and the others are not")
    func burst() throws {
        var values = Array(repeating: 0.0, count: 30)
        values[20] = 9
        let found = try causes(values)
        #expect(found[20] == .aboveUpperLimit)
        #expect(found.count { $0 == .belowLowerLimit } == 0)
    }

    @Test("how long a run must be is a setting", arguments: [(7, 6), (6, 6), (6, 7)])
    func runLength(asked: Int, months: Int) throws {
        var settings = XmRChart.Settings()
        settings.runLength = asked
        let level = [14, 10, 14, 10, 14, 10, 14, 10, 14, 10]
        let run = level.map(Double.init) + Array(repeating: 12.5, count: months) + [10, 14, 10, 14]
        let flagged = try causes(run, settings).count { $0 == .aboveMean }
        #expect(flagged == (asked <= months ? months : 0))
    }

    @Test("a month belongs to the rise it ends, whatever begins after it")
    func adjacentRises() throws {
        let rise = (0..<7).map { 20 + Double($0) }
        let found = try causes(rise + rise)
        #expect(found[6] == .rising || found[6] == .aboveUpperLimit)
        #expect(found[7] == .rising || found[7] == .belowLowerLimit)
        #expect(!found.contains(.falling))
    }

    @Test("a month on the mean breaks a run")
    func onTheMean() throws {
        // Six above, one on it, six above: 13 and no run.
        let above: [Double] = [11, 17, 11, 17, 11, 17]
        let values = above + [10] + above + [9, 3, 9, 3, 9, 3, 9, 3, 9, 3, 9, 3]
        let chart = try XmRChart(values: values, direction: .decrease)
        #expect(chart.phases[0].mean == 10 && chart.points[6]?.side == .on)
        #expect(chart.points[..<13].allSatisfy { $0?.specialCause == nil })
        #expect(chart.points[13...].allSatisfy { $0?.specialCause == .belowMean })
        let even = try XmRChart(values: [1, 3, 2, 2, 2, 2, 2, 2, 2, 2], direction: .decrease)
        #expect(even.points.dropFirst(2).allSatisfy { $0?.side == .on && $0?.specialCause == nil })
    }

    @Test("nothing is counted across a rebasing")
    func rebased() throws {
        let values = (0..<26).map { Double(($0 < 13 ? 60 : 20) + $0 % 3) }
        #expect(try causes(values).contains(.aboveMean) || causes(values).contains(.aboveUpperLimit))
        #expect(try causes(values, rebasedAt: [13]).allSatisfy { $0 == nil })
        let chart = try XmRChart(values: values, direction: .decrease, rebasedAt: [13, 13, 0])
        #expect(chart.phases.map(\.months) == [0..<13, 13..<26])
        #expect(chart.phases.allSatisfy { !$0.isShort })
    }

    @Test("turned upside down, a chart says the opposite")
    func mirrored() throws {
        var chance = SeededGenerator(seed: 31)
        for _ in 0..<200 {
            let values: [Double?] = (0..<Int.random(in: 1...50, using: &chance)).map { _ in
                Int.random(in: 0..<10, using: &chance) == 0 ? nil : Double(Int.random(in: 0...15, using: &chance))
            }
            guard values.contains(where: { $0 != nil }) else { continue }
            let up = try XmRChart(values: values, direction: .increase)
            let down = try XmRChart(values: values.map { $0.map { -$0 } }, direction: .decrease)
            for (one, other) in zip(up.points, down.points) {
                #expect(one?.specialCause?.isHigh == (other?.specialCause?.isHigh).map { !$0 })
                #expect(one?.specialCause?.meaning(.increase) == other?.specialCause?.meaning(.decrease))
                #expect((one?.side.rawValue).map { -$0 } == other?.side.rawValue)
            }
        }
    }

    @Test("one month has a mean and no limits, two have both on trial")
    func few() throws {
        let one = try XmRChart(values: [7], direction: .neutral)
        #expect(one.phases[0].mean == 7 && one.phases[0].limits == nil && one.phases[0].isShort)
        let two = try XmRChart(values: [4, 9], direction: .neutral)
        #expect(two.phases[0].limits != nil && two.phases[0].isShort)
        let empty = try XmRChart(values: [1, 2, nil, nil], direction: .neutral, rebasedAt: [2])
        #expect(empty.phases[1].mean == nil && empty.points[2...].allSatisfy { $0 == nil })
    }

    @Test("what can’t be charted is refused with what to do")
    func refused() {
        #expect(throws: StatisticsRefusal.nothingKnown) { try XmRChart(values: [nil, nil], direction: .neutral) }
        #expect(throws: StatisticsRefusal.nothingKnown) { try XmRChart(values: [], direction: .neutral) }
        #expect(throws: StatisticsRefusal.monthNotFinite(-.infinity)) {
            try XmRChart(values: [1, -.infinity], direction: .neutral)
        }
        #expect(throws: StatisticsRefusal.noSuchMonth(2, months: 2)) {
            try XmRChart(values: [1, 2], direction: .neutral, rebasedAt: [2])
        }
        #expect(throws: StatisticsRefusal.outOfRange) {
            try XmRChart(values: [1.7e308, 1.7e308, -1.7e308], direction: .neutral)
        }
        var settings = XmRChart.Settings()
        settings.runLength = 2
        #expect(throws: StatisticsRefusal.self) { try causes([1, 2, 3], settings) }
        settings = XmRChart.Settings()
        settings.fixedAfter = 1
        #expect(throws: StatisticsRefusal.self) { try causes([1, 2, 3], settings) }
    }
}
