import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import App

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
}
