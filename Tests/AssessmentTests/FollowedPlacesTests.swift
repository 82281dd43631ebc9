import DataFiles
import SampleData
import Statistics
import Testing
import Wording

@testable import Assessment
@testable import DataRegister

@Suite("A ward that is followed: its months beside the year before, and beside the district")
struct FollowedPlacesTests {
    private let margate = Place(.ward, code: "E05005093", name: "Margate Central")

    private func followed(over months: ClosedRange<Month> = "2015-04"..."2015-12") throws -> FollowedPlaces {
        let period = try Period(from: months.lowerBound, to: months.upperBound)
        return try FollowedPlaces(
            [(margate, ["E0100001A"]), (Place(.ward, code: "E05999999", name: "Nowhere"), ["E0199"])],
            in: MadeDistrict.twoYears.data, over: period, against: period.yearBefore)
    }

    @Test("the table has each ward and the district below, and leaves out what nothing is known of")
    func table() throws {
        let found = try followed()
        #expect(found.places.map(\.place.name) == ["Margate Central"])
        #expect(found.table.rows.map { $0[0] } == ["Margate Central"])
        #expect(found.table.footer?[0] == "All of Thanet")
        #expect(found.table.columns.map(\.title).contains("April to December 2015"))
        #expect(found.sentence.contains("chosen because it had most is likely to have less afterwards by chance alone"))
    }

    @Test("months of the ward and of the district stand side by side, each beside its own of the year before")
    func months() throws {
        let found = try followed()
        let months = found.months(of: found.places[0])
        #expect(months.rows.map { $0[0] }.first == "April")
        #expect(months.rows.count == 9)
        #expect(months.columns.map(\.title).count == 5)
        let ward = found.places[0].assessment.crime
        #expect(months.rows[0][1] == ward.earlier?.counts[0]?.grouped)
        #expect(months.rows[0][2] == ward.current.counts[0]?.grouped)
        #expect(months.rows[0][4] == found.district.crime.current.counts[0]?.grouped)
        #expect(found.sentence(of: found.places[0]).hasPrefix("In Margate Central, all crime"))
        #expect(found.changed(in: found.places[0]).contains("chance alone is expected to mark fewer than one"))
    }

    @Test("a month that is not here says so, and is never none")
    func missing() throws {
        let found = try followed(over: "2015-11"..."2016-02")
        let months = found.months(of: found.places[0])
        #expect(months.rows.map { $0[2] }.suffix(2) == ["not here", "not here"])
        #expect(throws: AssessmentRefusal.self) { try followed(over: "2019-01"..."2019-12") }
    }

    @Test("a ward's place among others says how many lie within its interval")
    func standing() throws {
        func line(_ name: String, _ crimes: Int) throws -> PlacesOverview.Line {
            PlacesOverview.Line(
                place: Place(.ward, code: name, name: name), crimes: crimes, before: nil, people: 5_000,
                rate: try Rate(count: crimes, population: 5_000))
        }
        let lines = [try line("A", 500), try line("B", 490), try line("C", 100)]
        let second = try #require(PlaceStanding(of: lines[1].place, among: lines, district: nil))
        #expect(second.rank == 2 && second.wards == 3 && second.within == 1)
        #expect(second.sentence.contains("place 2 of 3 wards"))
        #expect(second.sentence.contains("1 other ward has a rate within that interval"))
        #expect(PlaceStanding(of: lines[0].place, among: [lines[0]], district: nil) == nil)
        #expect(PlaceStanding(of: margate, among: lines, district: nil) == nil)
    }
}
