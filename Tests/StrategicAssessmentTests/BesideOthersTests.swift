import Testing

@testable import StrategicAssessment

@Suite("The district beside others, in words")
struct BesideOthersTests {
    private func standing(_ notes: [String]) -> BesideOthers.Standing {
        BesideOthers.Standing(
            rate: "24.4", interval: "21.4 to 27.7", mean: "17.6", besideMean: "Higher, worse", place: "1 of 4",
            couldBe: "1 to 2", what: "Burglary, 2014", period: "2014",
            figure: .init(words: "", sentence: "", notes: notes, source: "", address: nil))
    }

    @Test("a reason stands once for all themes that share it, and a note once where it holds of every row")
    func together() {
        let all = "Were these 4 districts all alike, about one would still lie outside the mean by chance."
        let beside = BesideOthers(
            set: "Similar, version 1",
            rows: [
                .init("Burglary", .success(standing(["Compared with: Similar.", all, "It is of 2014."]))),
                .init("Drugs", .success(standing([all]))),
                .init("Robbery", .failure(.init("No year is here."))),
                .init("Violence", .failure(.init("No year is here."))),
            ])
        #expect(beside.sentence == "Compared with: Similar, version 1.")
        #expect(beside.notes.map(\.themes) == [[], ["Burglary"], ["Robbery", "Violence"]])
        #expect(beside.notes.map(\.note) == [all, "It is of 2014.", "No year is here."])
        #expect(beside.told.map(\.theme) == ["Burglary", "Drugs"])
    }

    @Test("notes that differ in a number alone are said once, with the number of each theme")
    func numbers() {
        func note(_ times: String) -> String { "Its months vary \(times) times as much as chance (2014 to 2015)." }
        let beside = BesideOthers(
            set: "Similar, version 1",
            rows: [
                .init("Burglary", .success(standing([note("4.9")]))), .init("Drugs", .success(standing([note("1.6")]))),
                .init("Robbery", .success(standing(["It is of 2014."]))),
            ])
        #expect(
            beside.notes.map(\.note) == [
                "Its months vary 4.9 (Burglary) and 1.6 (Drugs) times as much as chance (2014 to 2015).",
                "It is of 2014.",
            ])
        #expect(beside.notes.map(\.themes) == [[], ["Robbery"]])
    }

    @Test("where nothing can be told it says why", arguments: [nil, "Similar, version 1"])
    func nothing(set: String?) {
        let empty = BesideOthers(set: set, rows: [])
        #expect(empty.told.isEmpty && empty.notes.isEmpty)
        #expect(
            empty.sentence
                == (set == nil
                    ? "The district is not set beside others here: no set of districts to compare with has been chosen."
                    : "It would be set beside Similar, version 1, but nothing is counted for any theme yet."))
    }
}
