import DataFiles
import Foundation
import SampleData
import Storage
import Testing

@testable import DataRegister

@Suite("Which months of which force are here")
struct CoverageTests {
    private func record(_ force: String, _ month: Month) throws -> ForceMonthRecord {
        ForceMonthRecord(
            release: try #require(ID<Release>("00000000-0000-7000-8000-000000000001")), force: force, month: month,
            rows: RowTally(kept: 1), supersededBy: nil)
    }

    @Test("the years run from the first month of any force to the last, and a month between that is not here is a hole")
    func holes() throws {
        let coverage = Coverage([
            try record("Kent Police", "2013-11"), try record("Kent Police", "2014-02"),
            try record("Sussex Police", "2014-01"), try record("Sussex Police", "2014-02"),
        ])
        #expect(coverage.forces.map(\.name) == ["Kent Police", "Sussex Police"])
        #expect(coverage.years == [2013, 2014])
        #expect(coverage.last == "2014-02")
        #expect(coverage.holes.map(\.force) == ["Kent Police"])
        #expect(coverage.holes.map(\.months) == [["2013-12", "2014-01"]])
    }

    @Test("nothing here is no years, no last month and no hole")
    func empty() {
        let coverage = Coverage([])
        #expect(coverage.years.isEmpty)
        #expect(coverage.last == nil)
        #expect(coverage.holes.isEmpty)
    }
}

@Suite("Names in addresses")
struct SlugTests {
    @Test(
        "a name in an address has small letters, digits and single dashes",
        arguments: [
            ("Thanet", "thanet"), ("Tunbridge Wells", "tunbridge-wells"),
            ("King's Lynn and West Norfolk", "king-s-lynn-and-west-norfolk"),
            ("Kingston upon Hull, City of", "kingston-upon-hull-city-of"),
            ("Stratford-on-Avon", "stratford-on-avon"),
            ("Violence and sexual offences", "violence-and-sexual-offences"),
        ])
    func slugs(name: String, slug: String) {
        #expect(slugged(name) == slug)
    }
}
