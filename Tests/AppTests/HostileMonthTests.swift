import DataFiles
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App
@testable import DataRegister

@Suite("No month from outside, however far off, stops the program or is kept")
struct HostileMonthTests {
    static let months = [
        "0000-01", "0000-02", "0000-12", "0001-01", "0009-12", "1899-12", "1997-12", "2101-01", "9990-01", "9999-12",
        "10000-01", "-001-01", "-999-12", "2015-00", "2015-13", "99999999999999999999-01", "9223372036854775807-12",
        "٢٠١٥-٠١", "2015", "x",
    ]

    private static let set = [
        "name": "Fires", "provider-name": "The fire service", "holds": "Fires.", "frequency": "month", "due": "days",
        "due-days": "30", "depersonalised": "yes", "absent": "none", "licence": "for the partnership",
    ]

    private func send(_ officer: Browser, _ fields: [String: String], to address: String) async throws -> TestResponse {
        let token = try await officer.token() ?? ""
        return try await officer.sendBare([("form-token", token)] + fields.map { ($0.key, $0.value) }, to: address)
    }

    /// Where what is kept of months is read.
    private func looksAround(_ officer: Browser) async throws {
        for address in ["/home", "/data", "/data/sets.csv", "/data/sets/fires", "/data/sets/fires/periods.csv"] {
            #expect(try await officer.get(address).status == .ok, "\(address)")
        }
    }

