import DataFiles
import DataRegister
import Foundation
import Membership
import ScratchDatabases
import Statistics
import Storage
import Testing

@testable import StrategicAssessment

@Suite("Harm comes of offences and published weights, and is never guessed")
struct HarmTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")

    private static func details(_ title: String = "Crime Severity Score") throws -> SeverityList.Details {
        .init(
            title: title, publisher: "Office for National Statistics", published: try #require(Day("2016-11-01")),
            link: "https://www.ons.gov.uk/css", licence: "Open Government Licence v3.0", unit: "")
    }

    private static func list(_ weights: [(String, Double)]) throws -> SeverityList {
        SeverityList(
            address: "crime-severity-score", version: 1, details: try details(), file: "css.csv",
            rows: weights.enumerated().map { .init(line: $0.offset + 2, offence: $0.element.0, weight: $0.element.1) },
            enteredBy: "x", at: Scratch.noon)
    }

    private static func category(_ name: String, isPoliceType: Bool = false) -> CountedCategory {
        CountedCategory(
            address: "x/\(name)", name: name, set: isPoliceType ? "Street-level crime" : "Recorded offences",
            isPoliceType: isPoliceType)
    }

    private static func counted(_ category: CountedCategory, _ count: Int?) -> HarmOfTheme.Counted {
        let figure = Evidence.Figure(words: "x", sentence: "x", notes: [], source: "Kent Police", address: nil)
        return .init(
            category: category, count: count.map { .success(($0, figure)) } ?? .failure(.init("Fewer than 5.")))
    }

    private static func read(_ text: String) -> Result<[SeverityList.Row], SeverityFile.Problems> {
        do {
            let table = try DelimitedText([UInt8](text.utf8), file: "css.csv")
            return .success(try SeverityFile(table).rows)
        } catch let problems as SeverityFile.Problems {
            return .failure(problems)
        } catch {
            return .failure(.init(sentences: ["\(error)"]))
        }
    }

    @Test("a list is read by its columns’ names, with thousands as they are written, among other columns")
    func read() throws {
        let rows = try Self.read(
            "Code,Offence Description,Weight\n1,Homicide,\"7,979\"\n2,Theft of a pedal cycle,16.4\n"
        ).get()
        #expect(rows.map(\.offence) == ["Homicide", "Theft of a pedal cycle"])
        #expect(rows.map(\.weight) == [7_979, 16.4])
        #expect(rows.map(\.line) == [2, 3])
    }

    @Test(
        "what is no list is refused, each row with its line and column",
        arguments: [
            ("Name,Points\na,1\n", "Its first row names ‘Name’ and ‘Points’. Call one column ‘Offence’"),
            ("Offence,Score\nTheft,many\n", "Line 2, Score: ‘many’ of Theft is no score"),
            ("Offence,Score\nTheft,-1\n", "Line 2, Score: ‘-1’ of Theft is no score"),
            ("Offence,Score\nTheft,\"1,5\"\n", "Line 2, Score: ‘1,5’ of Theft is no score"),
            ("Offence,Score\nTheft,nan\n", "Line 2, Score: ‘nan’ of Theft is no score"),
            ("Offence,Score\n,5\n", "Line 2, Offence: there is no offence"),
            ("Offence,Score\nTheft,5\nTHEFT,6\n", "Line 3, Offence: ‘THEFT’ has 5 in line 2 and 6 here"),
            ("Offence,Score\n", "It has no row below its heading"),
        ])
    func refused(text: String, problem: String) {
        guard case .failure(let problems) = Self.read(text) else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.sentences.contains { $0.hasPrefix(problem) }, "\(problems.sentences)")
    }

    @Test("each offence is counted times its weight and added up, and scored by thresholds for a year")
    func worked() throws {
        let list = try Self.list([("Homicide", 7_979), ("Assault with injury", 184)])
        let found = HarmOfTheme.worked(
            out: [
                Self.counted(Self.category("homicide"), 2), Self.counted(Self.category("Assault with Injury"), 100),
            ], by: list)
        let harm = try found.get()
        #expect(harm.total == 2 * 7_979 + 100 * 184)
        #expect(harm.words(months: 12) == "harm of 34,358, by Crime Severity Score")
        #expect(try harm.score([10_000, 50_000, 150_000, 400_000], months: 12)?.value == 2)
        #expect(try harm.score([10_000, 50_000, 150_000, 400_000], months: 6)?.value == 3)
        #expect(harm.words(months: 6) == "harm of 34,358, 68,716 a year, by Crime Severity Score")
    }

    @Test(
        "a broad category has no weight, whatever a list says of it, and the reason is told",
        arguments: [
            ("Violence and sexual offences", true), ("Burglary", true), ("Drugs", true),
            ("Violence and Sexual Offences", false),
            ("Anti-social behaviour", true),
        ])
    func broad(name: String, isPoliceType: Bool) throws {
        let list = try Self.list([(name, 500)])
        let found = HarmOfTheme.worked(
            out: [Self.counted(Self.category(name, isPoliceType: isPoliceType), 100)], by: list)
        guard case .failure(let missing) = found else {
            Issue.record("harm was worked out from \(name)")
            return
        }
        #expect(missing.reason.contains("no one weight can stand for it"))
        #expect(missing.reason.contains("Count the theme from a data set whose categories are offences"))
        let match = SeverityMatch(list.rows, among: [Self.category(name, isPoliceType: isPoliceType)])
        #expect(match.matched.isEmpty)
        #expect(match.unmatched[0].reason.hasSuffix("no weight stands for it"))
    }

    @Test("without a list, without a weight for each offence, or with a count too small to be told there is no harm")
    func missing() throws {
        let list = try Self.list([("Homicide", 7_979)])
        func reason(_ counted: [HarmOfTheme.Counted], _ list: SeverityList?) -> String? {
            guard case .failure(let missing) = HarmOfTheme.worked(out: counted, by: list) else { return nil }
            return missing.reason
        }
        let (homicide, theft) = (Self.category("Homicide"), Self.category("Theft"))
        #expect(
            reason([Self.counted(homicide, 2)], nil)
                == "the rules choose no published list of severity to work it out by")
        #expect(
            reason([Self.counted(homicide, 2), Self.counted(theft, 2)], list)
                == "Crime Severity Score states no weight for ‘Theft’")
        #expect(reason([Self.counted(homicide, nil)], list) == "Of ‘Homicide’: Fewer than 5.")
        #expect(reason([], list) == "no data tell of it yet")
    }

    @Test("a weight is of offences: calls and visits that are called like one have none")
    func calls() throws {
        let list = try Self.list([("Assault", 184)])
        var calls = Self.category("Assault")
        calls.unit = "calls"

        let match = SeverityMatch(list.rows, among: [calls])
        guard case .failure(let missing) = HarmOfTheme.worked(out: [Self.counted(calls, 700)], by: list) else {
            Issue.record("harm was worked out from calls")
            return
        }

        #expect(
            match.unmatched.map(\.reason) == [
                "‘Assault’ of recorded offences is calls, and no offences: no weight stands for it"
            ])
        #expect(missing.reason.hasPrefix("harm is not worked out from ‘Assault’, which is calls, and no offences"))
        calls.unit = "offences"
        #expect(SeverityMatch(list.rows, among: [calls]).matched.count == 1)
    }

    @Test("an offence of a partner’s set and a single offence of the police are matched by name; the rest are named")
    func matched() throws {
        let list = try Self.list([("Shoplifting", 16), ("Robbery", 746), ("Murder", 7_979)])
        let match = SeverityMatch(
            list.rows,
            among: [
                Self.category("Shoplifting", isPoliceType: true), Self.category("Robbery", isPoliceType: true),
                Self.category("Robbery"),
            ])
        #expect(match.matched.map(\.row.offence) == ["Shoplifting", "Robbery"])
        #expect(match.matched[1].categories.map(\.set) == ["Recorded offences"])
        #expect(match.unmatched.map(\.row.line) == [4])
        #expect(match.unmatched[0].reason == "nothing that is counted here is called so")
    }

    @Test(
        "a version supersedes the one before and both are kept; who saw an older one is told",
        arguments: Scratch.engines)
    func versions(scratch: Scratch) async throws {
        try await scratch.database([.ofStrategicAssessment]) { database in
            let store = SeverityStore(database)
            let rows = [SeverityList.Row(line: 2, offence: "Homicide", weight: 7_979.5)]
            let address = try await store.enter(
                Self.details(), rows, from: "css.csv", by: Self.officer, at: Scratch.noon)
            #expect(address == "crime-severity-score")
            await #expect(throws: StrategicRefusal.severityTitleTaken("Crime Severity Score")) {
                try await store.enter(Self.details(), rows, from: "css.csv", by: Self.officer, at: Scratch.noon)
            }
            await #expect(throws: StrategicRefusal.severitySuperseded) {
                try await store.enter(
                    Self.details(), rows, from: "css.csv", superseding: address, after: 2, by: Self.officer,
                    at: Scratch.noon)
            }
            try await store.enter(
                Self.details("CSS, new weights"), [.init(line: 2, offence: "Homicide", weight: 8_000)], from: "new.csv",
                superseding: address, after: 1, by: Self.officer, at: Scratch.noon)
            let newest = try #require(try await store.newest(address))
            #expect(newest.version == 2)
            #expect(newest.rows.map(\.weight) == [8_000])
            #expect(try await store.lists().count == 1)
            #expect(try await store.versions().first { $0.version == 1 }?.rows == rows)
        }
    }

    @Test("rules that were set before harm could be worked out read as before")
    func oldRules() throws {
        let old = #"{"weights":{"harm":1},"cutPoints":[1,2,3,4],"largeRise":1.2}"#
        let rules = try JSONDecoder().decode(RankingRules.self, from: Data(old.utf8))
        #expect(rules.severity == nil)
        #expect(rules.leastHarms == RankingRules.usualHarmPoints)
    }
}

@Suite("Weights as they were published")
struct WeightWordingTests {
    @Test(
        "a weight keeps its decimals, and a sum of some has no more of them",
        arguments: [
            (7_979.0, "7,979"), (16.4, "16.4"), (0.04, "0.04"), (1_234.125, "1,234.125"), (0.1 + 0.2, "0.3"), (0, "0"),
        ])
    func wording(weight: Double, words: String) {
        #expect(weight.asWeight == words)
    }
}
