import DataFiles
import DataRegister
import Foundation
import Membership
import SampleData
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import Assessment

@Suite("Comparisons from the records")
struct ComparisonDeskTests {
    private static let table = """
        LAD_name,Year,Crime_type,count
        Thanet,2014,Burglary,1396
        Thanet,2015,Burglary,966
        Thanet,2015,Drugs,300
        Dover,2015,Burglary,400
        Dover,2015,Drugs,100
        Hastings,2015,Burglary,640
        Hastings,2015,Drugs,220
        Swale,2015,Burglary,620
        Swale,2015,Drugs,120
        Swale,2016,Burglary,20

        """
    private static let population = """
        lad_code,lad_name,interp_mid_2014,interp_mid_2015
        E07000114,Thanet,140000,141000
        E07000108,Dover,110000,112000
        E07000062,Hastings,90000,91000
        E07000113,Swale,139000,140000

        """
    private static let lookup = """
        LAD24CD,LAD24NM,PFA24CD,PFA24NM,CTY24CD,CTY24NM
        E07000114,Thanet,E23000032,Kent,E10000016,Kent
        E07000108,Dover,E23000032,Kent,E10000016,Kent
        E07000113,Swale,E23000032,Kent,E10000016,Kent
        E07000062,Hastings,E23000033,Sussex,E10000011,East Sussex

        """

    private func run(
        _ scratch: Scratch, _ body: (Delivering, ComparisonDesk) async throws -> Void
    ) async throws {
        try await scratch.database([.ofMembership, .ofDataRegister, .ofComparators]) { database in
            let stores = Delivering(database)
            for (text, name, kind) in [
                (Self.table, "types.csv", Release.Kind.districtYears),
                (Self.population, "people.csv", .population), (Self.lookup, "lookup.csv", .lookups),
            ] {
                let outcome = try await stores.give(Array(text.utf8), named: name, as: kind)
                #expect(!outcome.wasRefused, "\(outcome.sentence)")
            }
            try await body(stores, ComparisonDesk(database, identities: stores.identities, home: "Thanet"))
        }
    }

    private func measure(_ name: String, of set: DataSetAddress = .districtYears) throws -> MeasureAddress {
        try #require(MeasureAddress(in: set, called: name))
    }

    @Test(
        "the force’s districts, the county’s and all there are stand ready without being entered",
        arguments: Scratch.engines)
    func builtIn(scratch: Scratch) async throws {
        try await run(scratch) { _, desk in
            let sets = try await desk.comparators.sets()
            #expect(sets.map(\.address) == ["force", "county", "england-and-wales"])
            #expect(sets[0].name == "Districts of Kent")
            #expect(sets[0].members == ["Dover", "Swale", "Thanet"])
            #expect(sets[2].members == ["Dover", "Hastings", "Swale", "Thanet"])
        }
    }

