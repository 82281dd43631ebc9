import Foundation
import HTTPTypes
import HummingbirdTesting
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Membership

@Suite("People hear what others do to how they sign in, at the address they had")
struct AccountNewsTests {
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]

    private func letters(_ house: House) async throws -> [Letter] {
        try await house.database.read { try $0.waitingLetters() }
    }

    @Test("a changed email address is told to the old one and not to the new, and once; another change is not told")
    func email() async throws {
        try await House.open(Self.mail) { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let details = "/partnership/people/\(who.person)/details"
            try await officer.change(details, ["name": "Ada King"])
            #expect(try await letters(house).isEmpty)
            let changed = try await officer.change(details, ["email": "new@example.org"])
            #expect(changed.status == .seeOther)
            let all = try await letters(house)
            #expect(all.map(\.to) == ["ad@example.org"])
            #expect(all.first?.text.contains("Your email address on this site was changed") == true)
            #expect(all.first?.text.contains("new@example.org") == false)
            let notices = try await house.somebody(who.person).get("/notices").reading
            #expect(notices.contains("Your email address on this site was changed"))
            try await NoticeMail(house.installation, site: "http://safer.example.org", logger: .silent).postAtOnce()
            #expect(try await letters(house).count == 1)
        }
    }

    @Test(
        "a reset by whoever runs the program is told, with the second step where that goes too; without mail by notice")
    func reset() async throws {
        for settings in [Self.mail, [:]] {
            try await House.open(settings) { house in
                let who = try await WhoIsWhoHouse(house)
                let desk = UserDesk(
                    house.installation, settings: try await Settings(options: settings, environment: [:]))
                _ = try await desk.reset("ad@example.org", secondStep: true)
                _ = try await desk.invite("ad@example.org", named: nil)
                let all = try await letters(house)
                #expect(all.map(\.to) == (settings.isEmpty ? [] : ["ad@example.org", "ad@example.org"]))
                #expect(settings.isEmpty || all.contains { $0.text.contains("Your second step was taken away") })
                let notices = try await house.somebody(who.person).get("/notices").reading
                #expect(notices.contains("Your second step was taken away"))
                #expect(notices.contains("A link was made by which you choose a new password"))
            }
        }
    }

    @Test("what is done as themselves is told to a person too: passwords, the second step, and recovery codes")
    func own() async throws {
        try await House.open(Self.mail) { house in
            let (identities, now) = (house.installation.identities, house.clock.now)
            _ = try await WhoIsWhoHouse(house)
            let people = PersonStore(house.database, identities: identities)
            let carol = try #require(try await people.add([Self.carol], by: .commandLine(), at: now).first)
            let links = SignInLinkStore(house.database, identities: identities)
            let invitation = try await links.make(.invitation, for: carol, by: .commandLine(), at: now)
            let (browser, other, last) = (house.visitor, house.visitor, house.visitor)
            try await browser.send(["token": invitation.text, "password": Self.password], to: "/password")
            #expect(try await letters(house).isEmpty, "a first password is no news to whoever chose it")

            let second = "four green unlikely elephants"
            try await browser.send(["password": Self.password, "new-password": second], to: "/account/password")
            try await browser.send(to: "/account/second-step/secret")
            let page = try await browser.get("/account/second-step").text
            let secret = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)?.output.1)
            let code = try OneTimeSecret(typed: String(secret)).code(at: OneTimeSecret.step(at: now))
            let codes = try await browser.send(["code": code], to: "/account/second-step").text
                .matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){3}/).map { String($0.output.0) }
            try await other.send(["email": "carol@example.org", "password": second], to: "/sign-in")
            try await other.send(["code": codes[0]], to: "/sign-in/code")
            let wrong = try await other.send(["code-for-codes": "000000"], to: "/account/second-step/codes")
            #expect(wrong.status == .unprocessableContent && wrong.reading.contains("That code is wrong"))
            #expect(try await other.send(to: "/account/second-step/removal").status == .unprocessableContent)
            let new = try await other.send(["code-for-codes": codes[1]], to: "/account/second-step/codes").text
                .matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){3}/).map { String($0.output.0) }
            let removed = try await other.send(["code-for-removal": new[0]], to: "/account/second-step/removal")
            #expect(removed.location == "/account?done=second-step-removed")
            let reset = try await links.make(.reset, for: carol, by: .commandLine(), at: now)
            try await last.send(["token": reset.text, "password": Self.password], to: "/password")

            let all = try await letters(house)
            #expect(all.map(\.to) == Self.told.map { _ in "carol@example.org" })
            for words in Self.told { #expect(all.count { $0.text.contains(words) } == 1, "\(words)") }
            #expect(all.allSatisfy { $0.text.contains("If it was not, choose a new password at once") })
            let notices = try await last.get("/notices").reading
            for words in Self.told { #expect(notices.contains(words)) }
        }
    }

    private static let told = [
        "Your password was changed", "A second step of signing in was set up for you",
        "A recovery code of yours was used to sign in; 9 are left",
        "New recovery codes were made for you, and the old ones no longer work",
        "Your second step of signing in was taken away",
        "A new password was chosen by a link that was made for you",
    ]

    private static let carol = PersonDetails(
        name: "Carol Shaw", email: EmailAddress("carol@example.org"), agency: nil)

    @Test("whoever has a password from another partnership reads so in the letter and on the page, and accepts with it")
    func invitedElsewhere() async throws {
        try await House.open(Self.mail) { house in
            let (identities, now) = (house.installation.identities, house.clock.now)
            let ada = try await known(to: house.database.opened(for: identities.new(at: now)), in: house)
            try await PersonStore(house.database, identities: identities).add([Self.ada], by: .commandLine(), at: now)
            try await house.officer().send(to: "/partnership/people/\(ada)/invitation")
            let letter = try #require(try await letters(house).first)
            #expect(letter.text.contains("You have a password on the system it runs on already"))
            #expect(!letter.text.contains("choose a password"))
            let token = String(try #require(letter.text.firstMatch(of: /invitation\/(\S+)/)?.output.1))
            let browser = house.visitor
            let page = try await browser.get("/invitation/\(token)").reading
            #expect(page.contains("You have a password on this system already"))

            let wrong = try await browser.send(["token": token, "password": "no"], to: "/invitation")
            let other = try await browser.send(["token": token, "password": Self.password + "!"], to: "/password")
            let right = try await browser.send(["token": token, "password": Self.password], to: "/invitation")

            #expect(wrong.status == .unprocessableContent && wrong.reading.contains("That is not your password"))
            #expect(other.status == .unprocessableContent && other.reading.contains("You have a password here already"))
            #expect(right.location == "/home")
            #expect(try await browser.get("/home").reading.contains("Ada Byron"))
            let users = UserDesk(
                house.installation, settings: try await Settings(options: Self.mail, environment: [:]))
            await #expect(throws: UserFault.hasPassword("ada@example.org")) {
                _ = try await users.invite("ada@example.org", named: nil)
            }
        }
    }

    private static let password = "kettle harbour nineteen"
    private static let ada = PersonDetails(
        name: "Ada Byron", email: EmailAddress("ada@example.org"), agency: nil)

    /// Ada, with a password, in another partnership of these records.
    private func known(to theirs: Database, in house: House) async throws -> ID<Person> {
        let (identities, now) = (house.installation.identities, house.clock.now)
        let people = PersonStore(theirs, identities: identities)
        let ada = try #require(try await people.add([Self.ada], by: .commandLine(), at: now).first)
        let token = try await SignInLinkStore(theirs, identities: identities)
            .make(.invitation, for: ada, by: .commandLine(), at: now)
        let workers = PasswordWorkers(cost: .init(memory: 64, passes: 1))
        _ = try await PasswordStore(theirs, identities: identities, workers: workers)
            .choose(
                Password(typed: Self.password), by: token, from: Caller(address: "192.0.2.1", browser: "", known: nil),
                at: now)
        return ada
    }
}
