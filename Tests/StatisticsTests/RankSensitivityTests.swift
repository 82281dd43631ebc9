import Testing

@testable import Statistics

@Suite("How places hang on weights and scorers")
struct RankSensitivityTests {
    @Test("no weights within the range put a theme outside its places, and the chosen weights are within")
    func holds() throws {
        var chance = SeededGenerator(seed: 61)
        for _ in 0..<60 {
            let (rows, weights) = try sheet(&chance)
            let percent = Int.random(in: 0...99, using: &chance)
            let sensitivity = try RankSensitivity(scores: rows, weights: weights, within: percent)
            for _ in 0..<60 {
                // Hundredths of the chosen weights, at the ends more often than not.
                let varied = weights.values.map { weight in
                    let factor = [
                        100 - percent, 100 + percent, Int.random(in: 100 - percent...100 + percent, using: &chance),
                    ]
                    return weight * (factor.randomElement(using: &chance) ?? 100)
                }
                for (theme, rank) in ranks(rows, varied).enumerated() {
                    #expect(sensitivity.ranges[theme]?.contains(rank) == true)
                }
            }
            let chosen = try ThemeRanking(scores: rows, weights: weights)
            for (place, range) in zip(chosen.places, sensitivity.ranges) {
                #expect(range?.contains(try #require(place).rank) == true)
            }
        }
    }

    @Test(
        "with two criteria the places are those of every proportion of the weights, tried at and between all crossings")
    func exact() throws {
        var chance = SeededGenerator(seed: 62)
        for _ in 0..<150 {
            let rows = (0..<Int.random(in: 2...8, using: &chance)).map { _ in
                [Int.random(in: 1...5, using: &chance), Int.random(in: 1...5, using: &chance)]
            }
            let weights = [Int.random(in: 1...30, using: &chance), Int.random(in: 1...30, using: &chance)]
            let percent = [10, 25, 50, 80].randomElement(using: &chance) ?? 50

            let sensitivity = try RankSensitivity(scores: scores(rows), weights: RankWeights(weights), within: percent)

            let tried = try proportions(rows, weights, percent).map { try ranks(scores(rows), $0) }
            for theme in rows.indices {
                let all = tried.map { $0[theme] }
                #expect(
                    sensitivity.ranges[theme] == (all.min() ?? 0)...(all.max() ?? 0), "\(rows) \(weights) \(percent)")
            }
        }
    }

    @Test(
        "a place that needs one weight neither too large nor too small is found, though no corner of the range has it")
    func between() throws {
        let rows = try scores([[4, 3], [1, 5], [5, 2]])

        let sensitivity = try RankSensitivity(scores: rows, weights: RankWeights([10, 20]), within: 50)

        #expect(sensitivity.ranges[0] == 1...2)
        for corner in [[5, 10], [5, 30], [15, 10], [15, 30]] { #expect(ranks(rows, corner)[0] == 2) }
        #expect(ranks(rows, [8, 10])[0] == 1)
    }

    @Test("without any range the places are the places, ties and all")
    func still() throws {
        var chance = SeededGenerator(seed: 63)
        for _ in 0..<60 {
            let (rows, weights) = try sheet(&chance)
            let places = try ThemeRanking(scores: rows, weights: weights).places
            let ranges = try RankSensitivity(scores: rows, weights: weights, within: 0).ranges
            #expect(ranges == places.map { place in place.map { $0.rank...$0.rank } })
        }
    }

    @Test("themes with the same scores have the same places at all weights, and are never before one another")
    func twins() throws {
        let ranges = try RankSensitivity(
            scores: scores([[2, 4, 1], [2, 4, 1], [2, 4, 1]]), weights: RankWeights([3, 2, 1])
        ).ranges
        #expect(ranges == [1...1, 1...1, 1...1])
    }

    @Test("each scorer’s own order ranges from their best place to their worst; figures are the same for all")
    func scorers() throws {
        let workshop = try WorkshopScores([[5, 1, 3], [1, 5, 3], [nil, nil, nil]])
        let sensitivity = try ScorerSensitivity(
            criteria: [.workshop(workshop), .figures([.three, .three, .three])], weights: RankWeights([1, 1]))
        #expect(sensitivity.ranges == [1...3, 1...3, 2...2])
        #expect(sensitivity.rankings.keys.sorted() == [0, 1])
    }

    @Test("where somebody abstained the mean of the others stands in")
    func abstained() throws {
        let workshop = try WorkshopScores([[5, 4], [5, 2], [nil, 5]])
        let sensitivity = try ScorerSensitivity(criteria: [.workshop(workshop)], weights: RankWeights([1]))
        #expect(sensitivity.rankings[2]?.places.map { $0?.composite } == [5, 5])
        #expect(sensitivity.ranges == [1...1, 1...2])
    }

    @Test("criteria that are not of the same themes and scorers are refused")
    func refused() throws {
        let workshop = try WorkshopScores([[5, 4], [5, 2]])
        let other = try WorkshopScores([[5, 4]])
        let weights = try RankWeights([1, 1])
        #expect(throws: StatisticsRefusal.ranking(.ragged)) {
            try ScorerSensitivity(criteria: [.workshop(workshop), .workshop(other)], weights: weights)
        }
        #expect(throws: StatisticsRefusal.ranking(.ragged)) {
            try ScorerSensitivity(criteria: [.workshop(workshop), .figures([.one])], weights: weights)
        }
        #expect(throws: StatisticsRefusal.ranking(.noScorers)) {
            try ScorerSensitivity(criteria: [.figures([.one])], weights: RankWeights([1]))
        }
    }

    /// The places at some weights, by whole numbers.
    private func ranks(_ rows: [[Score?]], _ weights: [Int]) -> [Int] {
        let composites = rows.map { row in
            zip(row, weights).reduce(0) { $0 + Int($1.0?.value ?? 0) * $1.1 }
        }
        return composites.map { own in 1 + composites.count { $0 > own } }
    }

    /// Weights of two criteria in every proportion at which some themes tie, at both ends, and between each and the next.
    private func proportions(_ rows: [[Int]], _ weights: [Int], _ percent: Int) -> [[Int]] {
        let (low, high) = (100 - percent, 100 + percent)
        // Proportions first : second, as fractions that stay exact.
        var all = [[weights[0] * low, weights[1] * high], [weights[0] * high, weights[1] * low]]
        let (least, most) = (all[0], all[1])
        for one in rows {
            for other in rows {
                let crossing = [other[1] - one[1], one[0] - other[0]]
                guard crossing[0] > 0, crossing[1] > 0 else { continue }
                if crossing[0] * least[1] > least[0] * crossing[1], crossing[0] * most[1] < most[0] * crossing[1] {
                    all.append(crossing)
                }
            }
        }
        all.sort { $0[0] * $1[1] < $1[0] * $0[1] }
        // The sum of two fractions' tops over the sum of their bottoms lies between them.
        return all + zip(all, all.dropFirst()).map { [$0[0] + $1[0], $0[1] + $1[1]] }
    }
}

