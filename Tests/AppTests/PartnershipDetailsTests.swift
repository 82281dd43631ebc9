import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("An officer says what the partnership is, and lands where they were")
struct PartnershipDetailsTests {
    @Test("every line of the year that cannot be read is told with its number, and what was typed stands there still")
    func year() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let typed = "Assessment: June 2027\nConsultation: soon\nScrutiny: Monday 9 February 2027"
            let refused = try await officer.change("/partnership/year", ["dates": typed])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Line 2: ‘soon’ is not a date."))
            #expect(refused.reading.contains("Line 3: 9 February 2027 is a Tuesday, not a Monday."))
            #expect(refused.text.contains("Scrutiny: Monday 9 February 2027</textarea>"))

            let good =
                "Assessment: June 2027\nConference: 3 to 7 March 2027\nConsultation: December 2026 to January 2027"
            #expect(try await officer.change("/partnership/year", ["dates": good]).location == "/home")
            let home = try await officer.get("/home").reading
            #expect(home.contains("3 to 7 March 2027") && home.contains("December 2026 to January 2027"))
            #expect(try await officer.get("/partnership/year").text.contains("Conference: 3 to 7 March 2027"))
        }
    }

    @Test("by its date alone no step of the year is called done")
    func past() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change("/partnership/year", ["dates": "Assessment: December 2015\nCouncil: March 2016"])
            let home = try await officer.get("/home").reading
            #expect(home.contains("was due December 2015"))
            #expect(home.contains("March 2016 , next"))
            #expect(!home.contains("2015, done") && !home.contains("2016, done"))
        }
    }

    @Test("whoever came from the list of what to set up is led back to it, and others to what they changed")
    func back() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let list = try await officer.get("/partnership/set-up").text
            for path in ["/partnership/details", "/partnership/area", "/partnership/year"] {
                #expect(list.contains("href=\"\(path)?back=%2Fpartnership%2Fset-up\""), "\(path)")
                let form = try await officer.get(path + "?back=%2Fpartnership%2Fset-up").text
                #expect(form.contains("name=\"back\" value=\"/partnership/set-up\""), "\(path)")
                #expect(
                    !(try await officer.get(path + "?back=https%3A%2F%2Fexample.org").text.contains("name=\"back\"")))
            }
            let area = ["country": "england", "councils": "one"] as KeyValuePairs
            #expect(try await officer.change("/partnership/area", area).location == "/partnership/agencies")
            let listed = try await officer.change(
                "/partnership/area", ["country": "wales", "councils": "one", "back": "/partnership/set-up"])
            #expect(listed.location == "/partnership/set-up")
            let details = ["name": "Testham CSP", "district": "Testham"] as KeyValuePairs
            #expect(try await officer.change("/partnership/details", details).location == "/partnership")
        }
    }

    @Test(
        "the plan’s year is read however the two years are parted",
        arguments: [
            ("2026/27", "2026/27"), ("2026-27", "2026/27"), ("2026–27", "2026/27"), ("2026/2027", "2026/27"),
            ("2026 - 27", "2026/27"), ("2099/00", "2099/00"), ("2026", "2026"), ("2026/28", nil), ("26/27", nil),
        ] as [(String, String?)])
    func planYear(typed: String, stored: String?) async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let answer = try await officer.change("/partnership/details", ["plan-year": typed])
            #expect((answer.status == .seeOther) == (stored != nil))
            guard let stored else { return }
            #expect(try await officer.get("/partnership/details").text.contains("value=\"\(stored)\""))
        }
    }

    @Test(
        "the partnership’s public address stands on the pages about accessibility and privacy, before the installation’s"
    )
    func contact() async throws {
        try await House.open(["contact": "it@example.org"]) { house in
            let officer = try await house.officer()
            let refused = try await officer.change("/partnership/details", ["contact": "nobody"])
            #expect(refused.reading.contains("Enter an email address, like name@example.org."))
            try await officer.change("/partnership/details", ["contact": "safer@testham.example.org"])
            for page in ["/accessibility", "/privacy"] {
                let text = try await house.visitor.get(page).text
                #expect(text.contains("mailto:safer@testham.example.org"), "\(page)")
                #expect(!text.contains("it@example.org"), "\(page)")
            }
        }
    }

    @Test("the colour can be chosen from a swatch, and typed")
    func colour() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change("/partnership/details", ["accent": "#7a1f3d"])
            let form = try await officer.get("/partnership/details").text
            #expect(form.contains(/<input class="field__swatch" type="color"[^>]* value="#7a1f3d"/))
            #expect(form.contains(/type="text" id="accent" name="accent" value="#7a1f3d"/))
        }
    }

    @Test("one agency after another is added without going back")
    func another() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let agency = ["name": "Testshire", "kind": "county council", "standing": "responsible", "day": "1/4/2015"]
            let token = try #require(try await officer.token())
            let fields = [("form-token", token), ("then", "another")] + agency.map { ($0.key, $0.value) }
            let added = try await officer.sendBare(fields, to: "/partnership/agencies")
            #expect(added.location.hasPrefix("/partnership/agencies/new?added="))
            #expect(try await officer.get(added.location).reading.contains("Testshire was added"))
        }
    }

    @Test("a seat does not begin before its body does")
    func seat() async throws {
        try await House.open { house in
            let (officer, who) = (try await house.officer(), try await WhoIsWhoHouse(house))
            let early = try await officer.send(
                ["title": "Clerk", "role": "clerk", "agency": "", "day": "8/2/2016"],
                to: "/partnership/bodies/\(who.body)/seats")
            #expect(early.status == .unprocessableContent)
            #expect(early.reading.contains("A seat cannot begin before its body does."))
            #expect(early.text.contains("href=\"#day\""))
        }
    }

    @Test(
        "a liaison officer’s telephone is shown to everybody who takes part, and anybody else’s to those who keep people"
    )
    func telephone() async throws {
        try await House.open { house in
            let (officer, who) = (try await house.officer(), try await WhoIsWhoHouse(house))
            let person = "/partnership/people/\(who.person)"
            let wrong = try await officer.change(person + "/details", ["telephone": "ring me"])
            #expect(wrong.reading.contains("Enter a telephone number, like 01632 960001."))
            #expect(wrong.text.contains("value=\"ring me\""))
            try await officer.change(person + "/details", ["telephone": "01632 960001 ext. 12"])

            let member = try await house.somebody(try await who.somebody(as: .member))
            let agency = "/partnership/agencies/\(who.agency)"
            #expect(try await officer.get(person).reading.contains("01632 960001 ext. 12"))
            for place in [person, agency, "/partnership/people", "/partnership/agencies"] {
                #expect(!(try await member.get(place).reading.contains("01632")), "\(place)")
            }

            try await officer.change(agency + "/liaison-officer", ["person": "\(who.person)", "day": "9/2/2016"])
            let page = try await member.get(agency)
            #expect(page.reading.contains("Whom to call about sharing information"))
            #expect(page.text.contains("<a href=\"tel:01632960001\">01632 960001 ext. 12</a>"))
            #expect(try await member.get("/partnership/agencies").reading.contains("01632 960001 ext. 12"))
            #expect(!(try await member.get(person).reading.contains("01632")))
        }
    }
}
