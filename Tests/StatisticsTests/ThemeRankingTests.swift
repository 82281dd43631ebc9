import Testing

@testable import Statistics

@Suite("Rankings of themes")
struct ThemeRankingTests {
    @Test("composites are weighted means, and the highest comes first")
    func composite() throws {
        let ranking = try ThemeRanking(scores: scores([[5, 1], [1, 5], [3, 3]]), weights: RankWeights([3, 1]))
        #expect(ranking.places.map { $0?.composite } == [4, 2, 3])
        #expect(ranking.places.map { $0?.rank } == [1, 3, 2])
    }

    @Test("ties stay ties, and the place after two seconds is the fourth")
    func ties() throws {
        let ranking = try ThemeRanking(
            scores: scores([[5, 5], [4, 2], [2, 4], [1, 1]]), weights: RankWeights([1, 1]))
        #expect(ranking.places.map { $0?.rank } == [1, 2, 2, 4])
        #expect(ranking.places.map { $0?.isShared } == [false, true, true, false])
    }

    @Test("means of scorers tie exactly, where sums of fractions in floating point would not")
    func exactTies() throws {
        let third = try Score(meanOf: [1, 1, 2])
        let tenth = try Score(meanOf: Array(repeating: 1, count: 9) + [2])
        let rows: [[Score?]] = [[third, third, third, .one], [.one, .one, .one, .two], [tenth, tenth, tenth, .one]]
        let ranking = try ThemeRanking(scores: rows, weights: RankWeights([1, 1, 1, 1]))
        #expect(ranking.places.map { $0?.rank } == [1, 1, 3])
    }

    @Test("any number of scorers of any theme can be ranked: what ties stays tied, what differs by little differs")
    func manyScorers() throws {
        let counts = [23, 19, 17, 13, 11, 16, 9, 7, 5, 29, 31, 37]
        var rows: [[Score?]] = try counts.map { count in
            [try Score(meanOf: Array(repeating: 3, count: count - 1) + [4]), .three]
        }
        rows.append([try Score(meanOf: Array(repeating: 3, count: 22) + [4]), .three])
        let ranking = try ThemeRanking(scores: rows, weights: RankWeights([30, 20]))
        let places = ranking.places.compactMap { $0?.rank }
        #expect(places.count == rows.count)
        // The fewer scorers, the more one of them lifts the mean.
        let order = zip(counts, places).sorted { $0.0 < $1.0 }.map(\.1)
        #expect(order == order.sorted())
        #expect(places[0] == places[12])
        _ = try RankSensitivity(scores: rows, weights: RankWeights([30, 20]), within: 50)
    }

    @Test(
        "a theme without a score on a criterion that counts is not ranked, and the others are as if it were not there")
    func missing() throws {
        let rows: [[Score?]] = [[.five, nil], [.one, .two], [.two, .two]]
        let ranking = try ThemeRanking(scores: rows, weights: RankWeights([1, 1]))
        #expect(ranking.places.map { $0?.rank } == [nil, 2, 1])
        let without = try ThemeRanking(scores: rows, weights: RankWeights([1, 0]))
        #expect(without.places.map { $0?.rank } == [1, 3, 2])
    }

    @Test("a higher score never lowers a theme, and no other rises by it")
    func monotone() throws {
        var chance = SeededGenerator(seed: 51)
        for _ in 0..<300 {
            var (rows, weights) = try sheet(&chance)
            let before = try ThemeRanking(scores: rows, weights: weights)
            let sensitivityBefore = try RankSensitivity(scores: rows, weights: weights)
            let theme = Int.random(in: rows.indices, using: &chance)
            let criterion = Int.random(in: weights.values.indices, using: &chance)
            guard let score = rows[theme][criterion], score.value < 5 else { continue }
            rows[theme][criterion] = try Score(Int(score.value) + 1)
            let after = try ThemeRanking(scores: rows, weights: weights)
            let sensitivityAfter = try RankSensitivity(scores: rows, weights: weights)
            for other in rows.indices {
                let (then, now) = (try #require(before.places[other]), try #require(after.places[other]))
                #expect(other == theme ? now.rank <= then.rank : now.rank >= then.rank)
                let (range, later) = (sensitivityBefore.ranges[other], sensitivityAfter.ranges[other])
                let (was, isNow) = (try #require(range), try #require(later))
                if other == theme {
                    #expect(isNow.lowerBound <= was.lowerBound && isNow.upperBound <= was.upperBound)
                } else {
                    #expect(isNow.lowerBound >= was.lowerBound && isNow.upperBound >= was.upperBound)
                }
            }
        }
    }

    @Test("weights in the same proportions give the same places and the same ranges")
    func scaling() throws {
        var chance = SeededGenerator(seed: 52)
        for _ in 0..<100 {
            let (rows, weights) = try sheet(&chance)
            let scaled = try RankWeights(weights.values.map { $0 * 7 })
            #expect(
                try ThemeRanking(scores: rows, weights: weights).places.map { $0?.rank }
                    == ThemeRanking(scores: rows, weights: scaled).places.map { $0?.rank })
            #expect(
                try RankSensitivity(scores: rows, weights: weights).ranges
                    == RankSensitivity(scores: rows, weights: scaled).ranges)
        }
    }

    @Test("sheets and weights that are none are refused")
    func refused() throws {
        let weights = try RankWeights([1, 2])
        #expect(throws: StatisticsRefusal.ranking(.weights)) { try RankWeights([0, 0]) }
        #expect(throws: StatisticsRefusal.ranking(.weights)) { try RankWeights([1, -1]) }
        #expect(throws: StatisticsRefusal.ranking(.weights)) { try RankWeights([1001]) }
        #expect(throws: StatisticsRefusal.ranking(.weights)) { try RankWeights([]) }
        #expect(throws: StatisticsRefusal.ranking(.ragged)) { try ThemeRanking(scores: [[.one]], weights: weights) }
        #expect(throws: StatisticsRefusal.ranking(.noThemes)) { try ThemeRanking(scores: [], weights: weights) }
        #expect(throws: StatisticsRefusal.ranking(.weightRange(100))) {
            try RankSensitivity(scores: [[.one, .one]], weights: weights, within: 100)
        }
        #expect(throws: StatisticsRefusal.ranking(.score(6))) { try Score(6) }
        #expect(throws: StatisticsRefusal.ranking(.noScorers)) { try Score(meanOf: []) }
    }
}

/// Rows of whole scores.
func scores(_ rows: [[Int]]) throws -> [[Score?]] {
    try rows.map { try $0.map { try Score($0) } }
}

/// Some themes with whole scores, and weights.
func sheet(_ chance: inout SeededGenerator) throws -> (rows: [[Score?]], weights: RankWeights) {
    let criteria = Int.random(in: 1...5, using: &chance)
    let rows = (0..<Int.random(in: 2...9, using: &chance)).map { _ in
        (0..<criteria).map { _ in Int.random(in: 1...5, using: &chance) }
    }
    let weights = (0..<criteria).map { _ in Int.random(in: 1...40, using: &chance) }
    return (try scores(rows), try RankWeights(weights))
}
