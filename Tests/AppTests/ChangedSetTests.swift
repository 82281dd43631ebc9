import DataRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("A set of districts that was changed never passes for a source that was revised")
struct ChangedSetTests {
    private static let publication = "/publications/strategic-assessment-2014-15"
    private static let rank =
        "rank street-crime/burglary district:testham 2014-01..2014-02 among most-similar-group"
    private static let change = "the set ‘Most similar group’ was changed on 9 February 2016: Eastham for Westham"

    private static var files: [StreetFile] {
        ["2014-01", "2014-02"].map { month in
            var file = StreetFile(month, burglaries: 122)
            let others = [("Northham", 50), ("Southham", 60), ("Westham", 80), ("Eastham", 200)]
            for (index, (name, count)) in others.enumerated() {
                for _ in 0..<count { file.add("Burglary", id: "x", code: "E0100001\(index)", area: "\(name) 001A") }
            }
            return file
        }
    }

    private static let people = """
        lad_code,lad_name,interp_mid_2014
        E07999991,Testham,10000
        E07999992,Northham,10000
        E07999993,Southham,10000
        E07999994,Westham,10000
        E07999995,Eastham,10000

        """

    /// A year that was published with a place among a set, of which a district was changed for another afterwards.
    private func changed(_ body: @Sendable (House, Browser, String) async throws -> Void) async throws {
        try await House.open { house in
            try await house.take(Self.files)
            let set = try await ComparatorTests.enter(house)
            let officer = try await house.officer()
            _ = try await officer.give([Browser.File("more-people.csv", Self.people)], as: "population")
            await house.program.first.desk.untilQuiet()
            let year = try await StrategicAssessmentTests.begin(house)
            try await officer.send([:], to: set + "/ranking")
            let burglary = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
            let agreed = try await officer.open(year + "/ranking/agreement").typing([
                "agreed-by": "Testham CSP", "agreed-on": "9/2/2016", "place-\(burglary)": "1",
                "why-\(burglary)": "Residents ask for it.",
            ]).sent(by: officer)
            #expect(agreed.status == .seeOther, "\(agreed.reading)")
            try await officer.send(
                ["version": "0", "text": "Burglary: {{figure \(Self.rank)}}."], to: year + "/parts/summary")
            #expect(try await YearPublicationTests.publish(officer, year).status == .seeOther)
            for address in [year, year + "/publication", year + "/revised"] {
                #expect(try await !officer.get(address).reading.contains("was changed on"), "\(address)")
            }
            house.clock.move(hours: 0.1)
            let done = try await officer.send(
                [
                    "name": "Most similar group", "source": "HMIC, 2014", "on": "1/10/2014",
                    "members": "Northham\nSouthham\nEastham", "why": "Westham merged.", "was-version": "1",
                ], to: set + "/change")
            #expect(done.status == .seeOther, "\(done.reading)")
            try await body(house, officer, year)
        }
    }

    @Test("the next version tells that the set was changed, for which districts, and so is who publishes it")
    func different() async throws {
        try await changed { house, officer, year in
            let plan = try await officer.get(year + "/publication").reading
            #expect(plan.contains("The order was agreed beside other districts"), "\(plan)")
            #expect(plan.contains("Since it was agreed, \(Self.change)."), "\(plan)")
            #expect(plan.contains("The table beside other districts: \(Self.change)."), "\(plan)")
            #expect(plan.contains("before: \(Self.change)."), "\(plan)")
            #expect(!plan.contains("source was revised"), "\(plan)")
            #expect(try await YearPublicationTests.publish(officer, year).status == .seeOther)
            let version = try await house.visitor.get(Self.publication + "/versions/2").reading
            #expect(version.contains("before: \(Self.change)."), "\(version)")
            #expect(try await !officer.get(year).reading.contains("was changed on"), "what stands is of today")
        }
    }

    @Test("the year and what newer data would say tell of it, with each figure as it was and as it would be")
    func told() async throws {
        try await changed { house, officer, year in
            for address in [year, year + "/revised", Self.publication] {
                let page = try await officer.get(address).reading
                #expect(page.contains("The set ‘Most similar group’ was changed on 9 February 2016"), "\(page)")
                #expect(page.contains("1 figure rests on the set as it was; now it would say otherwise."))
                #expect(!page.contains("Nothing it rests on was revised") && !page.contains("sources were revised"))
            }
            #expect(try await !house.visitor.get(Self.publication).reading.contains("was changed on"))
        }
    }
}
