import Testing

@testable import Statistics

@Suite("Agreement")
struct AgreementTests {
    @Test("scorers who give the same scores agree wholly")
    func perfect() throws {
        let agreement = Agreement(of: try ScoreSheet([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]))
        #expect(agreement.alpha == 1 && agreement.alphaByInterval == 1 && agreement.alphaByName == 1)
        #expect(agreement.order?.value == 1)
        #expect(agreement.correlation.map { isClose($0.single, 1) } == true)
        #expect(agreement.verdict == .agreed)
    }

    @Test("a scorer who is a point stricter keeps the order but not the scores")
    func stricter() throws {
        let agreement = Agreement(of: try ScoreSheet([[2, 3, 4, 5], [1, 2, 3, 4]]))
        #expect(agreement.order?.value == 1)
        let single = try #require(agreement.correlation?.single)
        #expect(single < 0.8)
        #expect(try #require(agreement.alpha) < 1)
    }

    @Test("nobody differing, nobody scoring twice, and one scorer alone tell nothing, and say so")
    func nothing() throws {
        for scores: [[Double?]] in [
            [[3, 3], [3, 3]], [[1, nil], [nil, 4]], [[1, 2, 3]], [[nil, nil], [nil, nil]], [[2], [2]],
        ] {
            let agreement = Agreement(of: try ScoreSheet(scores))
            #expect(agreement.alpha == nil && agreement.correlation == nil)
            #expect(agreement.verdict == .unknown)
        }
        #expect(Agreement(of: try ScoreSheet([[3, 3], [3, 3]])).order == nil)
    }

    /// Krippendorff 2004's own example, with absences; the values are those he prints.
    @Test("alpha meets the example of the book that it comes from")
    func published() throws {
        let sheet = try ScoreSheet([
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
            [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ])
        let agreement = Agreement(of: sheet)
        #expect((try #require(agreement.alphaByName) - 0.743).magnitude < 0.0005)
        #expect((try #require(agreement.alpha) - 0.815).magnitude < 0.0005)
        #expect((try #require(agreement.alphaByInterval) - 0.849).magnitude < 0.0005)
        #expect(agreement.order == nil && agreement.correlation == nil)
    }

    /// Shrout & Fleiss 1979, table 2.
    @Test("the correlation meets the example of the paper that it comes from")
    func shroutAndFleiss() throws {
        let sheet = try ScoreSheet([
            [9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7],
        ])
        let correlation = try #require(IntraclassCorrelation(of: sheet))
        #expect((correlation.single - 0.29).magnitude < 0.005)
        #expect((try #require(correlation.mean) - 0.62).magnitude < 0.005)
    }

    @Test("neither the order of scorers nor that of themes makes a difference")
    func order() throws {
        var chance = SeededGenerator(seed: 41)
        for _ in 0..<100 {
            let themes = Int.random(in: 2...9, using: &chance)
            let scores = (0..<Int.random(in: 2...7, using: &chance)).map { _ in
                (0..<themes).map { _ in
                    Int.random(in: 0...9, using: &chance) == 0 ? nil : Double(Int.random(in: 1...5, using: &chance))
                }
            }
            let turned = scores.reversed().map { Array($0.reversed()) }
            let (one, other) = (Agreement(of: try ScoreSheet(scores)), Agreement(of: try ScoreSheet(turned)))
            for (one, other) in [
                (one.alpha, other.alpha), (one.alphaByInterval, other.alphaByInterval),
                (one.alphaByName, other.alphaByName), (one.order?.value, other.order?.value),
                (one.order?.probability, other.order?.probability),
            ] {
                #expect((one == nil) == (other == nil))
                if let one, let other { #expect((one - other).magnitude < 1e-12) }
                if let one { #expect(one.isFinite && one <= 1) }
            }
            if let single = one.correlation?.single {
                #expect(single.isFinite && single <= 1)
                #expect((single - (try #require(other.correlation?.single))).magnitude < 1e-12)
            }
        }
    }

    @Test("sheets that are none are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.ranking(.noScorers)) { try ScoreSheet([]) }
        #expect(throws: StatisticsRefusal.ranking(.noThemes)) { try ScoreSheet([[]]) }
        #expect(throws: StatisticsRefusal.ranking(.ragged)) { try ScoreSheet([[1, 2], [1]]) }
        #expect(throws: StatisticsRefusal.ranking(.score(6))) { try ScoreSheet([[1, 6]], levels: [1, 2, 3, 4, 5]) }
        #expect(throws: StatisticsRefusal.self) { try ScoreSheet([[1, .nan]]) }
        #expect(throws: StatisticsRefusal.ranking(.score(.infinity))) { try ScoreSheet([[1, .infinity]]) }
    }
}
