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
