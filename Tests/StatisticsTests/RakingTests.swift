import Testing

@testable import Statistics

@Suite("Raking")
struct RakingTests {
    @Test("weighted, the answers have the people’s shares of every margin, and a mean weight of 1")
    func shares() throws {
        var chance = SeededGenerator(seed: 31)
        for _ in 0..<50 {
            let margins = sample(&chance, respondents: Int.random(in: 40...400, using: &chance))
            let raking = try Raking(margins: margins)
            #expect(isClose(raking.weights.reduce(0, +), Double(raking.weights.count)))
            for margin in margins {
                let people = margin.population.values.reduce(0, +)
                for (group, population) in margin.population {
                    let weight = zip(margin.groups, raking.weights).reduce(0) { $0 + ($1.0 == group ? $1.1 : 0) }
                    #expect(isClose(weight / Double(raking.weights.count), population / people, within: 1e-9))
                }
            }
            #expect(raking.weights.allSatisfy { $0 > 0 && $0.isFinite })
            #expect(raking.effect.designEffect >= 1)
        }
    }

    @Test("only proportions matter: of the populations, and of the starting weights")
    func proportions() throws {
        var chance = SeededGenerator(seed: 32)
        let margins = sample(&chance, respondents: 200)
        let start = (0..<200).map { _ in Double.random(in: 0.5...4, using: &chance) }
        let raking = try Raking(margins: margins, startingWeights: start)
        let other = try Raking(
            margins: margins.map { margin in
                SurveyMargin(
                    name: margin.name, groups: margin.groups, population: margin.population.mapValues { $0 * 1000 })
            }, startingWeights: start.map { $0 * 1e200 })
        for (one, other) in zip(raking.weights, other.weights) { #expect(isClose(one, other, within: 1e-9)) }
    }

    @Test("answers that already have the people’s shares weigh 1 each")
    func balanced() throws {
        let sex = SurveyMargin(name: "sex", groups: ["F", "M", "F", "M"], population: ["F": 50, "M": 50])
        let raking = try Raking(margins: [sex])
        #expect(raking.weights == [1, 1, 1, 1])
        #expect(raking.effect.designEffect == 1 && raking.effect.effectiveSample == 4)
        #expect(raking.warnings.isEmpty)
    }

    @Test("one answer that speaks for many, and weights that halve the sample, are warned of")
    func warnings() throws {
        let groups = ["young"] + Array(repeating: "old", count: 19)
        let age = SurveyMargin(name: "age group", groups: groups, population: ["young": 50, "old": 50])
        let raking = try Raking(margins: [age])
        #expect(raking.warnings.count == 2)
        guard case .largeWeight(let weight) = raking.warnings.first,
            case .lowPrecision(let effect) = raking.warnings.last
        else {
            Issue.record("other warnings: \(raking.warnings)")
            return
        }
        #expect(isClose(weight, 10) && isClose(effect, 20 * (100 + 19 * (10.0 / 19) * (10.0 / 19)) / 400))
    }

    @Test("a group that nobody answered from, and an answer from no group, are refused by name")
    func emptyCells() {
        let population = ["F": 51.0, "M": 49.0]
        func margin(_ groups: [String?]) -> [SurveyMargin] {
            [SurveyMargin(name: "sex", groups: groups, population: population)]
        }
        #expect(throws: StatisticsRefusal.survey(.groupWithoutRespondents(margin: "sex", group: "M"))) {
            try Raking(margins: margin(["F", "F"]))
        }
        #expect(throws: StatisticsRefusal.survey(.groupWithoutPopulation(margin: "sex", group: "X"))) {
            try Raking(margins: margin(["F", "M", "X"]))
        }
        #expect(throws: StatisticsRefusal.survey(.groupMissing(margin: "sex", respondent: 2))) {
            try Raking(margins: margin(["F", nil, "M"]))
        }
        #expect(throws: StatisticsRefusal.survey(.noRespondents)) { try Raking(margins: margin([])) }
        #expect(throws: StatisticsRefusal.survey(.noMargins)) { try Raking(margins: []) }
        #expect(throws: StatisticsRefusal.survey(.startingWeight(0))) {
            try Raking(margins: margin(["F", "M"]), startingWeights: [1, 0])
        }
        #expect(throws: StatisticsRefusal.survey(.notAligned("starting weights", 1, expected: 2))) {
            try Raking(margins: margin(["F", "M"]), startingWeights: [1])
        }
        let none = SurveyMargin(name: "sex", groups: ["F", "M"], population: ["F": 51, "M": 0])
        #expect(throws: StatisticsRefusal.survey(.population(margin: "sex", group: "M", 0))) {
            try Raking(margins: [none])
        }
    }

    @Test("populations that no weights can meet together are refused")
    func impossible() {
        // All who are young are men, but the people are half young and only a fifth men.
        let age = SurveyMargin(
            name: "age group", groups: ["young", "young", "old", "old"], population: ["young": 50, "old": 50])
        let sex = SurveyMargin(name: "sex", groups: ["M", "M", "F", "F"], population: ["F": 80, "M": 20])
        #expect(throws: StatisticsRefusal.survey(.noSuchWeights)) { try Raking(margins: [age, sex]) }
    }

    private func sample(_ chance: inout SeededGenerator, respondents: Int) -> [SurveyMargin] {
        [("age group", 4), ("sex", 2), ("ward", 5)].map { name, number in
            // One of each first, so that no group is empty.
            let groups = (0..<respondents).map { index in
                "\(name) \(index < number ? index : Int.random(in: 0..<number, using: &chance))"
            }
            let population = (0..<number).map { ("\(name) \($0)", Double.random(in: 1...4, using: &chance)) }
            return SurveyMargin(name: name, groups: groups, population: Dictionary(uniqueKeysWithValues: population))
        }
    }
}

