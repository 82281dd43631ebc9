import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("A member reads what they are told, and chooses how to hear of it")
struct NoticeTests {
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]

    /// Ada, whom the officer appointed to a seat just now, signed in.
    private func appointed(_ house: House, _ who: WhoIsWhoHouse) async throws -> Browser {
        let officer = try await house.officer()
        let seat = try await officer.send(
            ["title": "Clerk", "role": "clerk", "agency": "", "day": "9/2/2016"],
            to: "/partnership/bodies/\(who.body)/seats")
        let answer = try await officer.send(
            ["person": "\(who.person)", "from": "9/2/2016", "day": ""], to: seat.location + "/holder")
        #expect(answer.status == .seeOther)
        return try await house.somebody(who.person)
    }

    @Test("whoever is appointed finds it on their page and beside their name, until they mark it as read")
    func told() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let ada = try await appointed(house, who)
            let title = "You were appointed from 9 February 2016: Clerk, Executive Group"

            #expect(try await ada.get("/home").reading.contains("1 new Ada Byron"))
            let page = try await ada.get("/notices")
            #expect(page.reading.contains("One notice is new."))
            #expect(page.reading.contains("New \(title)"))
            #expect(page.reading.contains("You hold this seat. 9 February 2016 at 12:00"))
            let last = try #require(page.text.firstMatch(of: /name="last" value="([^"]+)"/)?.output.1)
            let seat = try #require(page.text.firstMatch(of: /href="(\/partnership\/seats\/[^"]+)"/)?.output.1)
            #expect(try await ada.get(String(seat)).status == .ok)
            #expect(try await house.officer().get("/notices").reading.contains("Nothing yet"))

            #expect(try await ada.send(["last": String(last)], to: "/notices/read").location == "/notices")
            let after = try await ada.get("/notices").reading
            #expect(after.contains("There is nothing new.") && after.contains(title) && !after.contains("New \(title)"))
            #expect(try await ada.get("/home").reading.contains("Notices Ada Byron"))
        }
    }

    @Test("nobody marks another’s notices, nor what is none")
    func others() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let ada = try await appointed(house, who)
            let last = try #require(
                try await ada.get("/notices").text.firstMatch(of: /name="last" value="([^"]+)"/)?.output.1)
            try await house.officer().send(["last": String(last)], to: "/notices/read")
            #expect(try await ada.get("/notices").reading.contains("One notice is new."))
            #expect(try await ada.send(["last": "x"], to: "/notices/read").status == .unprocessableContent)
        }
    }

    @Test("a choice is kept; without mail, or an address, the page says why no letter comes")
    func choice() async throws {
        try await House.open(Self.mail) { house in
            let who = try await WhoIsWhoHouse(house)
            let ada = try await appointed(house, who)
            let before = try await ada.get("/account/notices")
            #expect(before.text.contains(#"<option value="daily" selected>"#))
            #expect(before.reading.contains("Letters go to ad@example.org"))
            let saved = try await ada.send(["choice": "on page"], to: "/account/notices").location
            let after = try await ada.get(saved)
            #expect(after.reading.contains("Your choice is saved."))
            #expect(after.text.contains(#"<option value="on page" selected>"#))
            let refused = try await ada.send(["choice": "never"], to: "/account/notices")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Choose when you want a letter"))
            let without = try await house.officer().get("/account/notices").reading
            #expect(without.contains("No email address of yours is known here."))
        }
        try await House.open { house in
            let page = try await house.officer().get("/account/notices").reading
            #expect(page.contains("This site sends no mail yet."))
        }
    }

    @Test("the morning’s letter goes to those who take part and chose it, and once")
    func digest() async throws {
        try await House.open(Self.mail) { house in
            let who = try await WhoIsWhoHouse(house)
            let ada = try await appointed(house, who)
            let mail = NoticeMail(house.installation, site: "https://safer.example.org", logger: .silent)
            let letters = { try await house.database.read { try $0.waitingLetters() } }

            try await mail.postAtOnce()
            #expect(try await letters().isEmpty)
            let job = try await house.job(NoticeMail.kind)
            for _ in 1...2 { try await mail.run(job) }
            let letter = try #require(try await letters().first)
            #expect(try await letters().count == 1)
            #expect(letter.to == "ad@example.org")
            #expect(letter.text.contains("https://safer.example.org/partnership/seats/"))

            try await ada.send(["choice": "at once"], to: "/account/notices")
            let officer = try await house.officer()
            _ = try await officer.send(
                ["person": "\(who.person)", "day": "9/2/2016"], to: "/partnership/seats/\(who.seat)/substitutes")
            // The program itself looks too, after each form: whoever comes first, it is one letter.
            try await mail.run(job)
            try await mail.postAtOnce()
            let second = try await letters().filter { $0.text.contains("You may substitute from 9 February 2016") }
            #expect(try await letters().count == 2)
            #expect(second.first?.text.contains("You chose to get such letters at once.") == true)
        }
    }

    @Test("whoever left is not written to")
    func left() async throws {
        try await House.open(Self.mail) { house in
            let who = try await WhoIsWhoHouse(house)
            _ = try await appointed(house, who)
            let officer = try await house.officer()
            try await officer.send(["why": "Gone."], to: "/partnership/people/\(who.person)/membership/leave")
            let mail = NoticeMail(house.installation, site: "https://safer.example.org", logger: .silent)
            try await mail.run(try await house.job(NoticeMail.kind))
            #expect(try await house.database.read { try $0.waitingLetters() }.isEmpty)
        }
    }
}

extension House {
    /// A job of a kind, claimed.
    fileprivate func job(_ kind: Job.Kind) async throws -> Job {
        let queue = JobQueue(database)
        try await queue.add(kind, named: "a test’s", due: clock.now)
        return try #require(try await queue.claim([kind], for: 60, at: clock.now))
    }
}
