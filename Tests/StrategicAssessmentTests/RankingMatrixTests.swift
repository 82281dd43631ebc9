import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import StrategicAssessment

@Suite("Themes are ranked by stated rules, and what is missing is never filled in")
struct RankingMatrixTests {
    private static let figure = Evidence.Figure(words: "x", sentence: "x", notes: [], source: "x", address: nil)

    private static func theme(_ name: String, _ position: Int) -> Theme {
        Theme(
            id: Identities.system.new(at: Scratch.noon),
            details: ThemeDetails(name: name, covers: "", measures: ["street-crime/burglary"]), position: position)
    }

    private static func evidence(count: Int, from before: [Int], to after: [Int]) throws -> Evidence {
        let change = try Change(
            before: before, after: after, exposureBefore: Double(before.count), exposureAfter: Double(after.count))
        return Evidence(
            volume: .success((count, figure)), trend: .success((change, figure)),
            comparison: .failure(.init("none chosen")))
    }

    private static func score(_ theme: Theme, _ criterion: Criterion, _ score: Int?, by person: ID<Person>)
        -> GivenScore
    {
        GivenScore(
            theme: theme.id, criterion: criterion, scorer: .person(person), score: score, reason: "", source: "",
            enteredBy: "x", at: Scratch.noon)
    }

    private static var rules: SavedRules {
        var rules = RankingRules.usual
        rules.weights = ["volume": 1, "trend": 1, "influence": 1]
        rules.cutPoints = [100, 200, 300, 400]
        return SavedRules(version: 1, rules: rules, setBy: "x", why: "x")
    }

    private static let people: [ID<Person>] = (0..<3).map { _ in Identities.system.new(at: Scratch.noon) }

    @Test("volume by its cut-points, trend by its interval, influence by the mean, and the composite by the weights")
    func composite() throws {
        let theme = Self.theme("Burglary", 0)
        let evidence = try Self.evidence(
            count: 250, from: Array(repeating: 100, count: 12), to: Array(repeating: 200, count: 12))
        let given = zip(Self.people, [2, 3, 5]).map { Self.score(theme, .influence, $1, by: $0) }
        let matrix = try RankingMatrix(
            themes: [theme], evidence: [theme.id: evidence], given: given, rules: Self.rules)
        let row = matrix.rows[0]
        #expect(row[.volume]?.score == .three)
        #expect(row[.trend]?.score == .five)
        #expect(row[.influence]?.score?.wording == "3.3")
        #expect(row[.influence]?.spread == 2...5)
        #expect(row[.influence]?.words == "3 scores, 2 to 5")
        #expect(row.place?.rank == 1)
        #expect(abs((row.place?.composite ?? 0) - (3 + 5 + 10.0 / 3) / 3) < 1e-12)
    }

    @Test("a theme without a score on a criterion that counts is not ranked, and stands after those that are")
    func missing() throws {
        let (first, second) = (Self.theme("Reoffending", 0), Self.theme("Burglary", 1))
        let evidence = try Self.evidence(
            count: 50, from: Array(repeating: 5, count: 12), to: Array(repeating: 5, count: 12))
        let given = [Self.score(second, .influence, 1, by: Self.people[0])]
        let matrix = try RankingMatrix(
            themes: [first, second], evidence: [second.id: evidence], given: given, rules: Self.rules)
        #expect(matrix.rows.map(\.theme.name) == ["Burglary", "Reoffending"])
        #expect(matrix.rows[1].place == nil)
        #expect(matrix.rows[1].lacking(Self.rules.rules) == [.volume, .trend, .influence])
        #expect(matrix.rows[1][.volume]?.words == "no data tell of it yet")
        #expect(matrix.rows[0][.comparison]?.words == "none chosen")
    }

    @Test("an abstention is no score, and a scorer’s own order uses the mean of the others in its place")
    func abstention() throws {
        let themes = [Self.theme("A", 0), Self.theme("B", 1)]
        var rules = RankingRules.usual
        rules.weights = ["influence": 1]
        let given = [
            Self.score(themes[0], .influence, 5, by: Self.people[0]),
            Self.score(themes[1], .influence, 1, by: Self.people[0]),
            Self.score(themes[0], .influence, nil, by: Self.people[1]),
            Self.score(themes[1], .influence, 4, by: Self.people[1]),
        ]
        let matrix = try RankingMatrix(
            themes: themes, evidence: [:], given: given,
            rules: SavedRules(version: 1, rules: rules, setBy: nil, why: ""))
        #expect(matrix.rows.map { $0[.influence]?.score?.wording } == ["5", "2.5"])
        #expect(matrix.rows.map(\.overScorers) == [1...1, 2...2])
        #expect(matrix.agreement[.influence] != nil)
        #expect(matrix.agreement[.perception] != nil)
    }

    @Test("no themes make an empty matrix, and weights that are all 0 are refused")
    func edges() throws {
        #expect(try RankingMatrix(themes: [], evidence: [:], given: [], rules: .usual).rows.isEmpty)
        var rules = RankingRules.usual
        rules.weights = [:]
        #expect(throws: StatisticsRefusal.self) {
            try RankingMatrix(
                themes: [Self.theme("A", 0)], evidence: [:], given: [],
                rules: SavedRules(version: 1, rules: rules, setBy: nil, why: ""))
        }
    }

    @Test("the cut-points of volume are for a year: half a year’s count is scored as twice as much, and that is said")
    func scaled() throws {
        let theme = Self.theme("Burglary", 0)
        let evidence = try Self.evidence(
            count: 150, from: Array(repeating: 5, count: 6), to: Array(repeating: 5, count: 6))
        let matrix = try RankingMatrix(
            themes: [theme], evidence: [theme.id: evidence], given: [], rules: Self.rules, months: 6)
        #expect(matrix.rows[0][.volume]?.score == .four)
        #expect(matrix.rows[0][.volume]?.words == "x, 300 a year")
    }

    @Test(
        "who has their own score to give sees how many gave one, and neither a place nor an agreement that would tell")
    func sealed() throws {
        let themes = [Self.theme("A", 0), Self.theme("B", 1)]
        var rules = RankingRules.usual
        rules.weights = ["influence": 1]
        let given =
            themes.map { Self.score($0, .influence, $0.position == 0 ? 1 : 5, by: Self.people[0]) }
            + [Self.score(themes[1], .influence, 4, by: Self.people[1])]
        let matrix = try RankingMatrix(
            themes: themes, evidence: [:], given: given,
            rules: SavedRules(version: 1, rules: rules, setBy: nil, why: ""))
        #expect(matrix.rows.map(\.theme.name) == ["B", "A"])
        #expect(!matrix.sealed(from: Self.people[0]).isSealed)
        let half = matrix.sealed(from: Self.people[1])
        #expect(half.rows.map(\.isSealed) == [false, true])
        let shut = matrix.sealed(from: Self.people[2])
        #expect(shut.rows.map(\.theme.name) == ["A", "B"], "in their own order, not in that of the scores")
        for row in shut.rows {
            #expect(row.place == nil && row.overScorers == nil && row.overWeights == nil)
            #expect(row[.influence]?.given.isEmpty == true && row[.influence]?.score == nil)
            #expect(row.lacking(rules).isEmpty)
        }
        #expect(shut.agreement[.influence] == nil)
        #expect(shut.rows[1][.influence]?.words.hasPrefix("2 people have scored it") == true)
    }
}