@Suite("Weighted shares")
struct WeightedShareTests {
    @Test("with weights alike it is the plain share with Wilson’s interval, whatever the weights are")
    func plain() throws {
        let answers: [Bool?] = Array(repeating: true, count: 30) + Array(repeating: false, count: 70)
        let plain = try Proportion(part: 30, of: 100)
        for weight in [1e-200, 1, 3, 1e200] {
            let share = try WeightedShare(answers: answers, weights: Array(repeating: weight, count: 100))
            #expect(isClose(share.value, plain.value) && isClose(share.effect.effectiveSample, 100))
            #expect(isClose(share.interval.lower, plain.interval.lower, within: 1e-11))
            #expect(isClose(share.interval.upper, plain.interval.upper, within: 1e-11))
        }
    }

    @Test("who did not answer counts nowhere: not in the base, not in the effective sample")
    func missing() throws {
        let weights = [1.0, 2, 3, 4, 100]
        let share = try WeightedShare(answers: [true, false, true, false, nil], weights: weights)
        let without = try WeightedShare(answers: [true, false, true, false], weights: Array(weights.dropLast()))
        #expect(share == without)
        #expect(share.base == 4 && share.agreeing == 2 && share.unweighted == 0.5 && isClose(share.value, 0.4))
    }

    @Test("unequal weights widen the interval, and it stays between 0 and 1 and holds the share")
    func wider() throws {
        var chance = SeededGenerator(seed: 33)
        for _ in 0..<200 {
            let n = Int.random(in: 1...150, using: &chance)
            let answers = (0..<n).map { _ in Bool.random(using: &chance) }
            let weights = (0..<n).map { _ in Double.random(in: 0.1...6, using: &chance) }
            let share = try WeightedShare(answers: answers, weights: weights)
            #expect(share.effect.effectiveSample <= Double(n) && share.effect.designEffect >= 1)
            #expect(share.interval.contains(share.value))
            #expect(share.interval.lower >= 0 && share.interval.upper <= 1)
        }
    }

    @Test(
        "a base under 30 bears no percentage, and under 100 a caution",
        arguments: [(29, 0), (30, 1), (99, 1), (100, 2)])
    func standing(base: Int, place: Int) throws {
        let share = try WeightedShare(
            answers: Array(repeating: true, count: base), weights: Array(repeating: 1, count: base))
        #expect(share.standing == [.tooFew, .smallBase, .sound][place])
        #expect(share.value == 1 && share.interval.upper == 1 && share.interval.lower < 1)
    }

    @Test("what can’t be weighted is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.survey(.noRespondents)) { try WeightedShare(answers: [nil], weights: [1]) }
        #expect(throws: StatisticsRefusal.survey(.notAligned("weights", 2, expected: 1))) {
            try WeightedShare(answers: [true], weights: [1, 1])
        }
        #expect(throws: StatisticsRefusal.survey(.startingWeight(-1))) {
            try WeightedShare(answers: [true, false], weights: [1, -1])
        }
        #expect(throws: StatisticsRefusal.survey(.startingWeight(0))) {
            try WeightedShare(answers: [true], weights: [0])
        }
        #expect(throws: StatisticsRefusal.confidence(0)) {
            try WeightedShare(answers: [true], weights: [1], confidence: 0)
        }
    }
}
