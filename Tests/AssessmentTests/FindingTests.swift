import DataFiles
import SampleData
import Statistics
import Testing
import Wording

@testable import Assessment
@testable import DataRegister

@Suite("What is found about one subject")
struct FindingTests {
    private func series(_ counts: [Int?], from first: Month) throws -> MonthlySeries {
        MonthlySeries(period: try Period(from: first, to: first.advanced(by: counts.count - 1)), counts: counts)
    }

    private func finding(_ before: [Int?], _ after: [Int?]) throws -> Finding {
        Finding(
            "Burglary", current: try series(after, from: "2015-01"), earlier: try series(before, from: "2014-01"),
            population: nil, of: nil)
    }

    @Test("a change sets only those months against each other that both sides know")
    func sharedMonths() throws {
        let whole = try finding(
            [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, nil], Array(repeating: 100, count: 12))
        #expect(whole.change?.before == 1_100)
        #expect(whole.change?.after == 1_100)
        #expect(whole.change?.percent == 0)
        #expect(whole.count == 1_200)
        #expect(whole.notes == ["The change is over the 11 of 12 months known on both sides."])
    }

    @Test("the sentence names the months it compares, not the whole year, where some are missing")
    func sentenceNamesSharedMonths() throws {
        let upTo = try finding(
            Array(repeating: 100, count: 11) + [nil], Array(repeating: 50, count: 12)
        ).sentence
        #expect(upTo.contains("from 1,100 in January to November 2014 to 550 in January to November 2015"))
        let scattered = try finding(
            [100, nil, 100, 100, nil, 100, 100, 100, 100, 100, 100, 100], Array(repeating: 50, count: 12)
        ).sentence
        #expect(scattered.contains("from 1,000 in 10 months of 2014 to 500 in the same months of 2015"))
    }

    @Test("no month known on both sides means no change, and it is said why")
    func nothingShared() throws {
        let finding = try finding([1, 2, nil, nil], [nil, nil, 3, 4])
        #expect(finding.change == nil)
        #expect(finding.notes == ["No month is known on both sides, so there is no change to tell."])
        #expect(finding.sentence == "Burglary: 7 in January to April 2015, with 2 of 4 months missing.")
    }

    @Test("under ten on either side there is no percentage, only the counts", arguments: [(9, 40), (40, 9), (0, 3)])
    func tooFew(before: Int, after: Int) throws {
        let finding = try finding([before, 0, 0, 0], [after, 0, 0, 0])
        #expect(finding.change?.percent == nil)
        #expect(finding.changeText == "too few")
        #expect(finding.intervalText == "–")
        #expect(finding.sentence.contains("too few for a percentage"))
        #expect(!finding.sentence.contains("%"))
    }

    @Test("from ten on either side there is one")
    func enough() throws {
        let finding = try finding([10, 0, 0, 0], [0, 0, 0, 10])
        #expect(finding.change?.percent == 0)
        #expect(finding.changeText == "0.0%")
        #expect(finding.verdictText == "No clear change")
    }

    @Test("an interval that could not allow for swings between months says so")
    func caveat() throws {
        let short = try finding([100, 100], [150, 150])
        #expect(short.notes.contains { $0.contains("too few months") })
        #expect(try finding([100, 100, 100], [150, 150, 150]).notes.isEmpty)
    }

    @Test("without people there is no rate, and with them it is for each thousand over the period")
    func rate() throws {
        let current = try series([30, 70], from: "2014-01")
        let people = PopulationUsed(estimate: .made("E07000114", "Thanet", .district, 2014, 140_000), wanted: 2014)
        let finding = Finding("Burglary", current: current, earlier: nil, population: people, of: 400)
        #expect(finding.rate?.value.rounded(places: 4) == "0.7143")
        #expect(finding.share?.value == 0.25)
        #expect(finding.change == nil)
        #expect(Finding("Burglary", current: current, earlier: nil, population: nil, of: 0).rate == nil)
        #expect(Finding("Burglary", current: current, earlier: nil, population: nil, of: 0).share == nil)
    }
}
