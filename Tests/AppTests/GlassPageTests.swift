import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("An administrator breaks the glass, and everybody who should sees it")
struct GlassPageTests {
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]
    private static let form: KeyValuePairs = [
        "permission": "read assessments", "minutes": "30", "reason": "A figure in the papers for tonight is wrong.",
    ]

    /// Pat, an administrator, signed in, and Ada, an officer with an email address.
    private func stage(_ house: House) async throws -> (pat: Browser, ada: ID<Person>, who: WhoIsWhoHouse) {
        let who = try await WhoIsWhoHouse(house)
        try await house.take([StreetFile("2014-01", burglaries: 12)])
        try await who.seat(who.person, as: .officer)
        return (try await house.somebody(try await who.somebody(as: .administrator)), who.person, who)
    }

    @Test("a page that is not theirs leads to breaking the glass; afterwards every page says so, and ends it")
    func journey() async throws {
        try await House.open { house in
            let (pat, _, _) = try await stage(house)
            let refused = try await pat.get("/assessment/testham")
            #expect(refused.status == .forbidden)
            let way = try #require(refused.text.firstMatch(of: /href="(\/break-glass[^"]*)"/)?.output.1)
            let page = try await pat.get(String(way.replacing("&amp;", with: "&")))
            #expect(page.text.contains(#"<option value="60" selected>"#) && page.reading.contains("Byron"))

            for (name, wrong) in [
                ("reason", " "), ("reason", "x"), ("reason", "— — — —"), ("reason", "Unwiederbringlichkeiten"),
                ("reason", "It is urgent"), ("minutes", "480"), ("permission", "import data"),
            ] {
                let fields = Self.form.map { ($0.key, $0.key == name ? wrong : $0.value) }
                let token = try #require(try await pat.token())
                let answer = try await pat.sendBare([("form-token", token)] + fields, to: "/break-glass")
                #expect(answer.status == .unprocessableContent, "\(name)")
                #expect(answer.text.contains("id=\"\(name)-problem\""))
            }
            #expect(try await pat.get("/assessment/testham").status == .forbidden)

            let next = try #require(page.text.firstMatch(of: /name="next" value="([^"]*)"/)?.output.1)
            #expect(next == "/assessment/testham")
            let token = try #require(try await pat.token())
            let fields = [("form-token", token), ("next", String(next))] + Self.form.map { ($0.key, $0.value) }
            #expect(try await pat.sendBare(fields, to: "/break-glass").location == "/assessment/testham")
            let opened = try await pat.get("/assessment/testham")
            #expect(opened.status == .ok)
            for address in ["/assessment/testham", "/account", "/partnership", "/methods", "/no/such/page"] {
                let reading = try await pat.get(address).reading
                #expect(
                    reading.contains("‘read assessments’ is open to you for another 30 minutes, until 12:30."),
                    "\(address)")
            }
            #expect(try await pat.get("/data/import").status == .forbidden)
            let ended = try await pat.send(to: "/break-glass/end")
            #expect(ended.location == "/account?done=glass")
            #expect(try await !pat.get("/account").reading.contains("You have broken the glass"))
            #expect(try await pat.get("/assessment/testham").status == .forbidden)
        }
    }

    @Test("officers are told at once by notice and letter, whatever they chose; whoever did it is told too")
    func told() async throws {
        try await House.open(Self.mail) { house in
            let (_, ada, who) = try await stage(house)
            let officer = try await house.somebody(ada)
            try await officer.send(["choice": "on page"], to: "/account/notices")
            let details = PersonDetails(name: "Lee Admin", email: EmailAddress("lee@example.org"), agency: nil)
            let lee = try #require(
                try await PersonStore(house.database, identities: house.installation.identities)
                    .add([details], as: .active, by: .commandLine(), at: house.clock.now).first)
            try await who.seat(lee, as: .administrator)
            let breaker = try await house.somebody(lee)
            #expect(try await breaker.send(Self.form, to: "/break-glass").status == .seeOther)

            let letters = try await house.database.read { try $0.waitingLetters() }
            #expect(letters.map(\.to).sorted() == ["ad@example.org", "lee@example.org"])
            let letter = try #require(letters.first { $0.to == "ad@example.org" })
            #expect(letter.text.contains("http://safer.example.org/broken-glass"))
            #expect(!letter.text.contains("papers for tonight"), "a reason stays on the site")
            let notices = try await officer.get("/notices").reading
            #expect(notices.contains("Lee Admin broke the glass: ‘read assessments’, until 9 February 2016 at 12:30"))
            #expect(try await house.officer().get("/notices").reading.contains("Lee Admin broke the glass"))

            // No second letter about the same thing.
            let mail = NoticeMail(house.installation, site: "http://safer.example.org", logger: .silent)
            try await mail.postAtOnce()
            #expect(try await house.database.read { try $0.waitingLetters() }.count == 2)
        }
    }

    @Test("officers see who opened what and why, and end it; the other is told that they did")
    func overseen() async throws {
        try await House.open { house in
            let (pat, ada, _) = try await stage(house)
            let weak = try await house.somebody(ada, by: .password)
            #expect(try await weak.get("/broken-glass").reading.contains("This asks for a second step"))
            let officer = try await house.somebody(ada, by: .code)
            #expect(try await officer.get("/broken-glass").reading.contains("Nobody has"))
            try await pat.send(Self.form, to: "/break-glass")
            for address in ["/assessment/testham", "/assessment/testham", "/assessment/testham/months.csv", "/home"] {
                try await pat.get(address)
            }
            let page = try await officer.get("/broken-glass")
            let reading = page.reading
            #expect(reading.contains("A figure in the papers for tonight is wrong."))
            #expect(reading.contains("Open until 9 February 2016 at 12:30"))
            #expect(
                reading.contains("Pages it opened /assessment/testham at 12:00 /assessment/testham/months.csv at 12:00")
            )
            #expect(reading.contains("Other pages meanwhile /home at 12:00"))
            let form = try #require(page.text.firstMatch(of: /action="(\/broken-glass\/[^"]+\/end)"/)?.output.1)
            #expect(try await officer.send(to: String(form)).location == "/broken-glass")
            #expect(try await pat.get("/assessment/testham").status == .forbidden)
            #expect(try await pat.get("/notices").reading.contains("Ada Byron ended what you had opened"))
            #expect(try await officer.get("/broken-glass").reading.contains("ended by Ada Byron"))
            #expect(try await officer.send(to: String(form)).status == .seeOther)
            #expect(try await pat.get("/broken-glass").status == .forbidden)
        }
    }

    @Test("what they do meanwhile says in its entry that the glass was broken, and what they open is an entry")
    func entries() async throws {
        try await House.open { house in
            let (pat, _, _) = try await stage(house)
            try await pat.send(Self.form, to: "/break-glass")
            try await pat.get("/assessment/testham")
            try await pat.send(["choice": "daily"], to: "/account/notices")
            let entries = try await house.database.read { try $0.entries(10) }
            let choice = try #require(entries.first { $0.act == "notices chosen" })
            #expect(choice.changes.contains(#""field":"broken glass""#))
            let looks = entries.filter { $0.act == "opened under broken glass" }
            #expect(looks.map(\.subject.address) == ["/account/notices", "/assessment/testham"])
            let officer = try await house.officer()
            for picture in ["map", "months"] { try await pat.get("/assessment/testham/charts/\(picture).svg") }
            try await pat.get("/assessment/elsewhere/charts/map.svg")
            let later = try await house.database.read { try $0.entries(1) }
            #expect(later.first?.subject.address == "/assessment/elsewhere/charts/map.svg", "alone, it is noted")
            let reading = try await officer.get("/activity").reading
            #expect(
                !reading.contains("2016-02-09T") && reading.contains("Until: 9 February 2016 at 12:30"), "\(reading)")
            #expect(reading.contains("Having broken the glass for: ‘read assessments’"))
        }
    }

    @Test("asked after a quarter of an hour, whoever wants to break the glass proves first who they are")
    func proof() async throws {
        try await House.open { house in
            let (pat, _, _) = try await stage(house)
            house.clock.move(hours: 0.3)
            #expect(try await pat.get("/break-glass").location.hasPrefix("/account/proof"))
            #expect(try await pat.send(Self.form, to: "/break-glass").status == .forbidden)
            #expect(try await pat.get("/assessment/testham").status == .forbidden)
        }
    }

    @Test("officers are told when an administrator seats somebody where they may do more than administrators")
    func puppet() async throws {
        try await House.open { house in
            let (pat, ada, who) = try await stage(house)
            let answer = try await pat.send(
                ["person": "\(try await who.somebody(as: .administrator))", "from": "9/2/2016", "day": ""],
                to: "/partnership/seats/\(try await seat(house, who))/holder")
            #expect(answer.status == .seeOther)
            let notices = try await house.somebody(ada).get("/notices").reading
            #expect(notices.contains("seated Somebody, Administrator where they may do more than"))
        }
    }

    private func seat(_ house: House, _ who: WhoIsWhoHouse) async throws -> ID<Seat> {
        try await SeatStore(house.database, identities: house.installation.identities).add(
            SeatDetails(title: "Analyst", role: .analyst, agency: nil), to: who.body, from: Day(house.clock.now),
            by: .commandLine(), at: house.clock.now)
    }

    @Test("who is told by email is said only of those who have an address")
    func toldHow() async throws {
        try await House.open(Self.mail) { house in
            let (pat, _, _) = try await stage(house)
            let said = try await pat.get("/break-glass").reading
            #expect(
                said.contains(
                    "Ada Byron is told at once, here and by email; Community safety officer is told by a notice here."))
        }
    }
}
