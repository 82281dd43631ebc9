import Testing

@testable import Statistics

@Suite("Funnel")
struct FunnelTests {
    /// Areas of various sizes with one rate, whose counts vary by chance and by `extra`, a share of the rate.
    private func areas(_ number: Int, extra: Double, _ chance: inout SeededGenerator) -> ([Int], [Double]) {
        let populations = (0..<number).map { _ in Double.random(in: 2000...60_000, using: &chance) }
        let counts = populations.map { people in
            let own = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0...1, using: &chance) }
            return chance.poisson(people * 0.01 * max(0, 1 + extra * own))
        }
        return (counts, populations)
    }

    private func outside(_ funnel: Funnel, beyond95: Bool) -> Double {
        let positions = funnel.areas.compactMap { $0?.position }
        let out = positions.count { $0 == .farAbove || $0 == .farBelow || (beyond95 && $0 != .within) }
        return Double(out) / Double(positions.count)
    }

    @Test("of areas alike but for chance about one in twenty lies beyond the 95 % limits, on either scale")
    func chanceAlone() throws {
        var chance = SeededGenerator(seed: 31)
        let (counts, populations) = areas(1000, extra: 0, &chance)
        for scale in [Funnel.RatioScale.squareRoot, .logarithm] {
            let funnel = try Funnel(counts: counts, populations: populations, scale: scale)
            #expect(outside(funnel, beyond95: true) > 0.03 && outside(funnel, beyond95: true) < 0.07)
            #expect(outside(funnel, beyond95: false) < 0.006)
            #expect(funnel.betweenVariance < 1e-4)
        }
    }

    @Test("limits left as square roots would call a third of such areas outliers")
    func rootsAreTooNarrow() throws {
        var chance = SeededGenerator(seed: 31)
        let (counts, populations) = areas(1000, extra: 0, &chance)
        let funnel = try Funnel(counts: counts, populations: populations)
        let beyond = funnel.areas.compactMap(\.self).count { area in
            let (ratio, upper) = (area.value / funnel.centre, area.limits95.upper / funnel.centre)
            return ratio > upper.squareRoot() || ratio < (area.limits95.lower / funnel.centre).squareRoot()
        }
        #expect(Double(beyond) / 1000 > 0.27)
    }

    @Test("areas that differ among themselves are not outliers for that, though chance alone would call most so")
    func overdispersed() throws {
        var chance = SeededGenerator(seed: 32)
        let (counts, populations) = areas(200, extra: 0.25, &chance)
        let funnel = try Funnel(counts: counts, populations: populations)
        #expect(funnel.dispersion > 5 && funnel.betweenVariance > 0)
        #expect(outside(funnel, beyond95: false) < 0.05)
        let byChance = try funnel.areas.compactMap(\.self).count { area in
            try !funnel.chanceLimits(size: area.size, confidence: 0.998).contains(area.value)
        }
        #expect(Double(byChance) / 200 > 0.3)
    }

    @Test("one area far from its fellows stands out all the same")
    func standsOut() throws {
        var chance = SeededGenerator(seed: 33)
        var (counts, populations) = areas(60, extra: 0.1, &chance)
        populations[7] = 50_000
        counts[7] = 1500
        let area = try #require(try Funnel(counts: counts, populations: populations).areas[7])
        #expect(area.position == .farAbove)
        #expect(area.position.verdict(.lowIsGood) == .worse && area.position.verdict(.noJudgement) == .higher)
        #expect(area.adjustedScore > 3 && area.adjustedScore < area.score)
    }

    @Test("limits widen with variation, hold the centre, and are nested")
    func nested() throws {
        var chance = SeededGenerator(seed: 34)
        for extra in [0, 0.05, 0.3] {
            let (counts, populations) = areas(50, extra: extra, &chance)
            let funnel = try Funnel(counts: counts, populations: populations, per: 100_000)
            for area in funnel.areas.compactMap(\.self) {
                #expect(area.limits95.contains(funnel.centre) && area.limits95.lower >= 0)
                #expect(area.limits998.lower <= area.limits95.lower && area.limits95.upper < area.limits998.upper)
            }
            let sizes = funnel.areas.prefix(8).compactMap { $0?.size }
            for size in sizes {
                let narrow = try funnel.chanceLimits(size: size, confidence: 0.95)
                let wide = try funnel.chanceLimits(size: size, confidence: 0.998)
                #expect(wide.lower < narrow.lower && narrow.upper < wide.upper && narrow.contains(funnel.centre))
            }
        }
    }

    @Test("the lines of a funnel go through the limits of its areas")
    func lines() throws {
        let funnel = try Funnel(counts: [10, 12, 30, 9, 41], populations: [1000, 1200, 900, 2000, 4000])
        for area in funnel.areas.compactMap(\.self) {
            #expect(try funnel.limits(size: area.size, confidence: 0.998) == area.limits998)
        }
        let (near, far) = try (
            funnel.limits(size: 1, confidence: 0.95), funnel.limits(size: 0x1p53, confidence: 0.95)
        )
        #expect(near.lower == 0 && near.upper > far.upper && far.lower > 0)
        for size in [0, -1, .nan, .infinity] as [Double] {
            #expect(throws: StatisticsRefusal.self) { try funnel.limits(size: size, confidence: 0.95) }
            #expect(throws: StatisticsRefusal.self) { try funnel.chanceLimits(size: size, confidence: 0.95) }
        }
    }

    @Test("parts of a whole stay between nothing and all of it, however few they are")
    func proportions() throws {
        let funnel = try Funnel(parts: [0, 1, 2, 1, 3, 0, 9], of: [1, 2, 3, 9, 40, 200, 900])
        for area in funnel.areas.compactMap(\.self) {
            let chance = try funnel.chanceLimits(size: area.size, confidence: 0.998)
            for limits in [area.limits95, area.limits998, chance] {
                #expect(limits.lower >= 0 && limits.upper <= 100 && limits.contains(funnel.centre))
            }
        }
        // So small an area can be anywhere: a sine that turned back would shut it out.
        let smallest = try #require(funnel.areas[0])
        #expect(smallest.limits998.lower == 0)
    }

    @Test("an area whose count is not known is in no average and has no place")
    func missing() throws {
        let with = try Funnel(counts: [10, nil, 12, 30], populations: [1000, .nan, 1200, 900])
        let without = try Funnel(counts: [10, 12, 30], populations: [1000, 1200, 900])
        #expect(with.areas[1] == nil)
        #expect(with.areas.compactMap(\.self) == without.areas.compactMap(\.self))
        #expect(with.centre == without.centre)
    }

    @Test("a count of 0 has a place on the square-root scale, and on the logarithmic one if it is trimmed away")
    func zero() throws {
        let counts = [0] + Array(repeating: 20, count: 14) + [30, 31, 40, 45, 50]
        let populations = Array(repeating: 1000.0, count: 20)
        let root = try #require(try Funnel(counts: counts, populations: populations).areas[0])
        #expect(root.value == 0 && root.score.isFinite)
        let log = try #require(try Funnel(counts: counts, populations: populations, scale: .logarithm).areas[0])
        #expect(log.value == 0 && log.score == -.infinity && log.position == .farBelow)
        #expect(throws: StatisticsRefusal.zeroOnLogarithmicScale) {
            try Funnel(counts: counts, populations: populations, scale: .logarithm, trim: 0)
        }
    }

    @Test("areas that are all alike have no variation between them")
    func constant() throws {
        let funnel = try Funnel(counts: [5, 5, 5], populations: [100, 100, 100])
        #expect(funnel.dispersion < 1e-20 && funnel.betweenVariance == 0)
        #expect(funnel.areas.allSatisfy { $0?.position == .within })
        let none = try Funnel(parts: [0, 0, 0], of: [5, 6, 7])
        #expect(none.centre == 0 && none.areas.allSatisfy { $0?.position == .within })
    }

    @Test("what makes no funnel is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.tooFewAreas(0, needed: 2)) { try Funnel(counts: [], populations: []) }
        #expect(throws: StatisticsRefusal.tooFewAreas(1, needed: 2)) { try Funnel(counts: [5], populations: [9]) }
        #expect(throws: StatisticsRefusal.tooFewAreas(0, needed: 2)) { try Funnel(counts: [nil], populations: [9]) }
        #expect(throws: StatisticsRefusal.noEvents) { try Funnel(counts: [0, 0], populations: [9, 9]) }
        #expect(throws: StatisticsRefusal.lengthsDiffer(2, 1)) { try Funnel(counts: [5, 6], populations: [9]) }
        #expect(throws: StatisticsRefusal.notPositive(0)) { try Funnel(counts: [5, 6], populations: [9, 0]) }
        #expect(throws: StatisticsRefusal.negativeCount(-6)) { try Funnel(counts: [5, -6], populations: [9, 9]) }
        #expect(throws: StatisticsRefusal.trim(0.5)) { try Funnel(counts: [5, 6], populations: [9, 9], trim: 0.5) }
        #expect(throws: StatisticsRefusal.self) { try Funnel(counts: [5, 6], populations: [9, 9], trim: .nan) }
        #expect(throws: StatisticsRefusal.notPositive(-1)) { try Funnel(observed: [5, 6], expected: [4, -1]) }
        #expect(throws: StatisticsRefusal.partExceedsTotal(part: 9, total: 8)) {
            try Funnel(parts: [9, 1], of: [8, 8])
        }
        #expect(throws: StatisticsRefusal.nothingToShare) { try Funnel(parts: [0, 1], of: [0, 8]) }
    }

    @Test("sizes at the ends of what a number holds give limits or a refusal, never a NaN")
    func extremes() throws {
        for sizes in [[1e-300, 1e-300, 5], [1e-9, 1, 1e9], [1e300, 1e-300, 1], [0x1p53, 0x1p53, 1e-5]] {
            for scale in [Funnel.RatioScale.squareRoot, .logarithm] {
                guard let funnel = try? Funnel(observed: [4, largestCount, 7], expected: sizes, scale: scale) else {
                    continue
                }
                for area in funnel.areas.compactMap(\.self) {
                    let chance = try funnel.chanceLimits(size: area.size, confidence: 0.998)
                    for limits in [area.limits95, area.limits998, chance] {
                        #expect(limits.lower <= limits.upper, "\(sizes) \(scale)")
                    }
                    #expect(!area.score.isNaN && !area.adjustedScore.isNaN)
                }
            }
        }
    }
}

