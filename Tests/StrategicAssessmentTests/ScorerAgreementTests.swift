import DataFiles
import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import StrategicAssessment

@Suite("An agreed order says how far it holds: the scorers’ agreement, their spread and the places a theme takes")
struct ScorerAgreementTests {
    private static let people: [ID<Person>] = (0..<3).map { _ in Identities.system.new(at: Scratch.noon) }
    private static let themes = ["Violence", "Burglary", "Drugs"].enumerated().map { position, name in
        Theme(
            id: Identities.system.new(at: Scratch.noon), details: ThemeDetails(name: name, covers: "", measures: []),
            position: position)
    }

    /// Ranked by two criteria of people, from what each of them gave each theme.
    private static func ranking(influence: [[Int?]], perception: [[Int?]], weights: [String: Int]) throws
        -> AgreedRanking
    {
        func given(_ sheet: [[Int?]], _ criterion: Criterion) -> [GivenScore] {
            zip(people, sheet).flatMap { person, scores in
                zip(themes, scores).map { theme, score in
                    GivenScore(
                        theme: theme.id, criterion: criterion, scorer: .person(person), score: score, reason: "",
                        source: "", enteredBy: "Aysha Bell", at: Scratch.noon)
                }
            }
        }
        var rules = RankingRules.usual
        rules.weights = weights
        return AgreedRanking(
            try RankingMatrix(
                themes: themes, evidence: [:], given: given(influence, .influence) + given(perception, .perception),
                rules: SavedRules(version: 1, rules: rules, setBy: "x", why: "x")))
    }

    private static let apart: [[Int?]] = [[1, 5, 3], [5, 1, 3], [3, 3, 1]]
    private static let alike: [[Int?]] = [[5, 3, 1], [5, 3, 1], [5, 3, 1]]

    @Test("who does not agree is said before the order, and only of a criterion that counts")
    func warned() throws {
        let both = try Self.ranking(
            influence: Self.apart, perception: Self.alike, weights: ["influence": 1, "perception": 1])
        #expect(
            both.warning
                == "The scorers do not agree on influence: this is one order of several that they could have given. See below "
                + "how far each place holds.")
        #expect(both.agreementSentences.count == 2)
        #expect(both.agreementSentences[0].hasPrefix("Residents, 3 scorers: the scorers agree well enough"))
        #expect(
            both.agreementSentences[1].hasPrefix("Influence, 3 scorers: the scorers do not agree (Krippendorff’s alpha")
        )
        let uncounted = try Self.ranking(
            influence: Self.apart, perception: Self.alike, weights: ["influence": 0, "perception": 1])
        #expect(uncounted.warning == nil)
    }

    @Test("of one scorer nothing is said of agreement, and of none nothing at all")
    func alone() throws {
        let one = try Self.ranking(influence: [[4, 2, nil]], perception: [], weights: ["influence": 1])
        #expect(
            one.agreementSentences == ["Influence: one scorer only: whether others would score alike is not known."])
        #expect(one.warning == nil)
        let none = try Self.ranking(influence: [], perception: [], weights: ["influence": 1])
        #expect(none.agreementSentences.isEmpty)
        #expect(none.rangesTable == nil)
    }

    @Test("the places a theme takes and how far its scores spread stand in a table, and nobody’s name does")
    func ranges() throws {
        let ranking = try Self.ranking(
            influence: Self.apart, perception: [[5, 2, nil]], weights: ["influence": 1, "perception": 1])
        let table = try #require(ranking.rangesTable)
        #expect(
            table.columns.map(\.head) == [
                "Theme", "By the scores", "By other weights", "By scorer", "Residents", "Influence",
            ])
        let violence = try #require(table.rows.first { $0[0] == "Violence" })
        #expect(violence[4] == "1 score, 5")
        #expect(violence[5] == "3 scores, 1 to 5")
        #expect(!String(decoding: try JSONEncoder().encode(ranking), as: UTF8.self).contains("Aysha Bell"))
        let facts = ranking.facts
        for row in facts.rows { #expect(row.count == facts.columns.count) }
    }

    @Test("it is read back as it was kept")
    func kept() throws {
        let ranking = try Self.ranking(influence: Self.apart, perception: Self.alike, weights: ["influence": 1])
        #expect(try JSONDecoder().decode(AgreedRanking.self, from: JSONEncoder().encode(ranking)) == ranking)
    }
}
