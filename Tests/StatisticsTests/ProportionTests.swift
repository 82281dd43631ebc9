import Testing

@testable import Statistics

@Suite("Proportions")
struct ProportionTests {
    @Test("none and all reach exactly 0 and 1", arguments: [1, 7, 100_000, largestCount])
    func ends(total: Int) throws {
        let none = try Proportion(part: 0, of: total)
        #expect(none.interval.lower == 0 && none.interval.upper > 0)
        let all = try Proportion(part: total, of: total)
        #expect(all.interval.upper == 1 && all.interval.lower <= 1)
    }

    @Test("the interval holds the share, stays between 0 and 1, and is mirrored by the rest")
    func mirrored() throws {
        var chance = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let total = max(1, chance.count())
            let part = Int.random(in: 0...total, using: &chance)
            let share = try Proportion(part: part, of: total)
            let rest = try Proportion(part: total - part, of: total)
            #expect(share.interval.contains(share.value))
            #expect(share.interval.lower >= 0 && share.interval.upper <= 1)
            #expect((share.interval.lower - (1 - rest.interval.upper)).magnitude < 1e-12)
        }
    }

    @Test("a larger part has a higher interval")
    func monotone() throws {
        let shares = try (0...60).map { try Proportion(part: $0, of: 60).interval }
        for (one, next) in zip(shares, shares.dropFirst()) {
            #expect(one.lower < next.lower && one.upper < next.upper)
        }
    }

    @Test("what is no part of a whole is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.partExceedsTotal(part: 5, total: 3)) { try Proportion(part: 5, of: 3) }
        #expect(throws: StatisticsRefusal.nothingToShare) { try Proportion(part: 0, of: 0) }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try Proportion(part: -1, of: 5) }
        #expect(throws: StatisticsRefusal.negativeCount(-5)) { try Proportion(part: 1, of: -5) }
    }

    @Test("shares keep the order of their counts and add up to 1")
    func shares() throws {
        let shares = try Proportion.shares(of: [5794, 0, 11_231])
        #expect(shares.map(\.part) == [5794, 0, 11_231])
        #expect(isClose(shares.reduce(0) { $0 + $1.value }, 1))
        #expect(try Proportion.shares(of: []).isEmpty)
        #expect(throws: StatisticsRefusal.nothingToShare) { try Proportion.shares(of: [0, 0]) }
    }
}
