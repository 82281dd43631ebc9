import Charts
import DataFiles
import Geography
import SampleData
import Statistics
import Testing
import Web

@testable import Assessment
@testable import DataRegister

@Suite("Where it gathers: by type, year by year, by number or by rate")
struct ClusterYearsTests {
    /// One corner always has many burglaries, another in 2014 only; drugs lie in a third; the first has many residents.
    private func made(residents: Bool = true) -> DistrictData {
        var made = MadeDistrict(covering: "2013-01"..."2015-12")
        for index in 0..<100 {
            let isCorner = index % 10 < 2 && index / 10 < 2
            let isPassing = index % 10 > 7 && index / 10 > 7
            let isOther = index % 10 > 7 && index / 10 < 2
            for year in 2013...2015 {
                let count = isCorner ? 60 : isPassing && year == 2014 ? 60 : 2 + index % 3
                made.count(
                    "Burglary", Array(repeating: count, count: 12), from: Month(year: year, number: 1),
                    in: "A\(100 + index)")
                made.count(
                    "Drugs", Array(repeating: isOther ? 40 : 1 + index % 2, count: 12),
                    from: Month(year: year, number: 1), in: "A\(100 + index)")
            }
        }
        if residents {
            made.population = PopulationTable(
                (0..<100).map { index in
                    let isCorner = index % 10 < 2 && index / 10 < 2
                    return .made(
                        code(index), "Thanet \(index)", .lsoa, 2015, isCorner ? 45_000 : 1_500, in: "E07000114")
                })
        }
        return made.data
    }

    private let years = [2015, 2014, 2013].map(Period.calendarYear)

    private func found(_ type: String?, byRate: Bool = false, residents: Bool = true) throws -> ClusterYears? {
        try ClusterYears(
            made(residents: residents), of: type.map { CrimeType($0) }, byRate: byRate, over: years,
            boundaries: (0..<100).map(square))
    }

    @Test("a cluster is of the type that was asked about, persists where it is there each year, and passes where not")
    func byType() throws {
        let burglary = try #require(try found("Burglary"))
        #expect(burglary.years.map(\.from) == ["2013-01", "2014-01", "2015-01"])
        #expect(Set(burglary.persisting.map(\.place.code)).isSuperset(of: [code(0), code(1), code(10), code(11)]))
        #expect(burglary.passing.contains { $0.place.code == code(99) })
        #expect(!burglary.persisting.contains { $0.place.code == code(9) })
        let drugs = try #require(try found("Drugs"))
        #expect(drugs.persisting.contains { $0.place.code == code(9) })
        #expect(!drugs.persisting.contains { $0.place.code == code(0) })
        #expect(drugs.subject == "Drugs")
    }

    @Test("by rates, many residents make a large number a small rate; areas without them are left out")
    func byRate() throws {
        let rates = try #require(try found("Burglary", byRate: true))
        #expect(rates.persisting.isEmpty, "the corner has many for want of nothing but people")
        #expect(rates.passing.contains { $0.place.code == code(99) })
        #expect(try found("Burglary", byRate: true, residents: false) == nil)
    }

    @Test("the table has z and p of each year, and the file every area")
    func table() throws {
        let burglary = try #require(try found("Burglary"))
        let table = burglary.table()
        #expect(table.columns.count == 14)
        #expect(table.rows.count == 100)
        #expect(table.rows[0][3] == "under 0.001")
        #expect(table.rows[0][4] == "yes, much")
        #expect(burglary.table(all: false).rows.count < 30)
        #expect(burglary.chart.areas.count == 100)
        #expect(burglary.chart.areas.first { $0.name == "Thanet 0" }?.value == 3)
    }

