import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("An officer enters who is who")
struct WhoIsWhoTests {
    @Test("what the law asks and is missing is told with what to do, until it is there")
    func gaps() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            #expect(try await officer.get("/partnership/agencies").reading.contains("what kind of area this is"))
            try await officer.change("/partnership/area", ["country": "england", "councils": "district and county"])
            let asked = try await officer.get("/partnership/agencies").reading
            #expect(asked.contains("The Act asks for the county council. None is entered."))
            #expect(asked.contains("Crime and Disorder Act 1998, section 5(1)"))

            let added = try await officer.send(
                ["name": "Testshire", "kind": "county council", "standing": "invited", "day": "1/4/2015"],
                to: "/partnership/agencies")
            #expect(added.status == .seeOther)
            let invited = try await officer.get("/partnership/agencies").reading
            #expect(invited.contains("Testshire is here, but stands as invited."))

            try await officer.change(added.location + "/details", ["standing": "responsible"])
            let here = try await officer.get("/partnership/agencies").reading
            #expect(!here.contains("the county council"))
            #expect(here.contains("Testshire has no liaison officer"))
        }
    }

    @Test("a form that is wrong comes back with what was typed and every reason")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let answer = try await officer.send(
                ["name": "", "kind": "other", "standing": "responsible", "day": "31/2/2015"],
                to: "/partnership/agencies")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.reading.contains("Enter the agency’s name"))
            #expect(answer.reading.contains("Enter a day of the calendar, like 9/2/2016"))
            #expect(answer.text.contains("value=\"31/2/2015\""))
            #expect(answer.text.contains("<title>Error: Add an agency"))
            let closed = try await officer.send(
                ["name": "Charity", "kind": "other", "standing": "responsible", "day": "9/2/2016"],
                to: "/partnership/agencies")
            #expect(closed.reading.contains("The Act does not make this kind of agency a responsible authority"))
        }
    }

    @Test("a person who is appointed may do what the seat's role may, and no more once suspended")
    func appointment() async throws {
        try await House.open { house in
            let (officer, who) = (try await house.officer(), try await WhoIsWhoHouse(house))
            let clerk = try await officer.send(
                ["title": "Clerk", "role": "clerk", "agency": "", "day": "9/2/2016"],
                to: "/partnership/bodies/\(who.body)/seats")
            let ada = try await house.somebody(who.person)
            #expect(try await ada.get("/data").status == .forbidden)
            #expect(try await ada.get("/home").status == .ok, "without a seat there is a first page, and no more")
            #expect(try await ada.get("/home").reading.contains("hold no seat yet"))
            #expect(try await ada.get("/partnership").status == .forbidden)

            let appointed = try await officer.send(
                ["person": "\(who.person)", "from": "9/2/2016", "day": ""], to: clerk.location + "/holder")
            #expect(appointed.status == .seeOther)
            // S37: whoever was signed in before is not any more.
            #expect(try await ada.get("/data").status == .unauthorized)
            let again = try await house.somebody(who.person)
            #expect(try await again.get("/data").status == .ok)
            #expect(try await again.get("/partnership/people/new").status == .forbidden)

            try await officer.send(
                ["why": "Has changed jobs."], to: "/partnership/people/\(who.person)/membership/suspend")
            #expect(try await again.get("/data").status == .unauthorized)
            let page = try await officer.get("/partnership/people/\(who.person)").reading
            #expect(page.contains("Suspended"))
            #expect(page.contains("Nothing: the membership is not active."))
        }
    }

    @Test("an administrator keeps people, reads no assessment, and is shown none on the first page")
    func administrator() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let administrator = try await house.somebody(try await who.somebody(as: .administrator))
            #expect(try await administrator.get("/partnership/people/new").status == .ok)
            #expect(try await administrator.get("/assessment").status == .forbidden)
            let home = try await administrator.get("/home")
            #expect(home.status == .ok)
            #expect(!home.text.contains("href=\"/assessment"))
            #expect(!home.text.contains("href=\"/data"))
        }
    }

    @Test("email addresses are shown to those who keep people, and to nobody else")
    func emails() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let member = try await house.somebody(try await who.somebody(as: .member))
            let address = "/partnership/people/\(who.person)"
            #expect(try await house.officer().get(address).text.contains("ad@example.org"))
            for page in [address, "/partnership/people", "/partnership/seats/\(who.seat)"] {
                let answer = try await member.get(page)
                #expect(answer.status == .ok)
                #expect(!answer.text.contains("@example.org"))
            }
        }
    }

    @Test("a file of people enters all of them, or nobody and says every reason")
    func people() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let spoilt = try await officer.give(
                [.init("people.csv", "name,email\nAda Byron,ada@example.org\n,bo\n")], to: "/partnership/people/import")
            #expect(spoilt.status == .unprocessableContent)
            #expect(spoilt.reading.contains("Line 3, column ‘name’: there is no name"))
            #expect(spoilt.reading.contains("Line 3, column ‘email’: ‘bo’ is not an email address"))
            #expect(!(try await officer.get("/partnership/people").reading.contains("Ada Byron")))

            let look = try await officer.give(
                [.init("people.csv", "Name;EMAIL;Shoe size\r\nAda Byron;ada@example.org;7\r\nBo Martin;;\r\n;;\r\n")],
                to: "/partnership/people/import")
            #expect(look.status == .ok)
            #expect(look.reading.contains("Nothing is saved yet. 2 people would be entered"))
            #expect(look.reading.contains("The column ‘Shoe size’, which is not read."))
            #expect(!(try await officer.get("/partnership/people").reading.contains("Ada Byron")))

            let kept = try #require(look.text.firstMatch(of: /name="people" value="([^"]+)"/)?.output.1)
            let good = try await officer.send(
                ["people": String(kept).replacing("&quot;", with: "\"")], to: "/partnership/people/import/entered")
            #expect(good.status == .seeOther)
            let list = try await officer.get(good.location).reading
            #expect(list.contains("2 people were entered"))
            #expect(list.contains("Nobody has been written to yet"))
            #expect(list.contains("Ada Byron"))
            #expect(list.contains("Not yet invited"))

            let again = try await officer.give(
                [.init("people.csv", "Name,Email\nAda Byron,ada@example.org\nCy Kent,cy@example.org\n")],
                to: "/partnership/people/import")
            #expect(again.reading.contains("Line 2: Ada Byron (ada@example.org) is here already."))
            #expect(again.reading.contains("1 person would be entered"))
        }
    }

    @Test("the example of a file to import is one that can be imported")
    func example() async throws {
        try await House.open { house in
            let (officer, _) = (try await house.officer(), try await WhoIsWhoHouse(house))
            #expect(
                try await officer.get("/partnership/people/import").text.contains(
                    "href=\"/partnership/people/import/example.csv\""))
            let example = try await officer.get("/partnership/people/import/example.csv")
            #expect(example.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let look = try await officer.give(
                [.init("people.csv", example.bytes)], to: "/partnership/people/import")
            #expect(look.reading.contains("2 people would be entered"))
            #expect(look.reading.contains("Sioned Ffrâncon") && look.reading.contains("Testham Police"))
        }
    }

    @Test("an end that was set is taken back with one press")
    func undo() async throws {
        try await House.open { house in
            let (officer, who) = (try await house.officer(), try await WhoIsWhoHouse(house))
            for (thing, end) in [
                ("/partnership/agencies/\(who.agency)", "departure"), ("/partnership/bodies/\(who.body)", "closure"),
                ("/partnership/seats/\(who.seat)", "closure"),
            ] {
                try await officer.change("\(thing)/\(end)", ["day": "9/2/2016"])
                #expect(try await officer.get(thing).reading.contains("has ended"))
                try await officer.send(to: "\(thing)/return")
                #expect(!(try await officer.get(thing).reading.contains("has ended")))
            }
        }
    }

    @Test("who would gain by taking the end of a seat back is told why they may not, and gains nothing")
    func ownReturn() async throws {
        try await House.open { house in
            let (officer, who) = (try await house.officer(), try await WhoIsWhoHouse(house))
            let person = try await who.somebody(as: .clerk)
            try await who.seat(person, as: .officer)
            let page = try await officer.get("/partnership/people/\(person)").text
            let link = try Regex("href=\"(/partnership/seats/[0-9a-f-]{36})\">\(Role.officer.title)<")
            let seat = String(try #require(try link.firstMatch(in: page)?.output[1].substring))
            try await officer.change("\(seat)/closure", ["day": "9/2/2016"])
            let clerk = try await house.somebody(person)
            let refused = try await clerk.send(to: "\(seat)/return")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("You cannot seat yourself where you could do more than now"))
            #expect(try await officer.get(seat).reading.contains("has ended"))
        }
    }
}
