import Testing

@testable import Statistics

@Suite("Concentration")
struct ConcentrationTests {
    @Test("the Gini index is half the mean difference between areas over their mean")
    func meanDifference() throws {
        var chance = SeededGenerator(seed: 8)
        for areas in [1, 2, 7, 60] {
            let counts = (0..<areas).map { _ in Int.random(in: 0...1 << Int.random(in: 0...12, using: &chance)) }
            guard counts.contains(where: { $0 > 0 }) else { continue }
            var sum = 0
            for one in counts { for other in counts { sum += abs(one - other) } }
            let expected = Double(sum) / Double(2 * areas * counts.reduce(0, +))
            #expect(abs(try #require(try Concentration(counts).gini) - expected) < 1e-12)
        }
    }

    @Test("the fewest areas hold what they are said to, and one fewer would not")
    func fewest() throws {
        var chance = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let counts = (0..<Int.random(in: 1...60, using: &chance)).map { _ in Int.random(in: 0...9, using: &chance) }
            let spread = try Concentration(counts)
            let most = counts.sorted(by: >)
            for percent in [1, 25, 50, 80, 100] {
                guard let holding = try spread.areas(holding: percent) else {
                    #expect(spread.events == 0)
                    continue
                }
                #expect(100 * most.prefix(holding.fewest).reduce(0, +) >= percent * spread.events)
                #expect(100 * most.prefix(holding.fewest - 1).reduce(0, +) < percent * spread.events)
            }
        }
    }

    @Test("areas of equal counts that are not all needed are all named, and none of them chosen")
    func ties() throws {
        let spread = try Concentration([2, 9, 2, 0, 2, nil, 2])
        let half = try #require(try spread.areas(holding: 50))
        #expect(half.fewest == 1 && half.certain == [1] && half.tied.isEmpty)
        let most = try #require(try spread.areas(holding: 80))
        #expect(most.fewest == 4 && most.certain == [1] && most.tied == [0, 2, 4, 6])
        let all = try #require(try spread.areas(holding: 100))
        #expect(all.fewest == 5 && all.certain == [1, 0, 2, 4, 6] && all.tied.isEmpty)
    }

    @Test("one event an area is as even as so few events can be, and the generalised index says so")
    func generalised() throws {
        let spread = try Concentration(Array(repeating: 1, count: 10) + Array(repeating: 0, count: 90))
        #expect(isClose(try #require(spread.gini), 0.9))
        #expect(try #require(spread.generalisedGini) < 1e-12)
        let one = try Concentration([0, 0, 1])
        #expect(try #require(one.generalisedGini) < 1e-12 && one.unbiasedGeneralisedGini == nil)
    }

    @Test("an area whose count is not known is no area without events")
    func unknown() throws {
        let spread = try Concentration([4, nil, 0, nil])
        #expect(spread.areas == 2 && spread.areasWithNone == 1)
    }

    @Test("without events there is no index, and no areas hold them")
    func noEvents() throws {
        let spread = try Concentration([0, 0])
        #expect(spread.gini == nil && spread.generalisedGini == nil && spread.unbiasedGini == nil)
        #expect(try spread.areas(holding: 50) == nil)
        #expect(spread.share(ofTop: 1) == nil)
    }

    @Test("the largest counts there can be are counted exactly")
    func largest() throws {
        let spread = try Concentration([largestCount - 1, 1, 0])
        #expect(try spread.areas(holding: 100)?.fewest == 2)
        #expect(spread.share(ofTop: 5) == 1 && spread.share(ofTop: 0) == 0)
        #expect(throws: StatisticsRefusal.countTooLarge(largestCount + 1)) { try Concentration([largestCount, 1]) }
    }

    @Test("without areas there is nothing, and that is said, not refused")
    func noAreas() throws {
        for counts in [[], [nil, nil]] as [[Int?]] {
            let spread = try Concentration(counts)
            #expect(spread.areas == 0 && spread.events == 0 && spread.gini == nil)
            #expect(try spread.areas(holding: 25) == nil)
        }
    }

    @Test("a negative count, or a percentage beyond 100 are refused")
    func refused() throws {
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try Concentration([3, -1]) }
        let spread = try Concentration([3])
        for percent in [0, 101, Int.min] {
            #expect(throws: StatisticsRefusal.percentage(percent)) { try spread.areas(holding: percent) }
        }
    }
}
