import DataFiles
import SampleData
import Statistics
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("What is missing, changed or of another season is told as that, and never as a number")
struct MissingTests {
    private func made(without missing: Set<Month> = []) -> MadeDistrict {
        var made = MadeDistrict(covering: "2013-01"..."2015-12", without: missing)
        made.count("Burglary", Array(repeating: 30, count: 36).enumerated().map { $1 + $0 }, from: "2013-01")
        made.count("Drugs", Array(repeating: 20, count: 36), from: "2013-01", in: "001B")
        return made
    }

    @Test("different months of the year are not judged, and it is said in every form")
    func season() throws {
        let assessment = try DistrictAssessment(
            made().data, period: Period(from: "2015-06", to: "2015-10"),
            comparedWith: Period(from: "2015-01", to: "2015-05"))
        #expect(assessment.findings.allSatisfy { $0.change == nil })
        #expect(assessment.cautions.contains { $0.hasPrefix("The seasons differ") })
        #expect(AssessmentDocument(assessment).cautions == assessment.cautions)
        #expect(!AssessmentHeadline(assessment: assessment).text.contains("more than chance"))
        #expect(AssessmentTables(assessment: assessment).types.rows.allSatisfy { $0.last == "–" })
    }

    @Test("the table by type shows the counts that were compared")
    func compared() throws {
        let year = Period.calendarYear(2015)
        let missing = Set(("2014-01" as Month)...("2014-06" as Month))
        let assessment = try DistrictAssessment(
            made(without: missing).data, period: year, comparedWith: year.yearBefore)
        let table = AssessmentTables(assessment: assessment).types
        #expect(
            table.columns.map(\.title).dropFirst().prefix(4) == [
                "2014 (6 of 12 months)", "2015", "Compared: July to December 2014", "Compared: July to December 2015",
            ])
        let drugs = try #require(table.rows.first { $0[0] == "Drugs" })
        #expect(drugs.dropFirst().prefix(4) == ["120", "240", "120", "120"])
        #expect(drugs.contains("0.0%"))
        let whole = try DistrictAssessment(made().data, period: year, comparedWith: year.yearBefore)
        #expect(AssessmentTables(assessment: whole).types.columns.count == table.columns.count - 2)
    }

    @Test("places are never told a part of a year against a whole one")
    func places() throws {
        let years = [2015, 2014].map(Period.calendarYear)
        let part = PlacesOverview(made(without: ["2014-03"]).data, years: years, wards: [], boundaries: [])
        #expect(part.areas.allSatisfy { $0.before == nil })
        #expect(part.missingSentence?.hasPrefix("Of 2014 11 of the 12 months are here.") == true)
        #expect(part.counted == "2015" && part.shortSentence == nil && !part.tellsBefore)
        let whole = PlacesOverview(made().data, years: years, wards: [], boundaries: [])
        #expect(whole.areas.allSatisfy { $0.before != nil } && whole.missingSentence == nil)
        var none = made()
        none.covered = none.covered.filter { $0.year < 2015 }
        let unknown = PlacesOverview(none.data, years: years, wards: [], boundaries: [])
        #expect(unknown.areas.isEmpty && unknown.concentration == nil)
    }

    @Test("headings of places say what months their numbers count")
    func counted() throws {
        let asked = try [Period(from: "2014-12", to: "2015-11")]
        func told(_ missing: Set<Month>) -> PlacesOverview {
            PlacesOverview(made(without: missing).data, years: asked, wards: [], boundaries: [])
        }
        #expect(told([]).counted == "December 2014 to November 2015")
        #expect(told(["2014-12"]).counted == "January to November 2015")
        #expect(
            told(["2014-12"]).concentrationSentence?.hasPrefix("Half of recorded crime in January to November 2015 lay")
                == true)
        #expect(told(["2015-03"]).counted == "December 2014 to November 2015 (11 of 12 months)")
    }

    @Test("fewer than a fifth of its small areas are a neighbour’s rows, and no district")
    func strays() throws {
        let data = made().data
        func district(of all: Int?, _ people: Int?) -> DistrictData {
            let population = people.map { PopulationTable([.made("E07000114", "Thanet", .district, 2015, $0)]) }
            return DistrictData(
                district: "Thanet", force: data.force, covered: data.covered, areas: data.areas, points: [],
                population: population ?? .empty, sources: [], isGenerated: false, areasInAll: all)
        }
        func refusal(_ data: DistrictData) -> AssessmentRefusal? {
            #expect(throws: AssessmentRefusal.self) { try DistrictAssessment(data, period: .calendarYear(2015)) }
        }
        #expect("\(try #require(refusal(district(of: 84, nil))))".contains("only 2 of its 84 small areas"))
        #expect("\(try #require(refusal(district(of: nil, 141_000))))".contains("though it has 141,000 residents"))
        let whole = try DistrictAssessment(district(of: 2, 141_000), period: .calendarYear(2015))
        #expect(whole.cautions.isEmpty, "all of its areas are here")
    }

    @Test("an interval has a width, and what is beyond all sense is said as that")
    func intervals() {
        #expect(Interval(lower: 0, upper: 0.04, confidence: 0.95).wording(places: 1) == "0.00 to 0.04")
        #expect(Interval(lower: 81, upper: 93.44, confidence: 0.95).wording(places: 1) == "81.0 to 93.4")
        #expect(
            Interval(lower: -95.5, upper: 682_883.8, confidence: 0.95).wording(places: 1, sign: "%")
                == "−95.5% to more than 1,000%")
    }
}