    @Test("in the form of a data set it is refused beside its field, with the months that there may be")
    func dataSets() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            #expect(try await send(officer, Self.set, to: "/data/sets").status == .seeOther)
            for month in Self.months + ["2018-01"] {
                let fields = Self.set.merging(["since": month, "edition": "1"]) { $1 }
                let added = try await send(officer, fields.merging(["name": "Other"]) { $1 }, to: "/data/sets")
                #expect(added.status == .unprocessableContent, "\(month)")
                #expect(added.text.contains("id=\"since-problem\"") || added.reading.contains("like 2015-04"))
                let changed = try await send(officer, fields, to: "/data/sets/fires/change")
                #expect(changed.status == .unprocessableContent, "\(month)")
            }
            let far = try await send(
                officer, Self.set.merging(["name": "Other", "since": "1997-12"]) { $1 }, to: "/data/sets")
            #expect(far.reading.contains("Enter one from January 1998 to December 2017, like 2015-04"))
            try await looksAround(officer)
        }
    }

    @Test("as the months that a file covers it is refused, whether rows can be used or not")
    func covers() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            #expect(try await send(officer, Self.set, to: "/data/sets").status == .seeOther)
            for rows in ["E01000001,2014-01,3", "Nowhere,2014-01,3"] {
                let file = Browser.File("a.csv", "LSOA,Month,Callouts\n\(rows)\n")
                let given = try await officer.give([file], to: "/data/sets/fires/give").location
                let address = given.replacing("/columns", with: "").replacing("/check", with: "")
                try await officer.send(MappedDataTests.columns, to: address + "/columns")
                for month in Self.months {
                    for (from, to) in [(month, month), (month, "2014-01"), ("2014-01", month)] {
                        let taken = try await send(
                            officer, ["from": from, "to": to, "without": "yes"], to: address + "/check")
                        #expect(taken.status == .unprocessableContent, "\(from) to \(to)")
                    }
                }
            }
            #expect(try await house.releases().count == 1)
            try await looksAround(officer)
        }
    }

    @Test("in a row of a file, of a partner or of the police, it is a row that cannot be used")
    func rows() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            #expect(try await send(officer, Self.set, to: "/data/sets").status == .seeOther)
            let days = ["0001-01-01", "9999-12-31", "1997-12-31"]
            for (form, cells) in [("month", Self.months), ("iso-day", days)] {
                let rows = cells.filter { $0 != "2015" }.map { "E01000001,\($0),1\n" }.joined()
                let file = Browser.File("\(form).csv", "LSOA,Month,Callouts\n\(rows)")
                let given = try await officer.give([file], to: "/data/sets/fires/give").location
                let address = given.replacing("/columns", with: "").replacing("/check", with: "")
                var columns = Dictionary(uniqueKeysWithValues: MappedDataTests.columns.map { ($0.key, $0.value) })
                columns["time-form"] = form
                _ = try await send(officer, columns, to: address + "/columns")
                #expect(try await officer.get(address + "/columns").status == .ok)
                let check = try await officer.get(address + "/check")
                #expect(check.status == .ok || check.status == .seeOther)
                #expect(!check.reading.contains("Take in"), "\(form)")
            }
            for (index, month) in Self.months.enumerated() {
                let text = StreetFile("2014-02", burglaries: 1).text.replacing("2014-02", with: month)
                _ = try await officer.give([.init("\(index).csv", text)])
            }
            await house.program.first.desk.untilQuiet()
            #expect(try await house.releases().count == 1)
            try await looksAround(officer)
        }
    }

    /// Every address that asks of months.
    private static func addresses(asking month: String, of set: String) -> [String] {
        let word = month.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed) ?? ""
        var addresses = [
            "/assessment?district=testham&from=\(word)&to=\(word)&compare=year-before",
            "\(set)/comparison?year=\(word)", "\(set)/comparison.csv?year=\(word)",
            "/places?from=\(word)&to=\(word)&year=\(word)",
            "/figures/new?kind=change&measure=street-crime/burglary&place=district:testham&from=\(word)&to=\(word)"
                + "&earlier-from=\(word)&earlier-to=\(word)",
        ]
        for page in [
            "", "/assessment.json", "/months.csv", "/types.csv", "/places.csv", "/charts/all-crime.svg",
        ] {
            addresses += [
                "/assessment/testham\(page)?from=\(word)&to=\(word)&compare=year-before",
                "/assessment/testham\(page)?from=\(word)&to=2014-02&compare=none",
                "/assessment/testham\(page)?from=2014-01&to=2014-02&compare=another&earlier-from=\(word)"
                    + "&earlier-to=\(word)",
            ]
        }
        for figure in [
            "count street-crime/burglary district:testham \(month)..\(month)",
            "change street-crime/burglary district:testham \(month)",
            "change street-crime/burglary district:testham 2014-02 against \(month)",
            "rate street-crime/burglary district:testham \(month)..2014-02",
            "rank street-crime/burglary district:testham \(month)..\(month) among canaries",
        ] {
            let at = figure.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed) ?? ""
            addresses += ["/figures?at=\(at)", "/figures.json?at=\(at)"]
        }
        return addresses
    }

    @Test("in an address it is refused, or finds nothing")
    func addresses() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 3), StreetFile("2014-02", burglaries: 2)])
            let set = try await ComparatorTests.enter(house)
            for month in Self.months {
                for address in Self.addresses(asking: month, of: set) {
                    let status = try await officer.get(address).status
                    #expect(status.code < 500, "\(status) at \(address)")
                }
                let begun = try await send(
                    officer,
                    ["year": "2014/15", "from": month, "to": month, "earlier-from": month, "earlier-to": month],
                    to: "/strategic-assessments")
                #expect(begun.status == .unprocessableContent, "\(month)")
            }
        }
    }

    @Test("one that was let in before stops nothing: pages that read it are there", arguments: ["0000-01", "9999-12"])
    func stored(month: String) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await house.take([StreetFile("2014-01", burglaries: 1)])
            #expect(try await send(officer, Self.set, to: "/data/sets").status == .seeOther)
            let release = try #require(try await house.releases().first)
            let later = month == "0000-01" ? "0000-12" : month
            let id: ID<DataSetPeriod> = house.installation.identities.new(at: house.clock.now)
            let entry = Entry(.dataSetChanged, of: .init("data set", "fires"), by: .job("a test"), at: house.clock.now)
            try await house.database.write(entry) { db in
                try db.run("UPDATE data_set SET first_month = \(month) WHERE partnership = \(db.partnership)")
                try db.run(
                    """
                    INSERT INTO data_set_period (id, partnership, data_set, data_release, first_month, last_month, level)
                    VALUES (\(id), \(db.partnership), 'fires', \(release.id), \(month), \(later), 'lsoa-2011')
                    """)
                try db.run(
                    """
                    UPDATE data_release SET first_month = \(later), last_month = \(month)
                    WHERE partnership = \(db.partnership)
                    """)
            }
            try await looksAround(officer)
            for address in [
                "/data/releases/\(release.id)", "/data/releases/\(release.id)/changes", "/assessment",
                "/assessment/testham",
                "/strategic-assessments", "/places", "/comparators",
            ] {
                let status = try await officer.get(address).status
                #expect(status.code < 400, "\(status) at \(address)")
            }
        }
    }
}
