import DataFiles
import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import StrategicAssessment

@Suite("A score that was entered by hand says what it rests on")
struct ScoreBasisTests {
    private static func survey(_ kind: ScoreBasis.Survey.Kind, base: Int) -> ScoreBasis {
        ScoreBasis(
            .init(
                title: "Residents’ survey 2015", askedBy: "Thanet District Council",
                month: Month(year: 2015, number: 5),
                kind: kind, base: base, percentage: 41, answer: "worried about burglary"))
    }

    @Test("of a random sample the share is told with Wilson’s interval, and of few answers that they are few")
    func random() {
        #expect(
            Self.survey(.random, base: 512).words
                == "41% of 512 said ‘worried about burglary’, 95% interval 36.8% to 45.3%. Residents’ survey 2015, asked by Thanet "
                + "District Council, May 2015.")
        #expect(Self.survey(.random, base: 60).words.contains("Fewer than 100 answered: read it with care."))
    }

    @Test("whoever chose to answer does not stand for residents, however many they are")
    func selfSelected() {
        let words = Self.survey(.selfSelected, base: 5_000).words
        #expect(words.contains("That does not stand for residents, however many answered"))
        #expect(words.contains("only if they were a random sample, its 95% interval would be"))
        #expect(Self.survey(.panel, base: 500).words.contains("holds as far as the panel was drawn by chance"))
    }

    private func given(_ score: Int, _ scorer: GivenScore.Scorer, _ basis: ScoreBasis? = nil, of theme: Theme)
        -> GivenScore
    {
        GivenScore(
            theme: theme.id, criterion: .perception, scorer: scorer, score: score, reason: "", source: "",
            enteredBy: "Aysha Bell", at: Scratch.noon, basis: basis)
    }

    @Test(
        "a survey drawn by chance is the score and no scorer: people’s own stand beside it, and agreement is theirs alone"
    )
    func survey() throws {
        let theme = Theme(
            id: Identities.system.new(at: Scratch.noon), details: .init(name: "Violence", covers: "", measures: []),
            position: 1)
        let people = [5, 5, 4].map {
            given($0, .person(Identities.system.new(at: Scratch.noon)), of: theme)
        }
        func row(_ more: GivenScore?) throws -> RankingMatrix.Row {
            try #require(
                try RankingMatrix(
                    themes: [theme], evidence: [:], given: people + [more].compactMap(\.self), rules: .usual
                ).rows.first)
        }
        let sample = try row(given(3, .publication, Self.survey(.random, base: 512), of: theme))
        #expect(sample[.perception]?.score == .three)
        #expect(sample[.perception]?.words == "a survey’s 3; beside it 3 scores, 4 to 5")
        #expect(sample[.perception]?.spread == 4...5)
        #expect(
            sample[.perception]?.rests.first?.hasSuffix("Beside it people gave 3 scores, 4 to 5, which do not count.")
                == true)

        // Whoever wanted answered: that is told, and counts only where nobody scored.
        for basis in [Self.survey(.selfSelected, base: 5_000), Self.survey(.random, base: 20)] {
            let open = try row(given(1, .publication, basis, of: theme))
            #expect(open[.perception]?.score == (try row(nil))[.perception]?.score)
            #expect(
                open[.perception]?.rests.first?.hasPrefix("Not counted, since people scored it themselves: ") == true)
        }
    }

    @Test(
        "a score without what it rests on is kept and does not count, and one with it is read back",
        arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        let officer = Entry.Actor.member(Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")
        try await scratch.database([.ofStrategicAssessment]) { database in
            let assessment = try await AnnualAssessmentStore(database, identities: .system).begin(
                try #require(PlanYear("2015/16")), over: .calendarYear(2015), comparedWith: .calendarYear(2014),
                by: officer, at: Scratch.noon)
            let theme = try #require(
                try await AnnualAssessmentStore(database, identities: .system).themes(of: assessment.id).first)
            let store = ScoreStore(database)
            func give(_ criterion: Criterion, _ basis: ScoreBasis?) async throws {
                let given = GivenScore(
                    theme: theme.id, criterion: criterion, scorer: .publication, score: 5, reason: "x",
                    source: "my own guess", enteredBy: "Aysha Bell", at: Scratch.noon, basis: basis)
                try await store.give([given], in: assessment.id, by: officer, at: Scratch.noon)
            }
            try await give(.harm, nil)
            try await give(.perception, Self.survey(.random, base: 512))
            let given = try await store.scores(of: assessment.id)
            let row = try #require(
                try RankingMatrix(themes: [theme], evidence: [:], given: given, rules: .usual).rows.first)
            #expect(row[.harm]?.score == nil)
            #expect(row[.harm]?.uncited.map(\.source) == ["my own guess"])
            #expect(row[.perception]?.score == .five)
            #expect(row[.perception]?.rests == [Self.survey(.random, base: 512).words])
        }
    }
}