@Suite("Scores")
struct ScoreTests {
    @Test("volume is scored by published cut-points, and a missing figure is not 0")
    func cutPoints() throws {
        let cutPoints = try CutPoints([10, 20, 50, 100])
        #expect(
            [0, 9.9, 10, 19, 20, 50, 99, 100, .infinity].map { cutPoints.score($0)?.value } == [
                1, 1, 2, 2, 3, 4, 4, 5, 5,
            ])
        #expect(cutPoints.score(nil) == nil && cutPoints.score(.nan) == nil)
        for points in [[1, 2, 3], [1, 2, 2, 3], [4, 3, 2, 1], [1, 2, 3, .infinity], [1, 2, 3, 4, 5]] {
            #expect(throws: StatisticsRefusal.ranking(.cutPoints)) { try CutPoints(points) }
        }
    }

    @Test("a rise of half that may be chance scores 3, and a small one that is sure scores 4")
    func trend() throws {
        func change(_ before: Int, _ after: Int) throws -> Change {
            try Change(
                before: Array(repeating: before, count: 12), after: Array(repeating: after, count: 12),
                exposureBefore: 12,
                exposureAfter: 12)
        }
        let scoring = try TrendScore()
        let chance = try Change(before: [2, 1, 1], after: [2, 3, 1], exposureBefore: 3, exposureAfter: 3)
        #expect(chance.ratio == 1.5 && scoring.score(chance) == .three)
        #expect(scoring.score(try change(10_000, 10_500)) == .four)
        #expect(scoring.score(try change(10_000, 20_000)) == .five)
        #expect(scoring.score(try change(10_500, 10_000)) == .two)
        #expect(scoring.score(try change(20_000, 10_000)) == .one)
        #expect(throws: StatisticsRefusal.self) { try TrendScore(large: 1) }
        #expect(throws: StatisticsRefusal.self) { try TrendScore(large: .nan) }
    }

    @Test("a standing comes from the funnel, its score from what is good, and no judgement is no score")
    func standing() {
        let positions: [FunnelPosition] = [.farAbove, .above, .within, .below, .farBelow]
        let standings = positions.map { Standing($0) }
        #expect(standings == [.clearlyAbove, .above, .similar, .below, .clearlyBelow])
        #expect(standings.map { $0.score(.highIsBad)?.value } == [5, 4, 3, 2, 1])
        #expect(standings.map { $0.score(.highIsGood)?.value } == [1, 2, 3, 4, 5])
        #expect(standings.allSatisfy { $0.score(.noJudgement) == nil })
    }

    @Test("a workshop’s score comes with its spread, and with who stands apart")
    func workshop() throws {
        let workshop = try WorkshopScores([[3, 1, nil], [3, 1, nil], [4, 5, nil], [nil, 2, nil]])
        #expect(workshop.mean(0) == (try Score(meanOf: [3, 3, 4])))
        #expect(workshop.spread(1) == 1...5 && workshop.dissent(1) == [2])
        #expect(workshop.dissent(0).isEmpty)
        #expect(workshop.mean(2) == nil && workshop.spread(2) == nil && workshop.dissent(2).isEmpty)
        #expect(workshop.agreement.alpha != nil)
        #expect(throws: StatisticsRefusal.ranking(.score(0))) { try WorkshopScores([[0]]) }
    }

    @Test("every refusal says in a sentence what to do")
    func sentences() {
        let refusals: [StatisticsRefusal] = [
            .notSolved, .disclosure(.ragged), .disclosure(.contradiction), .disclosure(.beyondProtection(.grandTotal)),
            .disclosure(.noSuchCell(.count(row: 0, column: 1))), .survey(.noSuchWeights),
            .survey(.population(margin: "age", group: "75+", .nan)),
            .ranking(.weights), .ranking(.score(.nan)), .ranking(.cutPoints),
        ]
        for refusal in refusals {
            let text = "\(refusal)"
            #expect(text.hasSuffix(".") && text.count > 30)
        }
    }
}