    @Test("a comparison is what the records say, with who is cited", arguments: Scratch.engines)
    func compared(scratch: Scratch) async throws {
        try await run(scratch) { _, desk in
            let set = try #require(try await desk.comparators.set("england-and-wales"))
            #expect(try await desk.usualMeasure(for: set).description == "district-years/all-crime")
            #expect(try await desk.wholeYears(of: .districtYears) == [2015, 2014])
            let comparison = try await desk.comparison(
                with: set, of: [try measure("Burglary")], over: .calendarYear(2015))
            #expect(comparison.members.map(\.name) == ["Hastings", "Thanet", "Swale", "Dover"])
            #expect(comparison.own?.count == 966)
            #expect(comparison.own?.people?.people == 141_000)
            #expect(comparison.citation.releases.map(\.title) == ["types.csv"])
            #expect(comparison.populations.releases.map(\.title) == ["people.csv"])
            #expect(comparison.sources.contains("Residents: "))
            let both = try await desk.comparison(
                with: set, of: [try measure("Burglary"), try measure("Drugs")], over: .calendarYear(2015))
            #expect(both.own?.count == 1_266)
            #expect(both.polarity == .noJudgement, "the measures do not agree")
            await #expect(throws: SeriesRefusal.countedTwice) {
                try await desk.comparison(
                    with: set, of: [try measure("Burglary"), try measure("All crime")], over: .calendarYear(2015))
            }
            await #expect(throws: ComparisonRefusal.self) {
                try await desk.comparison(with: set, of: [try measure("Burglary")], over: .calendarYear(2016))
            }
        }
    }

    @Test("a new release is seen at once, though what was worked out before is kept", arguments: Scratch.engines)
    func fresh(scratch: Scratch) async throws {
        try await run(scratch) { stores, desk in
            let set = try #require(try await desk.comparators.set("force"))
            func own() async throws -> Int? {
                try await desk.comparison(with: set, of: [try measure("Burglary")], over: .calendarYear(2015)).own?
                    .count
            }
            #expect(try await own() == 966)
            _ = try await stores.give(
                Array(Self.table.replacing("2015,Burglary,966", with: "2015,Burglary,999").utf8), named: "new.csv",
                as: .districtYears)
            #expect(try await own() == 999)
        }
    }

    @Test(
        "the ranking compares with the set that was chosen, by the table where the forces’ files are not here",
        arguments: Scratch.engines)
    func standing(scratch: Scratch) async throws {
        try await run(scratch) { _, desk in
            let street = try measure("Burglary", of: .streetCrime)
            #expect(try await desk.standing(of: [street], over: .calendarYear(2015)) == nil)
            try await desk.comparators.store.choose("england-and-wales", by: .commandLine(), at: Scratch.noon)
            let found = try #require(try await desk.standing(of: [street], over: .calendarYear(2015)))
            #expect(found.comparison.measures.map(\.address.description) == ["district-years/burglary"])
            #expect(
                found.address.description
                    == "rank district-years/burglary district:thanet 2015-01..2015-12 among england-and-wales")
            #expect(FigureAddress(found.address.description) == found.address)
            #expect(found.standing == nil && found.score == nil, "of four nobody stands out")
            #expect(found.comparison.sentence.contains("The group’s mean is"))
            #expect(found.comparison.notes.contains { $0.contains("It takes 10 districts with a rate") })
            #expect(found.notes[0].contains("told by the table of districts and years"))
            let drugs = try #require(
                try await desk.standing(of: [try measure("Drugs", of: .streetCrime)], over: .calendarYear(2015)))
            #expect(drugs.score == nil, "no judgement can be made of it")
            let financial = try Period(from: "2015-04", to: "2016-03")
            let year = try #require(try await desk.standing(of: [street], over: financial))
            #expect(year.comparison.period == .calendarYear(2015))
            #expect(
                year.notes[0].contains(
                    "the rates are of 2015, which has 9 of the 12 months from April 2015 to March 2016"))
            #expect(year.inWords?.period == "2015")
            let late = try Period(from: "2014-10", to: "2015-09")
            #expect(try await desk.standing(of: [street], over: late)?.comparison.period == .calendarYear(2015))
            let half = try Period(from: "2015-07", to: "2015-12")
            #expect(try await desk.standing(of: [street], over: half)?.inWords?.what == "Burglary, 2015")
            let quarter = try Period(from: "2015-10", to: "2015-12")
            await #expect(throws: ComparisonRefusal.self, "a whole year does not tell of a quarter") {
                try await desk.standing(of: [street], over: quarter)
            }
            await #expect(throws: ComparisonRefusal.self) {
                try await desk.standing(of: [street], over: .calendarYear(2012))
            }
        }
    }

    @Test("a rank is a figure by address like any other", arguments: Scratch.engines)
    func figure(scratch: Scratch) async throws {
        try await run(scratch) { stores, desk in
            let figures = FigureDesk(stores.database, identities: stores.identities, comparisons: desk)
            func figure(_ text: String) async throws -> Figure {
                try await figures.figure(try #require(FigureAddress(text)))
            }
            let rank = try await figure("rank district-years/burglary district:thanet 2015 among england-and-wales")
            #expect(rank.value == "2 of 4")
            #expect(rank.words == "6.9 for each 1,000 people, 2nd highest of 4")
            #expect(rank.comparison?.set.address == "england-and-wales")
            let dover = try await figure("rank district-years/burglary district:dover 2015 among force")
            #expect(dover.value == "3 of 3")
            for (address, reason) in [
                ("rank district-years/burglary district:hastings 2015 among force", "is not among the districts"),
                ("rank district-years/burglary district:thanet 2015 among nowhere", "There is no set"),
                ("rank district-years/burglary district:thanet 2016 among force", "known in part"),
            ] {
                do {
                    _ = try await figure(address)
                    Issue.record("\(address) was told")
                } catch let refusal as FigureRefusal {
                    #expect(refusal.description.contains(reason), "\(refusal.description)")
                }
            }
            #expect(FigureAddress("rank district-years/burglary district:thanet 2015") == nil)
            #expect(FigureAddress("rank district-years/burglary district:thanet 2015 against 2014") == nil)
            #expect(FigureAddress("count district-years/burglary district:thanet 2015 among force") == nil)
        }
    }

    @Test("the nearest districts are refused plainly until each input is here", arguments: Scratch.engines)
    func nearest(scratch: Scratch) async throws {
        try await run(scratch) { stores, desk in
            let nearest = NearestDesk(comparisons: desk)
            await #expect(throws: NearestRefusal.noDeprivation) { try await nearest.nearest(3) }
            let table = """
                lsoa11_code,lsoa11_name,lad13_code,lad13_name,IMD_score,IMD_rank,IMD_decile
                E01024657,Thanet 001A,E07000114,Thanet,40,500,1
                E01024658,Thanet 001B,E07000114,Thanet,20,21352,7
                E01024190,Dover 001A,E07000108,Dover,20,15000,5
                E01020864,Hastings 001A,E07000062,Hastings,29,15000,5
                E01024551,Swale 001A,E07000113,Swale,24,15000,5

                """
            _ = try await stores.give(Array(table.utf8), named: "imd2015.csv", as: .deprivation)
            let working = try await nearest.nearest(3)
            #expect(working.distances.count == 3)
            #expect(working.own == "Thanet")
            #expect(
                working.inputs.map(\.name) == ["Deprivation, 2015", "Residents, nearest to 2015", "Crime mix, 2015"])
            #expect(working.inputs.allSatisfy { $0.releases.count == 1 && $0.source.contains("received") })
            #expect(working.distances.map(\.total) == working.distances.map(\.total).sorted())
            let hastings = try #require(working.distances.first { $0.district == "Hastings" })
            // Scores 30, 20, 29 and 24: the deviation of the four is 4.6458.
            #expect(abs(hastings.deprivation - 1 / 4.645_787) < 1e-5)
        }
    }
}

