import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Partnership
import Storage
import Testing

@testable import App

@Suite("Two people who change the same details at once lose nothing")
struct TwoAtOnceTests {
    /// Two officers of one partnership, each at a browser of their own.
    private func pair(
        _ body: @Sendable (House, WhoIsWhoHouse, _ aysha: Browser, _ ben: Browser) async throws -> Void
    ) async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let people = try await PersonStore(house.database, identities: house.installation.identities).add(
                ["Aysha Bell", "Ben Okri"].map { PersonDetails(name: $0, email: nil, agency: nil) }, as: .active,
                by: .commandLine(), at: house.clock.now)
            for person in people { try await who.seat(person, as: .officer) }
            try await body(house, who, house.somebody(people[0]), house.somebody(people[1]))
        }
    }

    @Test("what each changed that the other did not is saved, and the page says so")
    func apart() async throws {
        try await pair { house, who, aysha, ben in
            let place = "/partnership/bodies/\(who.body)"
            let (first, second) = (try await aysha.open(place + "/details"), try await ben.open(place + "/details"))
            let saved = try await first.typing(["name": "Executive Board", "frequency": "every quarter"])
                .sent(by: aysha)
            #expect(saved.status == .seeOther && saved.location == place)
            let joined = try await second.typing(["purpose": "decides what is done"]).sent(by: ben)
            #expect(joined.status == .seeOther && joined.location == place + "?saved=together")
            let page = try await ben.get(joined.location).reading
            #expect(page.contains("Saved, together with what somebody else changed"))
            #expect(page.contains("Executive Board") && page.contains("every quarter"))
            #expect(page.contains("Decides what is done."))
        }
    }

    @Test("what both changed differently comes back with who saved first and when, and the next save settles it")
    func disputed() async throws {
        try await pair { house, who, aysha, ben in
            let address = "/partnership/bodies/\(who.body)/details"
            let (first, second) = (try await aysha.open(address), try await ben.open(address))
            house.clock.move(hours: 0.5)
            try await first.typing(["name": "Thanet Safer Streets Group", "frequency": "every quarter"])
                .sent(by: aysha)
            house.clock.move(hours: 0.1)
            let answer = try await second.typing(["name": "Executive Board", "purpose": "decides"]).sent(by: ben)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("<title>Error: Change the details of Thanet Safer Streets Group"))
            #expect(
                answer.reading.contains(
                    "Error: Aysha Bell changed this to “Thanet Safer Streets Group” at 12:30, while you were writing. "
                        + "Yours is in the box: choose what to keep, and save again."))
            #expect(answer.reading.contains("How often does it meet? “every quarter” (Aysha Bell, at 12:30)"))
            let again = try OpenedForm(answer, to: address)
            #expect(again["name"] == "Executive Board" && again["was-name"] == "Thanet Safer Streets Group")
            #expect(again["frequency"] == "every quarter" && again["purpose"] == "decides")
            #expect(try await aysha.get("/partnership/bodies/\(who.body)").reading.contains("Safer Streets"))

            let settled = try await again.sent(by: ben)
            #expect(settled.status == .seeOther && !settled.location.contains("saved"))
            let page = try await ben.get(settled.location).reading
            #expect(page.contains("Executive Board") && page.contains("every quarter") && page.contains("Decides."))
            // What was not done is no entry, and what was says what it changed.
            let activity = try await ben.get("/activity?kind=body").reading
            #expect(!activity.contains("was refused"))
            #expect(activity.contains("Name: Executive Board; before, Thanet Safer Streets Group. Purpose: decides"))
        }
    }

    @Test("of a choice it says what was chosen in words, of a day in words, and of what was emptied that it was")
    func words() async throws {
        try await pair { house, who, aysha, ben in
            let agency = "/partnership/agencies/\(who.agency)/details"
            var (first, second) = (try await aysha.open(agency), try await ben.open(agency))
            try await first.typing(["standing": "invited", "day": "1/4/2015"]).sent(by: aysha)
            let told = try await second.typing(["standing": "co-operating", "day": "2/4/2015"]).sent(by: ben)
            #expect(
                told.reading.contains(
                    "Aysha Bell changed this to “Invited” at 12:00, while you were writing. What you chose stands here: "
                        + "choose what to keep, and save again."))
            #expect(told.reading.contains("Aysha Bell changed this to 1 April 2015 at 12:00"))

            let person = "/partnership/people/\(who.person)/details"
            (first, second) = (try await aysha.open(person), try await ben.open(person))
            try await first.typing(["email": ""]).sent(by: aysha)
            let emptied = try await second.typing(["email": "ada@example.org"]).sent(by: ben)
            #expect(emptied.status == .conflict)
            #expect(emptied.reading.contains("Aysha Bell took this out at 12:00, while you were writing."))
            let seat = "/partnership/seats/\(who.seat)/details"
            (first, second) = (try await aysha.open(seat), try await ben.open(seat))
            try await first.typing(["agency": "", "title": "Commander"]).sent(by: aysha)
            #expect(try await second.typing(["title": "Commander"]).sent(by: ben).status == .seeOther)
            #expect(try await ben.get("/partnership/seats/\(who.seat)").reading.contains("Agency –"))
        }
    }

    @Test("both changing it alike, or only in how it is written, is no dispute")
    func alike() async throws {
        try await pair { house, who, aysha, ben in
            let address = "/partnership/agencies/\(who.agency)/details"
            let (first, second) = (try await aysha.open(address), try await ben.open(address))
            try await first.typing(["day": "1/4/2015", "standing": "invited"]).sent(by: aysha)
            let saved = try await second.typing(["day": "1 Apr 2015", "standing": "invited"]).sent(by: ben)
            #expect(saved.status == .seeOther && saved.location == "/partnership/agencies/\(who.agency)")
            // Nothing was left to save, so nothing is told.
            let activity = try await ben.get("/activity?kind=agency").reading
            #expect(activity.components(separatedBy: "changed what is known of the agency").count == 2)
        }
    }

    @Test("the dates of the year are put together line by line")
    func year() async throws {
        try await pair { house, _, aysha, ben in
            let address = "/partnership/year"
            // Nobody has set one: the usual ones are proposed to both.
            let (first, second) = (try await aysha.open(address), try await ben.open(address))
            let usual = try #require(first["dates"])
            try await first.typing(["dates": usual.replacing("Scrutiny", with: "Scrutiny: 9 February 2031")])
                .sent(by: aysha)
            let joined = try await second.typing(["dates": usual.replacing("Cabinet", with: "Cabinet: March 2031")])
                .sent(by: ben)
            #expect(joined.location == "/home?saved=together")
            let home = try await ben.get(joined.location).reading
            #expect(home.contains("Scrutiny 9 February 2031") && home.contains("Cabinet March 2031"))

            let (third, fourth) = (try await aysha.open(address), try await ben.open(address))
            let dates = try #require(third["dates"])
            try await third.typing(["dates": dates.replacing("9 February", with: "10 February")]).sent(by: aysha)
            let told = try await fourth.typing(["dates": dates.replacing("9 February", with: "11 February")])
                .sent(by: ben)
            #expect(told.status == .conflict)
            #expect(
                told.reading.contains(
                    "Aysha Bell changed the same lines at 12:00, while you were writing. Both are in the box"))
            #expect(told.text.contains("Scrutiny: 10 February 2031\nScrutiny: 11 February 2031\n"))
        }
    }

    @Test("the name of the partnership, its area, a liaison officer and an end, too")
    func others() async throws {
        try await pair { house, who, aysha, ben in
            func meet(
                _ address: String, _ one: KeyValuePairs<String, String>, _ other: KeyValuePairs<String, String>
            ) async throws -> String {
                let (first, second) = (try await aysha.open(address), try await ben.open(address))
                let saved = try await first.typing(one).sent(by: aysha)
                #expect(saved.status == .seeOther, "\(saved.reading)")
                let told = try await second.typing(other).sent(by: ben)
                #expect(told.status == .conflict, "\(address)")
                return told.reading
            }
            let area = try await meet(
                "/partnership/area", ["country": "england", "councils": "one"],
                ["country": "england", "councils": "district and county"])
            #expect(area.contains("Aysha Bell changed this to “One council does everything” at 12:00"))
            let details = try await meet(
                "/partnership/details", ["name": "Safer Testham"], ["name": "Testham Together"])
            #expect(details.contains("Aysha Bell changed this to “Safer Testham”"))
            let agency = "/partnership/agencies/\(who.agency)"
            let liaison = try await meet(
                agency + "/liaison-officer", ["person": "\(who.person)"], ["person": "\(FirstOfficerStore.person)"])
            #expect(liaison.contains("Aysha Bell changed this to “Ada Byron”"))
            for place in [
                "/partnership/seats/\(who.seat)/appointments/\(who.appointment)/end",
                "/partnership/seats/\(who.seat)/closure", "/partnership/bodies/\(who.body)/closure",
                agency + "/departure",
            ] {
                let ended = try await meet(place, ["day": "1/3/2016"], ["day": "1/4/2016"])
                #expect(ended.contains("Aysha Bell changed this to 1 March 2016 at 12:00"), "\(place)")
            }
        }
    }

    @Test("whoever has the form open twice is told that they did it themselves")
    func oneself() async throws {
        try await pair { house, who, aysha, _ in
            let address = "/partnership/seats/\(who.seat)/details"
            try await aysha.change(address, ["title": "Commander"])
            house.clock.move(hours: 24)
            let again = try await house.somebody(try await self.aysha(house))
            let told = try await again.change(address, ["was-title": "District Commander", "title": "Chief"])
            #expect(
                told.reading.contains(
                    "You changed this to “Commander” on 9 February 2016 at 12:00, in another window."))
        }
    }

    private func aysha(_ house: House) async throws -> ID<Person> {
        let people = try await PersonStore(house.database, identities: house.installation.identities).people()
        return try #require(people.first { $0.name == "Aysha Bell" }).id
    }

    @Test("what is wrong besides is said with it, and what somebody else changed stays in the form")
    func faults() async throws {
        try await pair { house, who, aysha, ben in
            let address = "/partnership/agencies/\(who.agency)/details"
            let (first, second) = (try await aysha.open(address), try await ben.open(address))
            try await first.typing(["name": "Testshire Police", "standing": "invited"]).sent(by: aysha)
            let told = try await second.typing(["name": "Kent Police", "day": "31/2/2016"]).sent(by: ben)
            #expect(told.status == .conflict)
            #expect(told.reading.contains("changed this to “Testshire Police”"))
            #expect(told.reading.contains("Enter a day of the calendar, like 9/2/2016"))
            let third = try OpenedForm(told, to: address)
            #expect(third["standing"] == "invited" && third["was-standing"] == "invited")

            // Where nothing is in dispute a fault is said as ever, and theirs is in the form.
            let fourth = try await ben.open(address)
            try await aysha.change(address, ["standing": "co-operating"])
            let wrong = try await fourth.typing(["day": ""]).sent(by: ben)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.reading.contains("Its standing: “Co-operating” (Aysha Bell, at 12:00)"))
            #expect(try OpenedForm(wrong, to: address)["standing"] == "co-operating")
        }
    }

    @Test("a form that does not say how it was is asked about all that it would change")
    func unknown() async throws {
        try await pair { house, who, aysha, _ in
            let address = "/partnership/seats/\(who.seat)/details"
            let bare = try await aysha.open(address).typing(["title": "Commander"]).without { $0.hasPrefix("was-") }
            let told = try await bare.sent(by: aysha)
            #expect(told.status == .conflict)
            #expect(
                told.reading.contains(
                    "As it is saved now, this is “District Commander”. Yours is in the box: choose what to keep"))
            #expect(try await OpenedForm(told, to: address).sent(by: aysha).status == .seeOther)
        }
    }

    @Test("a form that is sent again is answered as before, and what others changed since stays")
    func again() async throws {
        try await pair { house, who, aysha, ben in
            let address = "/partnership/people/\(who.person)/details"
            let form = try await aysha.open(address).typing(["name": "Ada King"])
            let first = try await form.sent(by: aysha)
            try await ben.change(address, ["name": "Ada Lovelace"])
            let second = try await form.sent(by: aysha)
            #expect(second.status == .seeOther && second.location == first.location)
            #expect(try await ben.open(address)["name"] == "Ada Lovelace")
        }
    }

    @Test("a parent or an agency that has ended stays the answer until somebody changes it")
    func ended() async throws {
        try await pair { house, who, aysha, _ in
            let added = try await aysha.send(
                ["name": "Panel", "regime": "partnership", "parent": "\(who.body)", "day": "9/2/2016"],
                to: "/partnership/bodies")
            try await aysha.change("/partnership/agencies/\(who.agency)/departure", [:])
            try await aysha.change("/partnership/seats/\(who.seat)/details", ["title": "Commander"])
            #expect(try await aysha.open("/partnership/seats/\(who.seat)/details")["agency"] == "\(who.agency)")
            #expect(try await aysha.open(added.location + "/details")["parent"] == "\(who.body)")
        }
    }

    @Test("however many save at the very same moment, what each changed is in")
    func storm() async throws {
        try await pair { house, who, aysha, ben in
            let address = "/partnership/bodies/\(who.body)/details"
            for round in 1...6 {
                let changes: [(Browser, KeyValuePairs<String, String>)] = [
                    (aysha, ["name": "Group \(round)"]), (ben, ["purpose": "purpose \(round)"]),
                    (aysha, ["frequency": "\(round) times a year"]), (ben, ["day": "\(round)/1/2015"]),
                ]
                var forms: [(Browser, OpenedForm)] = []
                for (browser, answers) in changes {
                    forms.append((browser, try await browser.open(address).typing(answers)))
                }
                let answers = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                    for (browser, form) in forms { group.addTask { try await form.sent(by: browser).status } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.allSatisfy { $0 == .seeOther }, "\(answers)")
                let now = try await aysha.open(address)
                #expect(now["name"] == "Group \(round)" && now["purpose"] == "purpose \(round)")
                #expect(now["frequency"] == "\(round) times a year" && now["day"] == "\(round)/1/2015")
            }
        }
    }
}
