import HTTPTypes
import HummingbirdTesting
import Membership
import Notices
import Partnership
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("Who was entered is invited, one by one or several at once, and it is told who was")
struct InvitingTests {
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]

    /// Cy, Di and Ed, entered: Ed without an email address.
    private func entered(_ house: House) async throws -> [ID<Person>] {
        let details = [("Cy Kent", "cy@example.org"), ("Di Lee", "di@example.org"), ("Ed May", nil)].map {
            PersonDetails(name: $0.0, email: $0.1.flatMap { EmailAddress($0) }, agency: nil)
        }
        return try await PersonStore(house.database, identities: house.installation.identities)
            .add(details, by: .commandLine(), at: house.clock.now)
    }

    private func letters(_ house: House) async throws -> [String] {
        try await house.database.read { try $0.waitingLetters() }.map(\.to).sorted()
    }

    @Test(
        "entered is not invited: it is said when the letter went, until when its link works, and it can be sent again")
    func one() async throws {
        try await House.open(Self.mail) { house in
            let (officer, cy) = (try await house.officer(), try await entered(house)[0])
            let page = "/partnership/people/\(cy)"
            #expect(try await officer.get(page).reading.contains("Not yet invited"))
            #expect(try await officer.get("/partnership/people").reading.contains("Not yet invited"))

            let sent = try await officer.send(to: page + "/invitation")
            #expect(try await officer.get(sent.location).reading.contains("An invitation is on its way"))
            for place in [page, "/partnership/people"] {
                let told = try await officer.get(place).reading
                #expect(told.contains("Invited 9 February 2016, link until 10 February 2016 at 12:00"), "\(place)")
            }
            #expect(try await officer.get(page).reading.contains("Send the invitation again"))

            house.clock.move(hours: 25)
            let later = try await house.officer()
            #expect(try await later.get(page).reading.contains("Invited 9 February 2016, the link has ended"))
            try await later.send(to: page + "/invitation")
            #expect(
                try await later.get(page).reading.contains("Invited 10 February 2016, link until 11 February 2016"))
            #expect(try await letters(house).contains("cy@example.org"))
        }
    }

    @Test("several are invited after one confirmation, which says who is written to, who is not, and why")
    func several() async throws {
        try await House.open(Self.mail) { house in
            let (officer, ids) = (try await house.officer(), try await entered(house))
            let list = try await officer.get("/partnership/people").text
            #expect(list.contains("name=\"person\" value=\"\(ids[0])\""))
            #expect(!list.contains("name=\"person\" value=\"\(ids[2])\""), "nobody is written to without an address")

            let token = try #require(try await officer.token())
            let ticked = [("form-token", token)] + ids.map { ("person", "\($0)") }
            let asked = try await officer.sendBare(ticked, to: "/partnership/people/invitations")
            #expect(asked.reading.contains("Invite 2 people?"))
            #expect(asked.reading.contains("Cy Kent is sent a letter to cy@example.org"))
            #expect(asked.reading.contains("Ed May is sent nothing: they have no email address here."))
            #expect(try await letters(house).isEmpty, "nothing is sent before it is confirmed")

            let people = try #require(asked.text.firstMatch(of: /name="people" value="([^"]+)"/)?.output.1)
            let sent = try await officer.send(["people": String(people)], to: "/partnership/people/invitations/sent")
            #expect(sent.status == .seeOther)
            let told = try await officer.get(sent.location).reading
            #expect(told.contains("2 invitations are on their way"))
            #expect(told.contains("Nothing was sent to these: Ed May has no email address here."))
            #expect(try await letters(house) == ["cy@example.org", "di@example.org"])
        }
    }

    @Test("everybody not yet invited is invited with one press; where nobody was chosen, that is said")
    func everybody() async throws {
        try await House.open(Self.mail) { house in
            let (officer, ids) = (try await house.officer(), try await entered(house))
            let nobody = try await officer.send(to: "/partnership/people/invitations")
            #expect(try await officer.get(nobody.location).reading.contains("Nobody was chosen to be invited"))

            try await officer.send(to: "/partnership/people/\(ids[0])/invitation")
            let asked = try await officer.send(["all": "yes"], to: "/partnership/people/invitations").reading
            #expect(asked.contains("Invite 1 person?") && asked.contains("Di Lee") && !asked.contains("Cy Kent"))
        }
    }

    @Test("without mail a person’s page says how they get in: the whole of the operator’s command")
    func withoutMail() async throws {
        try await House.open { house in
            let (officer, ids) = (try await house.officer(), try await entered(house))
            let page = try await officer.get("/partnership/people/\(ids[0])").reading
            #expect(
                page.contains(
                    #"frankpledge user invite cy@example.org --partnership 'Testham Community Safety Partnership'"#))
            #expect(try await officer.get("/partnership/people/\(ids[2])").reading.contains("enter it first"))
            #expect(!(try await officer.get("/partnership/people").text.contains("name=\"person\"")))
        }
    }

    @Test("what stands in the command is words to a terminal, whatever it is")
    func quoted() async throws {
        try await House.open(profile: .init(name: "Eden’s $(x) 'CSP'")) { house in
            let officer = try await house.officer()
            let details = PersonDetails(name: "Odd", email: EmailAddress("a`x`$b'@example.org"), agency: nil)
            let odd = try await PersonStore(house.database, identities: house.installation.identities)
                .add([details], by: .commandLine(), at: house.clock.now)[0]
            #expect(
                try await officer.get("/partnership/people/\(odd)").reading.contains(
                    #"user invite 'a`x`$b'\''@example.org' --partnership 'Eden’s $(x) '\''CSP'\'''"#))
        }
    }

    @Test("whoever left and comes back is not yet invited, and neither is whoever has another address since")
    func anew() async throws {
        try await House.open(Self.mail) { house in
            let (officer, ids) = (try await house.officer(), try await entered(house))
            for id in ids.prefix(2) { try await officer.send(to: "/partnership/people/\(id)/invitation") }
            for deed in ["leave", "invite"] {
                try await officer.send(to: "/partnership/people/\(ids[0])/membership/\(deed)")
            }
            try await officer.change("/partnership/people/\(ids[1])/details", ["email": "diana@example.org"])
            for id in ids.prefix(2) {
                #expect(try await officer.get("/partnership/people/\(id)").reading.contains("Not yet invited"))
            }
        }
    }

    @Test("how a membership stands is told to those who keep people, after their second step, and to nobody else")
    func standing() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            try await officer.send(["why": "x"], to: "/partnership/people/\(who.person)/membership/suspend")
            let (page, list) = ("/partnership/people/\(who.person)", "/partnership/people")
            for place in [page, list] { #expect(try await officer.get(place).reading.contains("Suspended")) }

            let member = try await house.somebody(try await who.somebody(as: .member))
            let weak = try await house.somebody(try await who.somebody(as: .officer), by: .password)
            for reader in [member, weak] {
                for place in [page, list, "/partnership/seats/\(who.seat)", "/partnership/bodies/\(who.body)"] {
                    let reading = try await reader.get(place).reading
                    #expect(!reading.contains("Suspended") && !reading.contains("not active"), "\(place)")
                }
            }
        }
    }
}