@Suite("ChanceFunnel")
struct ChanceFunnelTests {
    @Test("on the line of a limit an area’s exact interval just holds the average")
    func lines() throws {
        let funnel = try ChanceFunnel(counts: [40, 90, 200], populations: [9000, 14_000, 41_000])
        for row in funnel.rows.prefix(40) {
            let upper = try PoissonRate(count: Int(row.size), exposure: row.upper95.population / 1000)
            let lower = try PoissonRate(
                count: Int(row.size), exposure: row.lower998.population / 1000, confidence: 0.998)
            #expect(isClose(upper.interval.lower, funnel.average, within: 1e-10))
            #expect(isClose(lower.interval.upper, funnel.average, within: 1e-10))
            #expect(isClose(upper.value, row.upper95.value, within: 1e-10))
        }
    }

    @Test("lines are over the people of one year, whatever the number of years counted")
    func years() throws {
        let one = try ChanceFunnel(counts: [40, 90, 200], populations: [9000, 14_000, 41_000])
        let three = try ChanceFunnel(counts: [40, 90, 200], populations: [9000, 14_000, 41_000], years: 3)
        #expect(one.positions == three.positions && one.average == three.average)
        #expect(isClose(three.rows[0].lower95.population * 3, one.rows[0].lower95.population))
    }

