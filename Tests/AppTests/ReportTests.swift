import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Reports

@Suite("A report to a committee: written part by part, cleared, finished, read")
struct ReportTests {
    /// Begins a report through its page.
    ///
    /// - Returns: its address.
    private func begin(_ browser: Browser, _ title: String = "Community Safety Plan") async throws -> String {
        let location = try await browser.send(["title": title], to: "/reports").location
        return try #require(location.hasSuffix("/edit") ? String(location.dropLast("/edit".count)) : nil)
    }

    @Test("from a title to a final report that a councillor reads")
    func whole() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let (officer, asked) = (try await house.officer(), try await who.somebody(as: .officer))
            let (member, clearing) = (
                try await house.somebody(try await who.somebody(as: .member)), try await house.somebody(asked)
            )
            #expect(try await officer.get("/reports").reading.contains("There are no reports yet"))
            let report = try await begin(officer)
            #expect(try await member.get(report).status == .notFound, "a draft is nobody else’s")
            try await fill(report, for: who.body, officer)
            let missing = try await officer.get(report + "/completion").reading
            #expect(missing.contains("5 things are missing") && missing.contains("Legal: ask an officer to clear it."))
            for implication in Implication.allCases.map(\.rawValue) {
                let page = "\(report)/clearance/\(implication)"
                #expect(try await officer.send(["person": "\(asked)", "due": "12/2/2016"], to: page).location == page)
                #expect(
                    try await officer.send(["deed": "signed", "version": "1"], to: page + "/answer").status == .notFound
                )
                let form = try OpenedForm(try await clearing.get(page), to: page + "/answer")
                #expect(try await form.typing(["deed": "signed"]).sent(by: clearing).location == page)
            }
            let form = try OpenedForm(try await officer.get(report + "/completion"), to: report + "/finals")
            #expect(try await form.sent(by: officer).location == report)

            let read = try await member.get(report).reading
            #expect(read.contains("1.0 Introduction 1.1 At length. 1.2 And on."))
            #expect(read.contains("2.1.1 None. Cleared by Somebody, Officer, 9 February 2016"))
            #expect(read.contains("3.1 That it is so. For decision by Executive Group"))
            #expect(read.contains("Background papers There are none."))
            #expect(try await member.get("/reports").reading.contains("Community Safety Plan Executive Group Final"))
            for hidden in ["/versions", "/comments", "/clearance", "/comparison"] {
                #expect(try await member.get(report + hidden).status == .notFound, "\(hidden)")
            }
        }
    }

    /// Everything but the clearances.
    private func fill(_ report: String, for body: ID<Body>, _ officer: Browser) async throws {
        let parts: [(String, KeyValuePairs<String, String>)] = [
            ("parts/classification", ["kind": "unrestricted"]), ("parts/wards", ["all": "yes"]),
            ("parts/status", ["status": "decision"]), ("parts/summary", ["text": "In short."]),
            ("parts/background", ["none": "yes"]),
            ("lists/path", ["body": "\(body)"]), ("lists/authors", ["name": "Ada Byron"]),
            ("lists/sections", ["heading": "Introduction", "text": "At length.\n\nAnd on."]),
            ("lists/recommendations", ["body": "\(body)", "text": "That it is so."]),
            ("lists/contacts", ["as": "contact", "name": "Ada Byron", "telephone": "x7737"]),
        ]
        for (place, answers) in parts {
            #expect(try await officer.send(answers, to: "\(report)/\(place)").status == .seeOther, "\(place)")
        }
        for implication in Implication.allCases {
            try await officer.send(["text": "None."], to: "\(report)/parts/\(implication.rawValue)")
        }
    }

    @Test("two who write a part at once lose nothing, and choose where they wrote the same")
    func atOnce() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let (ada, ben) = (try await house.officer(), try await house.somebody(try await who.somebody(as: .analyst)))
            let report = try await begin(ada)
            let page = report + "/parts/summary"
            let (hers, his) = (
                try OpenedForm(try await ada.get(page + "/edit"), to: page),
                try OpenedForm(try await ben.get(page + "/edit"), to: page)
            )
            try await hers.typing(["text": "Crime fell."]).sent(by: ada)
            let both = try await his.typing(["text": "Crime rose."]).sent(by: ben)
            #expect(both.status == .conflict)
            #expect(both.reading.contains("Crime fell.") && both.reading.contains("Crime rose."))

            let choice = try OpenedForm(both, to: page).typing(["text-choice": "mine"])
            #expect(try await choice.sent(by: ben).location == report + "/edit")
            let versions = try await ada.get(report + "/versions").reading
            #expect(versions.contains("2. Summary") && versions.contains("3. Summary"))
            let comparison = try await ada.get(report + "/comparison?from=2&to=3").text
            #expect(comparison.contains("<del>") && comparison.contains("<ins>"))
        }
    }

    @Test("changes of one part to different answers are put together")
    func together() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let report = try await begin(officer)
            let list = report + "/lists/consultation"
            let location = try await officer.send(["name": "Matt Sanham", "area": "Finance"], to: list).location
            let item = try #require(location.firstMatch(of: /moved=([0-9a-f-]+)/)?.output.1)
            let page = "\(list)/\(item)"
            let first = try OpenedForm(try await officer.get(page + "/edit"), to: page)
            try await first.typing(["title": "Financial Services Manager"]).sent(by: officer)
            #expect(try await first.typing(["on": "1/2/2016"]).sent(by: officer).location == list + "?saved=together")

            let form = try OpenedForm(try await officer.get(page + "/edit"), to: page)
            #expect(form["title"] == "Financial Services Manager" && form["on"] == "1/2/2016")
            #expect(try await first.typing(["title": "Accountant"]).sent(by: officer).status == .conflict)
        }
    }

    @Test("a typed number and a typed unit are refused, each with what to do")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let report = try await begin(officer)
            let numbered = try await officer.send(
                ["heading": "Delivery", "text": "4.4 It is proposed."], to: report + "/lists/sections")
            #expect(numbered.status == .unprocessableContent && numbered.reading.contains("Take the number ‘4.4’ away"))
            try await officer.send(
                ["heading": "Money", "text": "| Fund | £m |\n|---|---|\n| a | 2 |"], to: report + "/lists/sections")
            #expect(
                try await officer.get(report + "/completion").reading.contains(
                    "Section ‘Money’: a table is headed ‘£m’"))
            let table = try await officer.send(
                ["in": "summary", "title": "Funds", "unit": "millions", "columns": "Now", "rows": "a | 2m"],
                to: report + "/lists/tables")
            #expect(table.reading.contains("‘2m’ is no amount in millions of pounds"))
        }
    }

    @Test("what is removed is put back by undoing it, and moving goes by a press")
    func lists() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let report = try await begin(officer)
            let list = report + "/lists/options"
            for name in ["Do nothing", "Do it"] { try await officer.send(["name": name], to: list) }
            let found = try await officer.get(list).text.firstMatch(of: /lists\/options\/([0-9a-f-]+)\/edit">Do it/)
            let item = try #require(found?.output.1)
            let moved = try await officer.send(to: "\(list)/\(item)/up").location
            #expect(try await officer.get(moved).text.contains("autofocus"))
            let removed = try await officer.send(to: "\(list)/\(item)/removal").location
            let undo = try await officer.get(removed)
            #expect(undo.reading.contains("‘Do it’ was removed."))
            #expect(try await officer.send(to: "\(list)/\(item)/return").status == .seeOther)
            let names = try await officer.get(list).text.matches(of: /\/edit">(Do [a-z]+)</).map { String($0.output.1) }
            #expect(names == ["Do it", "Do nothing"])
        }
    }

    @Test("implications are for officers to clear: a councillor is not offered, nor taken")
    func clearers() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let (database, identities, now) = (house.database, house.installation.identities, house.clock.now)
            let council = try await BodyStore(database, identities: identities).add(
                BodyDetails(name: "Council", regime: .councilEngland), from: Day(now), by: .commandLine(), at: now)
            let seat = try await SeatStore(database, identities: identities).add(
                SeatDetails(title: "Councillor", role: .member, agency: nil), to: council, from: Day(now),
                by: .commandLine(), at: now)
            let holder: KeyValuePairs = ["person": "\(who.person)", "from": "9/2/2016", "day": ""]
            #expect(try await officer.send(holder, to: "/partnership/seats/\(seat)/holder").status == .seeOther)
            let report = try await begin(officer)
            for implication in ["financial", "legal", "crime"] {
                let page = "\(report)/clearance/\(implication)"
                #expect(try await !officer.get(page).reading.contains("Ada Byron"), "\(implication)")
                let asked = try await officer.send(["person": "\(who.person)", "due": "12/2/2016"], to: page)
                #expect(asked.status != .seeOther, "\(implication)")
            }
        }
    }

    @Test("whoever is asked finds it under what is due, and past the day it is overdue")
    func due() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let (officer, asked) = (try await house.officer(), try await who.somebody(as: .member))
            let report = try await begin(officer)
            let page = report + "/clearance/financial"
            #expect(
                try await officer.send(["person": "\(asked)", "due": "8/2/2016"], to: page).status
                    == .unprocessableContent)
            try await officer.send(["person": "\(asked)", "due": "10/2/2016"], to: page)
            let home = try await house.somebody(asked).get("/home").reading
            #expect(home.contains("Clear the financial implications") && home.contains("by 10 February 2016"))
            #expect(try await house.somebody(asked).get("/notices").reading.contains("asks you to clear the financial"))

            house.clock.move(hours: 49)
            #expect(try await house.somebody(asked).get("/reports").reading.contains("Overdue"))
            #expect(
                try await officer.get(report + "/completion").status == .unauthorized,
                "two days later one signs in again")
            let later = try await house.officer().get(report + "/completion").reading
            #expect(later.contains("was to answer by 10 February 2016 and has not. Silence is no clearance"))
            let text = try await house.somebody(asked).send(
                ["text": "It costs £31,957."], to: report + "/parts/financial")
            #expect(text.location == page, "whoever is asked may put the text right")
            #expect(
                try await house.somebody(asked).send(["text": "x"], to: report + "/parts/legal").status == .notFound)
        }
    }

    @Test("a withdrawn report says why, and a new draft replaces what was final")
    func again() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let (officer, member) = (
                try await house.officer(), try await house.somebody(try await who.somebody(as: .member))
            )
            let report = try await SampleReport(house, titled: "Plan")
            try await report.complete(for: who.body)
            try await report.finish()
            #expect(try await officer.send(to: report.address + "/draft").status == .unprocessableContent)
            try await officer.send(["why-draft": "A name was wrong."], to: report.address + "/draft")
            try await report.set(["title": "Plan, put right"], at: .title)
            #expect(try await member.get(report.address).reading.contains("Plan"))
            #expect(try await !member.get(report.address).reading.contains("put right"))
            try await report.finish()
            let newest = try await member.get(report.address).reading
            #expect(
                newest.contains("Plan, put right") && newest.contains("What changed since version 1 Title: changed"))
            #expect(try await member.get(report.address + "/finals/1").status == .notFound)
            #expect(
                try await officer.get(report.address + "/finals/1").reading.contains(
                    "A later version replaces this one"))
            try await officer.send(["why-withdrawn": "Not needed."], to: report.address + "/withdrawal")
            #expect(try await member.get(report.address).reading.contains("Not needed."))
            #expect(try await officer.send(to: report.address + "/resumption").location == report.address + "/edit")
        }
    }
}
