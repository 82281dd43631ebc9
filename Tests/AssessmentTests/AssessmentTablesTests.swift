import DataFiles
import SampleData
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("Tables and CSV of an assessment")
struct AssessmentTablesTests {
    private func tables() throws -> AssessmentTables {
        AssessmentTables(assessment: try MadeDistrict.twoYears.assessed(.year(2015), comparedWith: .year(2014)))
    }

    @Test("the table of types has every type with count, rate, share, change, interval and verdict")
    func types() throws {
        let table = try tables().types
        #expect(
            table.columns.map(\.title) == [
                "Type", "2014", "2015", "For each 1,000 people", "Share of crime", "Change", "95% interval",
                "More than chance?",
            ])
        #expect(table.rows.map(\.[0]) == ["Violence and sexual offences", "Burglary", "Robbery"])
        #expect(Array(table.rows[1].prefix(6)) == ["Burglary", "1,200", "720", "5.1", "18.7%", "−40.0%"])
        #expect(table.rows[1].last == "Yes, a fall")
        #expect(Array(table.rows[2].suffix(3)) == ["too few", "–", "No clear change"])
        #expect(table.footer?.prefix(3) == ["All crime", "3,604", "3,846"])
        for row in table.rows + [table.footer].compactMap(\.self) { #expect(row.count == table.columns.count) }
    }

    @Test("without people or a comparison their columns are not there")
    func plainTypes() throws {
        var made = MadeDistrict.twoYears
        made.population = .empty
        let table = AssessmentTables(assessment: try made.assessed(.year(2015))).types
        #expect(table.columns.map(\.title) == ["Type", "2015", "Share of crime"])
        #expect(table.rows.allSatisfy { $0.count == 3 })
    }

    @Test("month by month, a missing month says ‘no data’, and the same months stand side by side")
    func months() throws {
        var made = MadeDistrict(covering: "2014-01"..."2015-02", without: ["2014-02"])
        made.count("Burglary", [1_200, 0], from: "2014-01")
        made.count("Burglary", [3, 4], from: "2015-01")
        let now = try Period(from: "2015-01", to: "2015-02")
        let assessment = try made.assessed(now, comparedWith: now.yearBefore)
        let table = AssessmentTables.months(assessment.crime)
        #expect(table.rows == [["January", "1,200", "3"], ["February", "no data", "4"]])
        #expect(table.footer == ["Total of the months known", "1,200", "7"])
    }

    @Test("of periods in different seasons each row names both its months")
    func otherSeason() throws {
        let assessment = try MadeDistrict.twoYears.assessed(
            Period(from: "2015-01", to: "2015-02"), comparedWith: Period(from: "2014-11", to: "2014-12"))
        let rows = AssessmentTables.months(assessment.crime).rows
        #expect(rows.map(\.[0]) == ["2014-11 / 2015-01", "2014-12 / 2015-02"])
    }

    @Test("the CSV has a row for each type and month of both periods, and a missing month is left empty")
    func monthlyCSV() throws {
        var made = MadeDistrict(covering: "2014-01"..."2015-02", without: ["2014-02"])
        made.count("Burglary", [1_200], from: "2014-01")
        made.count("Burglary", [3], from: "2015-01")
        let now = try Period(from: "2015-01", to: "2015-02")
        let assessment = try made.assessed(now, comparedWith: now.yearBefore)
        let lines = String(decoding: AssessmentTables(assessment: assessment).monthlyCSV, as: UTF8.self)
            .split(separator: "\r\n")
        #expect(
            lines == [
                "district,period,type,month,count,reason",
                "Thanet,January to February 2014,Burglary,2014-01,1200,",
                "Thanet,January to February 2014,Burglary,2014-02,,no data of this month are here",
                "Thanet,January to February 2015,Burglary,2015-01,3,",
                "Thanet,January to February 2015,Burglary,2015-02,0,",
                "Thanet,January to February 2014,Anti-social behaviour,2014-01,0,",
                "Thanet,January to February 2014,Anti-social behaviour,2014-02,,no data of this month are here",
                "Thanet,January to February 2015,Anti-social behaviour,2015-01,0,",
                "Thanet,January to February 2015,Anti-social behaviour,2015-02,0,",
            ])
    }

    @Test("what a hostile file calls a type or an area never becomes a formula in a spreadsheet")
    func formulas() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-01")
        made.count("=HYPERLINK(\"http://evil\",\"x\")", [1], from: "2014-01")
        made.count("@SUM(A1)", [1], from: "2014-01")
        made.count("+1", [1], from: "2014-01", in: "=2+5")
        made.name = "-Thanet"
        let tables = AssessmentTables(assessment: try made.assessed(Period(from: "2014-01", to: "2014-01")))
        for csv in [
            tables.monthlyCSV, tables.shareFacts.csv, tables.placesFacts(first: 10).csv, tables.typesCSV,
            tables.placesCSV,
        ] {
            for line in String(decoding: csv, as: UTF8.self).split(separator: "\r\n").dropFirst() {
                let cells = line.split(separator: ",").map { $0.drop { $0 == "\"" } }
                for cell in cells where Double(cell) == nil {
                    #expect(!["=", "+", "-", "@"].contains(cell.prefix(1)), "\(line)")
                }
            }
        }
    }

    @Test("the CSV of types and of areas hold plain numbers that a program can read")
    func plainNumbers() throws {
        let types = String(decoding: try tables().typesCSV, as: UTF8.self).split(separator: "\r\n")
        #expect(
            types[0]
                == "district,type,from,to,count,per_1000,per_1000_lower,per_1000_upper,share_percent,compared_from,"
                + "compared_to,compared_count,change_percent,change_percent_lower,change_percent_upper,verdict,"
                + "months,months_known,compared_months_known,change_months,change_before,change_after,reason")
        #expect(types[2].hasPrefix("Thanet,Burglary,2015-01,2015-12,720,5.1064,"))
        #expect(types[2].contains(",2014-01,2014-12,1200,-40.0000,"))
        #expect(types[2].hasSuffix(",fall,12,12,12,12,1200,720,"))
        #expect(
            types[3].contains(",4,,,,no clear change,12,12,12,12,4,6,\"fewer than 10 "),
            "under ten there is no percentage: \(types[3])")
        #expect(types.count == 1 + 3 + 2, "every type, then all crime and anti-social behaviour")
        let places = String(decoding: try tables().placesCSV, as: UTF8.self).split(separator: "\r\n")
        #expect(
            places[0] == "district,lsoa_code,lsoa_name,from,to,crimes,per_1000,per_1000_lower,per_1000_upper,"
                + "anti_social_behaviour,share_percent,reason")
        #expect(places[1].hasPrefix("Thanet,E0100001B,Thanet 001B,2015-01,2015-12,3120,,,,0,81.1232,"))
    }
}
