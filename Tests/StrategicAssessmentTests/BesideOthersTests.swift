import Testing

@testable import StrategicAssessment

@Suite("The district beside others, in words")
struct BesideOthersTests {
    private func standing(_ notes: [String]) -> BesideOthers.Standing {
        BesideOthers.Standing(
            rate: "24.4", interval: "21.4 to 27.7", mean: "17.6", besideMean: "Higher, worse", place: "1 of 4",
            couldBe: "1 to 2", what: "Burglary, 2014",
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