    @Test("an area is outside its funnel exactly where its Wilson interval does not hold the average")
    func wilson() throws {
        var chance = SeededGenerator(seed: 41)
        let totals = (0..<200).map { _ in Int.random(in: 1...900, using: &chance) }
        let parts = totals.map { Int.random(in: 0...$0, using: &chance) }
        let funnel = try ChanceFunnel(parts: parts, of: totals)
        for (place, position) in funnel.positions.enumerated() {
            let interval = try Proportion(part: parts[place], of: totals[place]).interval
            #expect((position == .within) == interval.contains(funnel.average / 100))
        }
    }

    @Test("limits of percentages end at 0 and at the whole, whatever the unit")
    func clamped() throws {
        let funnel = try ChanceFunnel(parts: [400, 500, 450], of: [900, 905, 990], per: 1000)
        #expect(funnel.rows.allSatisfy { $0.lower998.value >= 0 && $0.upper998.value <= 1000 })
        #expect(funnel.rows.contains { $0.upper95.value > 100 })
    }

    @Test("sizes rise from the first to the last, and lines over sizes within a factor of two begin near the least")
    func grid() throws {
        let close = try ChanceFunnel(parts: [400, 500, 450], of: [9000, 9050, 9900])
        #expect(close.rows.first?.size == 8000 && close.rows.last?.size == 11_000)
        for (one, other) in zip(close.rows, close.rows.dropFirst()) { #expect(one.size < other.size) }
        let few = try ChanceFunnel(counts: [1, 0], populations: [10, 10])
        #expect(few.rows.count == 100)
    }

    @Test("what makes no funnel is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.tooFewAreas(0, needed: 1)) { try ChanceFunnel(counts: [], populations: []) }
        #expect(throws: StatisticsRefusal.noEvents) { try ChanceFunnel(counts: [0], populations: [9]) }
        #expect(throws: StatisticsRefusal.notPositive(0)) { try ChanceFunnel(counts: [1], populations: [9], years: 0) }
        #expect(throws: StatisticsRefusal.tooFewAreas(0, needed: 1)) { try ChanceFunnel(parts: [], of: []) }
        #expect(throws: StatisticsRefusal.nothingToShare) { try ChanceFunnel(parts: [0], of: [0]) }
        #expect(throws: StatisticsRefusal.lengthsDiffer(1, 2)) { try ChanceFunnel(parts: [0], of: [1, 1]) }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try ChanceFunnel(parts: [-1], of: [1]) }
    }
}