    @Test("an area unlike all that touch it stands apart in the newest year, and belongs to no cluster it is unlike")
    func apart() throws {
        // A quarter of the map has many but for the one in its middle.
        var made = MadeDistrict(covering: "2014-01"..."2015-12")
        for index in 0..<100 {
            let isMany = index % 10 < 5 && index / 10 < 5 && index != 22
            made.count(
                "Burglary", Array(repeating: isMany ? 40 + index % 7 : 2 + index % 3, count: 24), from: "2014-01",
                in: "A\(100 + index)")
        }
        let found = try #require(
            try ClusterYears(
                made.data, of: nil, byRate: false, over: years, boundaries: (0..<100).map(square)))
        #expect(found.standing(.lowAmongHigh).map(\.place.code) == [code(22)])
        #expect(found.standing(.highAmongLow).isEmpty)
        #expect(found.table(all: false).rows.count { $0.last == "low among high" } == 1)
    }

    @Test("a year of which a month is missing is none, and one year persists in nothing")
    func missing() throws {
        let data = made()
        let boundaries = (0..<100).map(square)
        let one = try #require(
            try ClusterYears(
                data, of: nil, byRate: false, over: [.calendarYear(2016), .calendarYear(2015)], boundaries: boundaries))
        #expect(one.years.map(\.from) == ["2015-01"])
        #expect(one.persisting.isEmpty && one.passing.isEmpty)
        #expect(one.sentence.hasSuffix("takes a second year to tell."))
        #expect(
            try ClusterYears(data, of: nil, byRate: false, over: [.calendarYear(2016)], boundaries: boundaries) == nil)
        #expect(try ClusterYears(data, of: nil, byRate: false, over: years, boundaries: []) == nil)
    }

    @Test("how few areas hold half is told type by type, and of no period with a missing month")
    func concentration() throws {
        let found = try #require(TypeConcentration(made(), over: .calendarYear(2015)))
        #expect(found.lines.map(\.subject) == ["All crime", "Drugs", "Burglary"])
        #expect(found.lines[1].half < found.lines[2].half)
        #expect(TypeConcentration(made(), over: .calendarYear(2016)) == nil)
    }

    @Test("years are whole, one end alone asks for a year, and no question goes across a change of small areas")
    func question() throws {
        func period(_ from: String, _ to: String) throws -> Period? {
            try PlacesQuestion(.init(from: from, to: to)).period
        }
        #expect(try period("", "") == nil)
        #expect(try period("", "2015-06")?.from == "2014-07")
        #expect(try period("2014-01", "")?.to == "2014-12")
        #expect(try period("2013-01", "2014-12")?.count == 24)
        for (from, to, words) in [
            ("2014-01", "2015-09", "has 21 months. Choose whole years"),
            ("2022-09", "2023-08", "The small areas changed in June 2023"), ("x", "2015-01", "Enter the first month"),
            ("", "9999-01", "like 2015-12"),
        ] {
            let refusals = #expect(throws: Refusals.self) { try period(from, to) }
            #expect(refusals?.all.contains { $0.message.contains(words) } == true, "\(from) \(to)")
        }
        #expect(throws: Refusals.self) { try PlacesQuestion(.init(measure: "witchcraft")) }
        #expect(throws: Refusals.self) { try PlacesQuestion(.init(by: "magic")) }
        let asked = try PlacesQuestion(.init(from: "2014-01", to: "2014-12", measure: "burglary", by: "rates"))
        #expect(asked.type == CrimeType("Burglary") && asked.isRate)
        #expect("\(asked.address("/places"))".contains("from=2014-01&to=2014-12&measure=burglary&by=rates"))
    }

    @Test("several years are looked at by the year, and set beside as many before them")
    func severalYears() throws {
        let two = try Period(from: "2014-01", to: "2015-12")
        #expect(PlacesDesk.years(over: two).map(\.from) == ["2014-01", "2012-01", "2010-01"])
        #expect(PlacesDesk.yearly([two]).map(\.from) == ["2015-01", "2014-01"])
        let late = try Period(from: "2023-06", to: "2024-05")
        #expect(PlacesDesk.years(over: late) == [late])
    }

    @Test("of a rare type one area with most of it makes no clusters of its neighbours, whatever the normal tail says")
    func rare() throws {
        var made = MadeDistrict(covering: "2014-01"..."2015-12")
        for index in 0..<100 {
            for year in 2014...2015 {
                // One of a hundred has sixteen in a year, and every fourth another has one.
                let count = index == 0 ? 16 : index % 4 == 3 ? 1 : 0
                made.count("Robbery", [count], from: Month(year: year, number: 1), in: "A\(100 + index)")
                made.count("Drugs", [5], from: Month(year: year, number: 1), in: "A\(100 + index)")
            }
        }
        let robbery = try #require(
            try ClusterYears(
                made.data, of: CrimeType("Robbery"), byRate: false, over: [2015, 2014].map(Period.calendarYear),
                boundaries: (0..<100).map(square)))
        let beside = try #require(robbery.lines.first { $0.place.code == code(1) })
        #expect((beside.found.last??.z ?? 0) > 3)
        #expect(beside.times == 0 && robbery.persisting.isEmpty)
    }

}
