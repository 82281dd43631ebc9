import Charts
import DataFiles
import Foundation
import Membership
import SampleData
import ScratchDatabases
import Statistics
import Storage
import Testing
import Wording

@testable import Assessment
@testable import DataRegister

@Suite("The own district beside others, year by year")
struct ComparedYearsTests {
    private static let people = ["Dover": 100_000, "Hastings": 90_000, "Swale": 100_000, "Thanet": 140_000]

    /// - Parameter counts: of Dover, Hastings, Swale and Thanet; nil where nothing is known.
    private func year(_ year: Int, _ counts: [Double?], of measure: String = "Burglary") throws -> Comparison {
        let address = try #require(MeasureAddress(in: .districtYears, called: measure))
        let names = Self.people.keys.sorted()
        let figures = PlaceFigures(
            measure: Measure(address, name: measure, unit: "crimes", polarity: .lowIsGood),
            period: .calendarYear(year), part: nil,
            rows: zip(names, counts).map { PlaceFigures.Row(.district($0), $1) },
            citation: Citation(.districtYears, name: "Recorded crime", releases: []), cautions: [])
        let estimates = Self.people.map { PopulationEstimate.made("E-\($0.key)", $0.key, .district, year, $0.value) }
        return try Comparison(
            ComparatorSet(
                address: "similar", kind: .entered,
                newest: .init(
                    number: 1, details: ComparatorDetails(name: "Similar", source: "HMIC", on: nil, members: names),
                    why: "x", madeBy: "Aysha Bell", madeAt: Date(timeIntervalSince1970: 1_455_019_200)),
                earlier: []),
            [figures], over: .calendarYear(year),
            among: DistrictPopulations(
                table: PopulationTable(estimates),
                citation: Citation(.population, name: "Population", releases: [])), home: "Thanet")
    }

    private func five(thanet: [Double] = [1_400, 1_150, 900, 700, 500]) throws -> [Comparison] {
        try thanet.enumerated().map { try year(2011 + $0, [400, 600, 620, $1]) }
    }