@Suite("Comparisons of the real districts", .enabled(if: Samples.isPresent, "\(Samples.absent)"))
struct RealComparisonTests {
    @Test("Thanet among the 348 districts of 2015, and its nearest fourteen")
    func thanet() async throws {
        try await Scratch.sqlite.database([.ofMembership, .ofDataRegister, .ofComparators]) { database in
            let stores = Delivering(database)
            for (path, kind) in [
                ("police/lad-year-counts/type_LAD_year.csv", Release.Kind.districtYears),
                ("population/population_lad_interpolated_2014_2015.csv", .population),
                ("lookups/lookup_ltla24_csp24_pfa24.csv", .lookups), ("imd/imd2015_england_lsoa11.csv", .deprivation),
            ] {
                let outcome = try await stores.give(
                    try Samples.bytes(path), named: path.split(separator: "/").last.map(String.init) ?? path,
                    as: kind)
                #expect(!outcome.wasRefused, "\(outcome.sentence)")
            }
            let desk = ComparisonDesk(database, identities: stores.identities, home: "Thanet")
            let set = try #require(try await desk.comparators.set("england-and-wales"))
            let all = try #require(MeasureAddress(in: .districtYears, called: "all-crime"))
            let comparison = try await desk.comparison(with: set, of: [all], over: .calendarYear(2015))
            #expect(comparison.own?.count == 11_648)
            #expect(comparison.members.count == 348)
            #expect(comparison.known.count > 300)
            let rates = comparison.known.compactMap { $0.rate?.value }
            #expect(abs((comparison.mean ?? 0) - rates.reduce(0, +) / Double(rates.count)) < 1e-9)
            // Its rate is above the mean, and its interval leaves the mean out; but districts differ by more than that.
            #expect(comparison.own?.position == .within)
            let marked = comparison.members.count { $0.position != nil && $0.position != .within }
            #expect(marked < 60, "by their own intervals 332 of the 348 would be higher or lower")
            let outside = comparison.funnel?.areas.compactMap(\.self).count {
                $0.position == .farAbove || $0.position == .farBelow
            }
            #expect((outside ?? 0) < 40, "limits widened by what districts differ leave few outside")
            let kent = try #require(try await desk.comparators.set("force"))
            #expect(kent.members.count == 13)
            let working = try await NearestDesk(comparisons: desk).nearest(14)
            #expect(working.distances.count == 14)
            #expect(working.compared > 250)
            #expect(!working.distances.contains { $0.district == "Thanet" })
        }
    }
}
