import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("Who did what is told in words, to each as far as it is theirs to know")
struct ActivityTests {
    /// The address of what is narrowed to one thing.
    private func about(_ kind: String, _ id: some CustomStringConvertible) -> String {
        "/activity?kind=\(kind)&thing=\(id)"
    }

    @Test("an officer reads who did what to which thing, when and why, and what became of its fields")
    func words() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            try await officer.change("/partnership/bodies/\(who.body)/details", ["name": "Executive Board"])
            _ = try await officer.send(
                ["why": "On leave"], to: "/partnership/people/\(who.person)/membership/suspend")
            let page = try await officer.get("/activity")

            #expect(page.status == .ok)
            let said = page.reading
            #expect(
                said.contains(
                    "Community safety officer appointed Bo Commander to the seat District Commander, Executive Board"))
            #expect(!said.contains("Holder: Bo Commander"), "the sentence has said it")
            #expect(said.contains("From: 9 February 2016"))
            #expect(said.contains("Community safety officer changed what is known of the body Executive Board"))
            #expect(said.contains("Name: Executive Board; before, Executive Group"))
            #expect(said.contains("Community safety officer changed the membership of Ada Byron"))
            #expect(said.contains("Reason: On leave. Membership: suspended; before, active. Entry"))
            #expect(said.contains("9 February 2016 at 12:00"))
            #expect(said.contains("Somebody at the command line took in the agency Testham Police"))
            #expect(page.text.contains("href=\"/partnership/seats/\(who.seat)\""))
            #expect(!page.text.contains("{") && !page.text.contains("&quot;field"))
            for hidden in ["signed in", "gathered anew"] { #expect(!said.contains("officer \(hidden)")) }
        }
    }

    @Test("a refusal is said to be one, with its reason")
    func refusals() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let (officer, me) = (try await house.officer(), FirstOfficerStore.person)
            _ = try await officer.send(["why": ""], to: "/partnership/people/\(me)/membership/suspend")
            _ = try await officer.send(
                ["person": "\(who.person)", "from": "9/2/2016", "day": ""],
                to: "/partnership/seats/\(who.seat)/holder")

            let refused = try await officer.get("/activity?outcome=refused").reading
            #expect(
                refused.contains(
                    "Community safety officer tried to appoint somebody to the seat District Commander, Executive Group , and was refused"
                ))
            #expect(refused.contains("Refused Somebody holds this seat in that time. End that first."))
            #expect(refused.contains("tried to change the membership of Community safety officer , and was refused"))
            #expect(!refused.contains("took in the agency"))
            let done = try await officer.get("/activity?outcome=done").reading
            #expect(done.contains("took in the agency") && !done.contains("and was refused"))
        }
    }

    @Test("narrowed by who, what, kind, thing and day, each in the address")
    func narrowed() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            func reading(_ address: String) async throws -> String { try await officer.get(address).reading }
            let byOfficer = try await reading("/activity?who=member:\(FirstOfficerStore.person)")
            #expect(byOfficer.contains("appointed Bo Commander") && !byOfficer.contains("command line took"))
            let byHand = try await reading("/activity?who=command%20line")
            #expect(byHand.contains("took in the agency Testham Police") && !byHand.contains("appointed Bo Commander"))
            let byItself = try await reading("/activity?who=program")
            #expect(byItself.contains("The program (start) gave the officer’s seat, which nobody held, to"))
            #expect(!byItself.contains("took in the agency"))
            let added = try await reading("/activity?act=seat+added")
            #expect(added.contains("set up the seat") && !added.contains("appointed Bo Commander"))
            let agencies = try await reading("/activity?kind=agency")
            #expect(agencies.contains("took in the agency") && !agencies.contains("set up the seat"))
            let seat = try await reading(about("seat", who.seat))
            #expect(seat.contains("What was done to District Commander, Executive Group. 2 entries."))
            #expect(seat.contains("set up the seat") && !seat.contains("took in the agency"))
            #expect(try await reading("/activity?from=9/2/2016&until=9/2/2016").contains("set up the seat"))
            let later = try await reading("/activity?from=10%20February%202016")
            #expect(later.contains("Nothing like that was done"))
            let unread = try await officer.get("/activity?from=30/2/2016&until=x")
            #expect(unread.status == .unprocessableContent)
            #expect(unread.reading.contains("Enter a day of the calendar, like 9/2/2016"))
            for odd in ["who=nobody", "act=%00", "kind=case", "thing=%FF", "before=x", "after=-1", "who=member:x%00"] {
                #expect(try await officer.get("/activity?\(odd)").status == .ok, "\(odd)")
            }
        }
    }

    @Test("a long activity is turned page by page, back and forth, and none is missed")
    func pages() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for number in 1...75 {
                let entry = Entry(
                    .bodyRenamed, of: .init("body", "\(number)"), by: .commandLine(), at: house.clock.now,
                    changes: [.init("number", from: Int?.none, to: number)])
                try await house.database.write(entry) { _ in }
            }
            func numbers(_ page: String) -> [Int] {
                page.matches(of: /Number: (\d+)/).compactMap { Int($0.output.1) }
            }
            var (address, seen) = ("/activity?kind=body", [Int]())
            var before: [Int] = []
            while true {
                let page = try await officer.get(address)
                before = numbers(page.reading)
                seen += before
                guard let older = page.text.firstMatch(of: /href="([^"]+)" rel="next"/) else { break }
                address = String(older.output.1).replacing("&amp;", with: "&")
            }
            #expect(seen == Array((1...75).reversed()))
            let last = try await officer.get(address)
            let newer = try #require(last.text.firstMatch(of: /href="([^"]+)" rel="prev"/)).output.1
            let back = try await officer.get(String(newer).replacing("&amp;", with: "&"))
            #expect(numbers(back.reading) == Array((16...45).reversed()))
        }
    }

    @Test("an administrator reads of accounts and sign-ins and of nothing that people work on; an officer the reverse")
    func administrator() async throws {
        try await House.open { house in
            let samples = try await SampleRoutes(house)
            let id = try await samples.who.somebody(as: .administrator)
            _ = try await house.visitor.send(["email": "ad@example.org", "password": "wrong words"], to: "/sign-in")
            let (administrator, officer) = (try await house.somebody(id), try await house.officer())

            let theirs = try await administrator.get("/activity").reading
            #expect(theirs.contains("Community safety officer signed in"))
            #expect(theirs.contains("Somebody on the sign-in page tried to sign in as Ada Byron , and was refused"))
            #expect(theirs.contains("appointed Somebody, Administrator to the seat"))
            #expect(!theirs.contains("data file") && !theirs.contains(".csv"))
            #expect(try await administrator.get("/activity?act=release+accepted").reading.contains("Nothing like that"))
            #expect(try await administrator.get("/activity?kind=release").reading.contains("Nothing like that"))

            let ours = try await officer.get("/activity?kind=release").reading
            #expect(ours.contains("took in the figures of the data file 2014-01-testshire-street.csv"))
            #expect(try await officer.get("/activity?act=signed+in").reading.contains("Nothing like that"))
            for role in [Role.clerk, .analyst, .chair, .caseworker] {
                let somebody = try await house.somebody(try await samples.who.somebody(as: role))
                #expect(try await somebody.get("/activity").status == .forbidden)
            }
        }
    }

    @Test("everybody reads what they did themselves, and who signed in as them, but not what others did")
    func own() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            try await who.seat(who.person, as: .officer)
            let ada = try await house.somebody(who.person)
            try await ada.change("/partnership/bodies/\(who.body)/details", ["name": "Executive Board"])
            _ = try await ada.send(["choice": "never"], to: "/account/notices")
            _ = try await house.visitor.send(["email": "ad@example.org", "password": "wrong words"], to: "/sign-in")

            let page = try await ada.get("/account/activity").reading
            #expect(page.contains("You signed in"))
            #expect(page.contains("You changed what is known of the body Executive Board"))
            #expect(page.contains("Name: Executive Board; before, Executive Group"))
            #expect(page.contains("Somebody on the sign-in page tried to sign in as you, and was refused"))
            #expect(!page.contains("Community safety officer"))
            let officers = try await house.officer().get("/account/activity").reading
            #expect(officers.contains("You signed in") && !officers.contains("changed what is known of the body"))
        }
    }

    @Test("what somebody did they know of, and no more than that once the thing is not theirs to see")
    func noLongerTheirs() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 3)])
            let who = try await WhoIsWhoHouse(house)
            let analyst = try await who.somebody(as: .analyst)
            _ = try await house.somebody(analyst).give([StreetFile("2014-02", burglaries: 4).file])
            await house.program.first.desk.untilQuiet()
            let before = try await house.somebody(analyst).get("/account/activity").reading
            #expect(before.contains("You gave the data file 2014-02-testshire-street.csv"))

            // The seat ends; somebody without one may see no data.
            let structure = try await BodyStore(house.database, identities: house.installation.identities).structure()
            let seat = try #require(structure.seats(for: analyst, on: Day(house.clock.now)).first)
            try await SeatStore(house.database, identities: house.installation.identities).end(
                seat, on: Day(house.clock.now), by: .commandLine(), at: house.clock.now)
            let after = try await house.somebody(analyst).get("/account/activity").reading
            #expect(after.contains("You gave the data file"))
            #expect(!after.contains("2014-02-testshire-street.csv"))
            #expect(after.contains("What it was about is not yours to see any more."))
        }
    }

    @Test("downloaded, it is what was narrowed, a row each, safe in a spreadsheet; and that it was is an entry")
    func download() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house, agency: "=HYPERLINK(1)")
            let officer = try await house.officer()
            let page = try await officer.get("/activity?kind=seat")
            #expect(page.text.contains("action=\"/activity/download\""))
            #expect(page.text.contains("name=\"kind\" value=\"seat\""))
            let file = try await officer.send(["kind": "seat"], to: "/activity/download")

            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(file.headers[.contentDisposition]?.contains("activity-2016-02-09.csv") == true)
            let lines = file.text.split(separator: "\r\n")
            #expect(lines.first == "entry,when,who,what,sentence,kind,thing,refused because,reason,changes")
            #expect(lines.dropFirst().allSatisfy { $0.contains(",seat,") } && lines.count == 3)
            #expect(file.text.contains("2016-02-09T12:00:00Z"))
            let agencies = try await officer.send(["kind": "agency"], to: "/activity/download")
            #expect(agencies.text.contains("'=HYPERLINK(1)"))
            #expect(try await officer.send(["from": "x"], to: "/activity/download").location == "/activity?from=x")
            let noted = try await officer.get("/activity?act=activity+downloaded").reading
            #expect(noted.contains("Community safety officer downloaded entries of the activity Entries: 2."))
            #expect(try await house.somebody(who.person).send(to: "/activity/download").status == .forbidden)
        }
    }

    @Test("what no slice claims is shown to nobody, not even to whoever did it")
    func unclaimed() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let administrator = try await who.somebody(as: .administrator)
            for (act, kind) in [(Act.bodyRenamed, "case"), (.canariesSown, "body")] {
                let entry = Entry(
                    act, of: .init(kind, "7"), by: .member(administrator, name: "Known Nobody"), at: house.clock.now)
                try await house.database.write(entry) { _ in }
            }
            for somebody in [try await house.officer(), try await house.somebody(administrator)] {
                for address in [
                    "/activity", "/activity?kind=case", "/account/activity", "/home", "/activity/entries.csv",
                ] {
                    let answer = try await somebody.get(address).text
                    #expect(!answer.contains("Known Nobody") && !answer.contains("canaries sown"), "\(address)")
                }
            }
        }
    }

    @Test("the first page has the latest of it: others’ deeds for whoever may read them, one’s own for the rest")
    func home() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let who = try await WhoIsWhoHouse(house)
            let page = try await officer.get("/home").reading
            #expect(page.contains("Recent activity Community safety officer appointed Bo Commander to the seat"))
            #expect(page.contains("9 February 2016 at 12:00") && page.contains("All activity"))
            #expect(!page.contains("officer signed in"))

            let member = try await house.somebody(try await who.somebody(as: .member))
            let theirs = try await member.get("/home").reading
            #expect(theirs.contains("What you did lately Nothing yet."))
            #expect(!theirs.contains("appointed"))
            // Without the second step an officer is shown their own doings alone.
            let weak = try await house.somebody(FirstOfficerStore.person, by: .password).get("/home").reading
            #expect(weak.contains("What you did lately You appointed Somebody, Member to the seat"))
            #expect(!weak.contains("took in the agency"))
        }
    }
}

extension Act {
    /// By the name of one that is told.
    fileprivate static let bodyRenamed = Act("body changed", "What is known of a body was changed.")
}