    @Test("what moved here and what moved beside it are told together, and as times the mean")
    func sentence() throws {
        let years = try ComparedYears(five(), breaks: [], swings: nil)
        #expect(years.steady == ["Dover", "Hastings", "Swale", "Thanet"])
        // (4 + 6.667 + 6.2 + 10) / 4, and with 3.571 in the end.
        #expect(years.years.map { $0.mean?.rounded(places: 2) } == ["6.72", "6.27", "5.82", "5.47", "5.11"])
        #expect(
            years.sentence
                == "Burglary in Thanet: 10.0 crimes for each 1,000 people in 2011, 3.6 in 2015. The mean of the 4 districts "
                + "with every year went from 6.7 to 5.1. It was 1.49 times that mean in 2011, and 0.70 times in 2015. "
                + "Over 2011 to 2015 its rate falls by more than chance and the swings of months give.")
        #expect(years.years.map(\.place?.rank) == [1, 1, 2, 3, 4])
        #expect(years.years.allSatisfy { $0.middle == nil }, "four districts have no middle half")
    }

    @Test("a small move is no trend, and fewer than five years make none")
    func noTrend() throws {
        let level = try ComparedYears(five(thanet: [1_000, 1_020, 985, 1_010, 1_004]), breaks: [], swings: nil)
        #expect(level.sentence.hasSuffix("its rate shows no clear trend."))
        let short = try ComparedYears(Array(five().suffix(4)), breaks: [], swings: nil)
        #expect(short.sentence.hasSuffix("It takes five years that are counted in one way to tell a trend."))
    }

    @Test("a step of all districts at once is pointed out, and of which months a year is made is said")
    func step() throws {
        let all = try (0..<5).map { try year(2011 + $0, $0 == 0 ? [280, 420, 430, 700] : [400, 600, 620, 1_000]) }
        let notes = try ComparedYears(all, breaks: [], swings: nil).notes
        #expect(notes.contains { $0.hasPrefix("From 2011 to 2012 the group’s mean rose by 43%.") }, "\(notes)")
        #expect(notes.contains("The table gives each year as one number, and does not say of which months it is made."))
        let level = try ComparedYears(five(), breaks: [], swings: nil).notes
        #expect(!level.contains { $0.contains("So large a step") })
    }

    @Test("no trend is told across a change of recording, which is marked in the chart")
    func recording() throws {
        let change = ComparabilityBreak(
            .recording, from: Month(year: 2014, number: 11), "Recording changed.", source: "HMIC")
        let years = try ComparedYears(five(), breaks: [change], swings: nil)
        #expect(years.years.count == 5)
        #expect(years.sentence.hasSuffix("No trend is told across what changed in November 2014."))
        #expect(years.chart.sentence.contains("A dotted line marks November 2014 (recording changed)"))
        #expect(years.notes.contains("Recording changed."))
    }

    @Test("years that were counted otherwise are left out, and that is said")
    func categories() throws {
        let change = ComparabilityBreak(
            .categories, from: Month(year: 2013, number: 5), "The types changed.", source: "data.police.uk")
        let years = try ComparedYears(five(), breaks: [change], swings: nil)
        #expect(years.years.map(\.year) == [2014, 2015])
        #expect(years.notes.contains("Years before are not set beside these. The types changed."))
        let late = ComparabilityBreak(
            .categories, from: Month(year: 2015, number: 1), "The types changed.", source: "data.police.uk")
        #expect(throws: ComparisonRefusal.oneYear("Burglary", .calendarYear(2015))) {
            try ComparedYears(five(), breaks: [late], swings: nil)
        }
    }

    @Test("the mean is of the same districts in each year: one that is missing once is in none")
    func steady() throws {
        let years = try ComparedYears(
            [year(2013, [400, nil, 620, 900]), year(2014, [390, 600, 610, 880]), year(2015, [380, 590, 600, 860])],
            breaks: [], swings: nil)
        #expect(years.steady == ["Dover", "Swale", "Thanet"])
        #expect(years.years.map(\.place?.of) == [3, 4, 4])
        #expect(abs((years.years[1].mean ?? 0) - (3.9 + 6.1 + 880 / 140.0) / 3) < 1e-12)
    }

    @Test("a year of which few districts are here, or that stands behind a gap, is left out")
    func gaps() throws {
        let years = try ComparedYears(
            [
                year(2010, [400, 600, 620, 900]), year(2012, [390, 600, 610, 880]), year(2013, [nil, nil, nil, 870]),
                year(2014, [390, 600, 610, 860]), year(2015, [380, 590, 600, 850]),
            ], breaks: [], swings: nil)
        #expect(years.years.map(\.year) == [2014, 2015])
        #expect(years.notes.contains { $0.contains("2013") && $0.contains("fewer than half") })
    }

    @Test("a year whose own count is missing has no place and no times, and is never 0")
    func missing() throws {
        let years = try ComparedYears(
            [year(2014, [390, 600, 610, nil]), year(2015, [380, 590, 600, 850])], breaks: [], swings: nil)
        #expect(years.years[0].own == nil && years.years[0].times == nil && years.years[0].place == nil)
        #expect(years.chart.table.rows[0][1] == "no data")
        #expect(years.chart.sentence.hasPrefix("The mean of the 3 districts") == true)
    }

    @Test(
        "the real table of districts and years gives Thanet’s years beside all others",
        .enabled(if: Samples.isPresent, "\(Samples.absent)"), arguments: Scratch.engines)
    func real(scratch: Scratch) async throws {
        try await scratch.database([.ofMembership, .ofDataRegister, .ofComparators]) { database in
            let stores = Delivering(database)
            for (path, kind) in [
                ("police/lad-year-counts/type_LAD_year.csv", Release.Kind.districtYears),
                ("population/population_lad_interpolated_2014_2015.csv", .population),
            ] {
                _ = try await stores.give(try Samples.bytes(path), named: "given.csv", as: kind)
            }
            let desk = ComparisonDesk(database, identities: stores.identities, home: "Thanet")
            let set = try #require(try await desk.comparators.set("england-and-wales"))
            let burglary = try #require(MeasureAddress(in: .districtYears, called: "Burglary"))
            let years = try await desk.years(with: set, of: [burglary], upTo: .calendarYear(2015))
            #expect(years.years.last?.year == 2015)
            #expect(years.years.last?.own?.count == 966)
            #expect(years.steady.count > 300)
            #expect(years.years.allSatisfy { $0.middle.map { $0.lowerBound < $0.upperBound } ?? false })
            let allCrime = try #require(MeasureAddress(in: .districtYears, called: "All crime"))
            let crime = try await desk.years(with: set, of: [allCrime], upTo: .calendarYear(2015))
            #expect(crime.notes.contains { $0.hasPrefix("From 2011 to 2012 the group’s mean rose by ") })
            let violence = try #require(MeasureAddress(in: .districtYears, called: "Violence and sexual offences"))
            let since = try await desk.years(with: set, of: [violence], upTo: .calendarYear(2015))
            #expect(since.years.first?.year == 2014, "violence was counted under a new name from May 2013")
        }
    }
}
