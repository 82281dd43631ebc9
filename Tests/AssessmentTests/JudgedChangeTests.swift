import DataFiles
import DataRegister
import SampleData
import Statistics
import Testing

@testable import Assessment

@Suite("A change of numbers that were not gathered alike is told, and not judged")
struct JudgedChangeTests {
    private static let fall = [[900, 880, 910], [600, 610, 590]]
    private static let rise = [[600, 610, 590], [900, 880, 910]]
    private static let none = [[600, 610, 590], [601, 612, 588]]

    private func change(_ months: [[Int]]) throws -> Change {
        try Change(before: months[0], after: months[1], exposureBefore: 3, exposureAfter: 3)
    }

    /// By a quarter and more, up or down.
    private func step(up: Bool) throws -> [OthersStep] {
        let step = try #require(DistrictsStep(from: 2014, 1_000, to: 2015, up ? 1_290 : 700))
        return [OthersStep(step: step, subject: "Public order", districts: 300)]
    }

    private func recording(_ leads: ComparabilityBreak.Direction?) -> [ComparabilityBreak] {
        [ComparabilityBreak(.recording, from: "2015-01", "Calls are counted.", source: "The service", leads: leads)]
    }

    @Test(
        "a step that all others took is no verdict of those that went with it or stood still, and is one of those against it"
    )
    func steps() throws {
        let up = try step(up: true)
        #expect(try change(Self.rise).held(against: up, []).whyUnjudged == "all other districts rose by 29% at once")
        #expect(try change(Self.none).held(against: up, []).verdict == .unjudged)
        #expect(try change(Self.fall).held(against: up, []).verdict == .fall)
        #expect(try change(Self.fall).held(against: step(up: false), []).verdict == .unjudged)
    }

    @Test("a change of recording of unknown effect judges nothing; one that leads upwards judges no rise")
    func breaks() throws {
        for months in [Self.rise, Self.fall, Self.none] {
            let told = try change(months).held(against: [], recording(nil))
            #expect(told.verdict == .unjudged && told.whyUnjudged == "recording changed in January 2015")
        }
        #expect(try change(Self.rise).held(against: [], recording(.up)).verdict == .unjudged)
        #expect(try change(Self.fall).held(against: [], recording(.up)).verdict == .fall)
        #expect(try change(Self.none).held(against: [], recording(.up)).verdict == .noClearChange)
        #expect(try change(Self.fall).held(against: [], recording(.down)).verdict == .unjudged)
    }

    @Test("what is not judged says so in words, sentence and score alike")
    func words() throws {
        let told = try change(Self.rise).held(against: [], recording(nil))
        #expect(told.words == "went from 1,800 to 2,690 (+49.4%)")
        #expect(told.verdictText == "Not judged")
        #expect(told.verdict.name == "not judged")
        #expect(try TrendScore().score(told) == nil)
        #expect(
            told.sentence(subject: "Calls", before: "2014", after: "2015")
                == "Calls: 1,800 in 2014, 2,690 in 2015, up 49.4%. Whether what happened changed is not judged by it: "
                + "recording changed in January 2015.")
    }

    @Test("where the season is most of the swing, it is said how many months had more than a year before")
    func season() throws {
        let summers = [300, 320, 400, 520, 650, 800, 900, 880, 700, 500, 380, 310]
        let all = try Change(
            before: summers, after: summers.map { $0 * 111 / 100 }, exposureBefore: 12, exposureAfter: 12)
        #expect(all.verdict == .notClear && all.verdictText == "Not clear" && all.verdict.name == "not clear")
        #expect(try TrendScore().score(all) == .three)
        #expect(all.words.hasPrefix("showed a change that is not clear ("))
        #expect(!all.sentence(subject: "Calls", before: "2014", after: "2015").contains("within what chance"))
        #expect(all.caveat?.contains("Of 12 months 12 had more than a year before, and 0 less.") == true)
        let even = [98, 120, 88, 101, 117, 93, 104, 80, 110, 99, 125, 90]
        #expect(try Change(before: even, after: even, exposureBefore: 12, exposureAfter: 12).caveat == nil)
    }
}
