import DataFiles
import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import StrategicAssessment

@Suite("Themes are counted from the set that is here, all in one go, and back the same way")
struct ThemeCountingTests {
    private static func theme(_ name: String, _ measures: [String]) -> Theme {
        Theme(
            id: Identities.system.new(at: Scratch.noon), details: .init(name: name, covers: "", measures: measures),
            position: 0)
    }

    private static let known: Set<String> = [
        "district-years/burglary", "district-years/drugs", "district-years/robbery",
    ]

    @Test("each type is counted as the same type of the other set; what that has not, or is counted elsewhere, stays")
    func changes() throws {
        let themes = [
            Self.theme("Burglary", ["street-crime/burglary"]),
            Self.theme("Weapons", ["street-crime/robbery", "street-crime/drugs"]),
            Self.theme("Anti-social behaviour", ["street-crime/anti-social-behaviour"]),
            Self.theme("Fires", ["fire-service/fires"]), Self.theme("Reoffending", []),
            Self.theme("Done", ["district-years/drugs"]),
        ]
        let counting = try #require(ThemeCounting(themes, to: .districtYears, known: Self.known))
        #expect(counting.changes.map(\.theme.name) == ["Burglary", "Weapons"])
        #expect(counting.changes[1].measures == ["district-years/robbery", "district-years/drugs"])
        #expect(counting.staying.map(\.name) == ["Anti-social behaviour"])
        #expect(ThemeCounting(themes, to: .population, known: []) == nil)
    }

    @Test(
        "it is offered where not all of what is counted is here and the other set tells of all the months",
        arguments: [
            ("street-crime/burglary", [Int](), [2014, 2015], "district-years" as String?),
            ("street-crime/burglary", [2014, 2015], [2014, 2015], nil),
            ("street-crime/burglary", [], [2015], nil),
            ("street-crime/burglary", [2014], [2014, 2015], "district-years"),
            ("district-years/burglary", [2014, 2015], [2015], "street-crime"),
            ("district-years/burglary", [2014, 2015], [2014, 2015], nil),
            ("fire-service/fires", [], [2014, 2015], nil),
        ])
    func offered(measure: String, monthly: [Int], years: [Int], set: String?) {
        let here = MonthsHere(monthly: Set(monthly.flatMap { Period.calendarYear($0).months }), years: Set(years))
        let found = ThemeCounting.offered(
            [Self.theme("Burglary", [measure])], here: here, over: [.calendarYear(2014), .calendarYear(2015)])
        #expect(found?.text == set)
    }

    @Test("all are changed or none, and a theme that was changed meanwhile stops it", arguments: Scratch.engines)
    func kept(scratch: Scratch) async throws {
        let officer = Entry.Actor.member(Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")
        try await scratch.database([.ofStrategicAssessment]) { database in
            let store = AnnualAssessmentStore(database, identities: .system)
            let assessment = try await store.begin(
                try #require(PlanYear("2015/16")), over: .calendarYear(2015), comparedWith: .calendarYear(2014),
                by: officer, at: Scratch.noon)
            func counting() async throws -> ThemeCounting {
                try #require(
                    ThemeCounting(try await store.themes(of: assessment.id), to: .districtYears, known: Self.known))
            }
            let seen = try await counting()
            let burglary = try #require(seen.changes.first { $0.theme.name == "Burglary" }?.theme)
            try await store.change(
                burglary, of: assessment.id, to: .init(name: "Burglary", covers: "Homes.", measures: []), by: officer,
                at: Scratch.noon)
            await #expect(throws: StrategicRefusal.changedMeanwhile) {
                try await store.count(seen, of: assessment.id, by: officer, at: Scratch.noon)
            }
            #expect(try await counting().changes.map(\.theme.name) == ["Drugs and alcohol"], "nothing was changed")
            try await store.count(try await counting(), of: assessment.id, by: officer, at: Scratch.noon)
            let drugs = try await store.themes(of: assessment.id).first { $0.name == "Drugs and alcohol" }
            #expect(drugs?.details.measures == ["district-years/drugs"])
        }
    }

    @Test(
        "the year that is offered fits the data: the one under way, or of older data the one that they led into",
        arguments: [
            (nil as Int?, 0, "2026/27"), (2015, 12, "2015/16"), (2016, 3, "2016/17"), (2015, 2, "2014/15"),
            (2026, 9, "2026/27"), (2026, 3, "2026/27"),
        ])
    func planYear(year: Int?, month: Int, offered: String) throws {
        let last = year.map { Month(year: $0, number: month) }
        let period = try last.map { try Period(from: $0.advanced(by: -11), to: $0) }
        #expect(PlanYear(fitting: period, on: try #require(Day("2026-11-27")))?.description == offered)
    }
}
