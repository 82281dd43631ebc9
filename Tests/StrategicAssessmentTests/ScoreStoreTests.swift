import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import StrategicAssessment

@Suite("Scores, rules and agreed orders are kept, each giving as a version of its own")
struct ScoreStoreTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")

    private func run(
        _ scratch: Scratch, _ body: (Database, AnnualAssessment, [Theme]) async throws -> Void
    ) async throws {
        try await scratch.database([.ofStrategicAssessment]) { database in
            let store = AnnualAssessmentStore(database, identities: .system)
            let assessment = try await store.begin(
                try #require(PlanYear("2015/16")), over: .calendarYear(2015), comparedWith: .calendarYear(2014),
                by: Self.officer, at: Scratch.noon)
            try await body(database, assessment, try await store.themes(of: assessment.id))
        }
    }

    @Test("the newest of each scorer counts, an abstention too", arguments: Scratch.engines)
    func newest(scratch: Scratch) async throws {
        try await run(scratch) { database, assessment, themes in
            let store = ScoreStore(database)
            let person: ID<Person> = Identities.system.new(at: Scratch.noon)
            func give(_ score: Int?, _ reason: String, by scorer: GivenScore.Scorer) async throws {
                let given = GivenScore(
                    theme: themes[0].id, criterion: .perception, scorer: scorer, score: score, reason: reason,
                    source: "", enteredBy: "Aysha Bell", at: Scratch.noon)
                try await store.give([given], in: assessment.id, by: Self.officer, at: Scratch.noon)
            }
            try await give(4, "first", by: .person(person))
            try await give(2, "survey", by: .publication)
            try await give(nil, "rather not", by: .person(person))
            let scores = try await store.scores(of: assessment.id)
            #expect(scores.map(\.score).sorted { ($0 ?? 0) < ($1 ?? 0) } == [nil, 2])
            #expect(Set(scores.map(\.reason)) == ["rather not", "survey"])
        }
    }

    @Test("rules begin as the usual ones, and two who set them at once do not both succeed", arguments: Scratch.engines)
    func rules(scratch: Scratch) async throws {
        try await run(scratch) { database, assessment, _ in
            let store = RulesStore(database)
            #expect(try await store.rules(of: assessment.id) == .usual)
            var rules = RankingRules.usual
            rules.weights["harm"] = 10
            try await store.set(
                rules, because: "ONS published it", after: 0, of: assessment.id, by: Self.officer, at: Scratch.noon)
            let saved = try await store.rules(of: assessment.id)
            #expect(saved.version == 1)
            #expect(saved.rules == rules)
            #expect(saved.setBy == "Aysha Bell")
            await #expect(throws: StrategicRefusal.changedMeanwhile) {
                try await store.set(
                    .usual, because: "x", after: 0, of: assessment.id, by: Self.officer, at: Scratch.noon)
            }
        }
    }

    @Test("an agreed order is read back as it was, and the next is the next version", arguments: Scratch.engines)
    func agreed(scratch: Scratch) async throws {
        try await run(scratch) { database, assessment, themes in
            let store = RankingStore(database)
            let matrix = try RankingMatrix(themes: themes, evidence: [:], given: [], rules: .usual)
            let ranking = AgreedRanking(matrix)
            let day = try #require(Day("2016-02-09"))
            for version in 1...2 {
                let made = try await store.agree(
                    ranking, by: "The partnership", on: day, note: "", in: assessment.id, entered: Self.officer,
                    at: Scratch.noon)
                #expect(made == version)
            }
            let found = try await store.versions(of: assessment.id)
            #expect(found.map(\.version) == [2, 1])
            #expect(found[1].ranking == ranking)
            #expect(found[1].agreedOn == day)
        }
    }

    @Test("an order that was kept before meetings entered their own is read as the scores gave it")
    func keptBefore() throws {
        let old = """
            {"lines":[{"theme":"Burglary","id":"x","rank":2,"isShared":true,"composite":3.5,"scores":[]},
            {"theme":"Drugs","id":"y","isShared":false,"scores":[]}],
            "rules":{"weights":{"volume":1},"cutPoints":[1,2,3,4],"largeRise":1.2}}
            """
        let ranking = try JSONDecoder().decode(AgreedRanking.self, from: Data(old.utf8))
        #expect(!ranking.isEntered)
        #expect(ranking.lines.map(\.place) == [2, nil])
        #expect(ranking.lines.map(\.placeWords) == ["2 =", "–"])
        #expect(ranking.differences.isEmpty)
        #expect(ranking.warning == nil)
        #expect(ranking.agreementSentences.isEmpty)
        #expect(ranking.rangesTable == nil)
    }

    @Test("last year’s themes come along, and one that was left out does not", arguments: Scratch.engines)
    func copied(scratch: Scratch) async throws {
        try await run(scratch) { database, assessment, themes in
            let store = AnnualAssessmentStore(database, identities: .system)
            try await store.leave(themes[0], out: true, of: assessment.id, by: Self.officer, at: Scratch.noon)
            let next = try await store.begin(
                try #require(PlanYear("2016/17")), over: .calendarYear(2016), comparedWith: .calendarYear(2015),
                by: Self.officer, at: Scratch.noon)
            let copied = try await store.themes(of: next.id)
            #expect(copied.map(\.name) == themes.dropFirst().map(\.name))
            #expect(Set(copied.map(\.id)).isDisjoint(with: themes.map(\.id)))
        }
    }
}
