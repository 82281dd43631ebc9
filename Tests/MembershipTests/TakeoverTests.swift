import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("Nobody comes in as somebody else, or back into a seat they lost")
struct TakeoverTests {
    private static let noon = Office.noon
    private static let secret = Password(typed: "kettle harbour nineteen")

    private struct Desk {
        let office: Office
        let people: PersonStore
        let passwords: PasswordStore
        let links: SignInLinkStore
        let signIn: SignInStore

        init(_ office: Office) {
            let (database, identities) = (office.database, Identities.seeded(31))
            let workers = PasswordWorkers(cost: .init(memory: 64, passes: 1))
            self.office = office
            people = PersonStore(database, identities: identities, permissions: Office.permissions)
            passwords = PasswordStore(database, identities: identities, workers: workers)
            links = SignInLinkStore(database, identities: identities)
            signIn = SignInStore(database, identities: identities, workers: workers)
        }

        /// Somebody who chose a password by an invitation to this address.
        func invited(_ name: String, at email: String) async throws -> ID<Person> {
            let person = try await office.person(name, email, as: .invited)
            let link = try await links.make(.invitation, for: person, by: office.actor, at: noon)
            _ = try await passwords.choose(
                secret, by: link, from: Caller(address: "192.0.2.1", browser: "", known: nil), at: noon)
            return person
        }

        func change(emailOf person: ID<Person>, to email: String, by member: Member? = nil) async throws {
            let known = try await office.now(person)
            let details = PersonDetails(
                name: known.details.name, email: EmailAddress(email), agency: known.details.agency)
            try await people.change(known, to: details, by: member ?? office.officer, at: noon)
        }

        func enter(email: String) async throws -> SignInStore.Entrance {
            try await signIn.signIn(
                email, secret, from: Caller(address: "192.0.2.2", browser: "", known: nil), at: noon)
        }
    }

    @Test("a password chosen at one address is nobody’s at another", arguments: Scratch.engines)
    func password(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let desk = Desk(office)
            let person = try await desk.invited("Victor", at: "attacker@example.org")
            _ = try await desk.enter(email: "attacker@example.org")
            try await desk.change(emailOf: person, to: "victor@kent.police.example")
            for email in ["attacker@example.org", "victor@kent.police.example"] {
                await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter(email: email) }
            }
        }
    }

    @Test(
        "a link that went to a mistyped address opens nothing once the address is put right", arguments: Scratch.engines
    )
    func mistyped(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let desk = Desk(office)
            let person = try await office.person("Bo", "bo@exmaple.org", as: .invited)
            let link = try await desk.links.make(.invitation, for: person, by: office.actor, at: Self.noon)
            try await desk.change(emailOf: person, to: "bo@example.org")
            #expect(try await desk.links.link(with: link, at: Self.noon) == nil)
        }
    }

    @Test(
        "the address of whoever may do more is not changed by whoever may do less; who never came in may be put right",
        arguments: Scratch.engines)
    func more(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let desk = Desk(office)
            let person = try await desk.invited("Cara", at: "cara@example.org")
            try await office.appoint(person, to: office.seat(.caseworker, on: office.body("Panel")))
            await #expect(throws: MembershipRefusal.holdsMore) {
                try await desk.change(emailOf: person, to: "mine@example.org")
            }
            _ = try await desk.enter(email: "cara@example.org")
            let cara = try #require(try await office.member(person))
            try await desk.change(emailOf: person, to: "cara.new@example.org", by: cara)

            let new = try await office.person("Dan", "dan@exmaple.org", as: .invited)
            try await office.appoint(new, to: office.seat(.caseworker, on: office.body("Other panel")))
            try await desk.change(emailOf: new, to: "dan@example.org")
        }
    }

    @Test(
        "nobody takes back the end of a seat or a body to sit where they could do more than now",
        arguments: Scratch.engines)
    func resumed(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (body, person) = (try await office.body("Panel"), try await office.person("Cleo"))
            let seat = try await office.seat(.clerk, on: body)
            try await office.appoint(person, to: seat)
            let cleo = try #require(try await office.member(person))
            try await office.seats.end(office.now(seat), on: Office.today, by: office.actor, at: Office.noon)
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await office.seats.end(office.now(seat), on: nil, by: cleo.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await office.seats.end(office.now(seat), on: .on("2099-01-01"), by: cleo.actor, at: Office.noon)
            }
            try await office.seats.end(office.now(seat), on: nil, by: office.actor, at: Office.noon)
            try await office.bodies.end(office.now(body), on: Office.today, by: office.actor, at: Office.noon)
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await office.bodies.end(office.now(body), on: nil, by: cleo.actor, at: Office.noon)
            }
        }
    }

    @Test("the end of somebody’s time in a seat is brought forward and never put off", arguments: Scratch.engines)
    func putOff(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (body, person) = (try await office.body("Panel"), try await office.person("Cleo"))
            let seat = try await office.seat(.clerk, on: body)
            try await office.appoint(person, to: seat)
            func held() async throws -> Appointment {
                let structure = try await office.bodies.structure()
                guard let first = structure.seat(seat)?.holders.first else { throw MembershipRefusal.notHere }
                return first
            }
            for day in ["2016-05-01", "2016-04-01"] {
                try await office.seating.end(held(), in: seat, on: .on(day), by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.laterEnd) {
                try await office.seating.end(held(), in: seat, on: .on("2099-01-01"), by: office.actor, at: Office.noon)
            }
        }
    }

    @Test("whoever left comes back without the seats they sat in", arguments: Scratch.engines)
    func left(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (body, person) = (try await office.body("Panel"), try await office.person("Cleo"))
            try await office.appoint(person, to: office.seat(.clerk, on: body))
            try await office.people.move(person, by: .leave, as: office.officer, at: Office.noon)
            try await office.people.move(person, by: .invite, as: office.officer, at: Office.noon)
            try await office.people.move(person, by: .confirm, as: office.officer, at: Office.noon)
            #expect(try await office.member(person)?.roles == [])
        }
    }

    @Test("the last officer’s seat is given no end, not even a later one", arguments: Scratch.engines)
    func lastOfficer(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let seat = try #require(try await office.bodies.structure().seats.first)
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.seats.end(seat, on: .on("2016-03-01"), by: office.actor, at: Office.noon)
            }
        }
    }

    @Test(
        "officers’ seats are not ended one after the other until nobody is left, in whatever order",
        arguments: Scratch.engines)
    func lastOfficers(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let other = try await office.person("Olive")
            let second = try await office.seat(.officer, on: office.body("Panel"))
            try await office.appoint(other, to: second)
            let first = try #require(try await office.bodies.structure().seats.first { $0.id != second })
            try await office.seats.end(first, on: .on("2016-03-01"), by: office.actor, at: Office.noon)
            for day in ["2016-02-20", "2016-03-01", "2016-06-01"] {
                await #expect(throws: MembershipRefusal.lastOfficer) {
                    try await office.seats.end(office.now(second), on: .on(day), by: office.actor, at: Office.noon)
                }
            }
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.people.move(other, by: .suspend, as: office.officer, at: Office.noon)
            }
            let member = try await office.person("Cleo")
            try await office.people.move(member, by: .suspend, as: office.officer, at: Office.noon)
        }
    }

    @Test(
        "where the one officer’s time is limited anyhow, others are suspended as before",
        arguments: Scratch.engines)
    func limitedOfficer(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (other, member) = (try await office.person("Olive"), try await office.person("Cleo"))
            let second = try await office.seat(.officer, on: office.body("Panel"))
            try await office.seating.appoint(
                other, to: second, for: Term(from: Office.today, to: .on("2017-02-09")), by: office.officer,
                at: Office.noon)
            let olive = try #require(try await office.member(other))
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.people.move(FirstOfficerStore.person, by: .leave, as: olive, at: Office.noon)
            }
            try await office.people.move(member, by: .suspend, as: olive, at: Office.noon)
        }
    }

    @Test("an agency of somebody else’s is refused, of a person too", arguments: Scratch.engines)
    func foreignAgency(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let foreign = try await office.neighbour().agency("Medway Police")
            let details = PersonDetails(name: "Bo", email: nil, agency: foreign)
            await #expect(throws: MembershipRefusal.notHere) {
                try await office.people.add([details], by: office.actor, at: Office.noon)
            }
            let known = try await office.now(office.person("Cleo"))
            await #expect(throws: MembershipRefusal.notHere) {
                try await office.people.change(known, to: details, by: office.officer, at: Office.noon)
            }
        }
    }

    @Test("two partnerships that enter one new address at once enter one person", arguments: Scratch.engines)
    func atOnce(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let neighbour = try await office.neighbour()
            for number in 0..<20 {
                async let ours = office.person("Bo", "bo\(number)@example.org")
                async let theirs = neighbour.person("Bo", "bo\(number)@example.org")
                let (one, other) = (try await ours, try await theirs)
                #expect(one == other)
            }
        }
    }

    @Test("bodies lie no deeper than can be drawn, wherever they are moved", arguments: Scratch.engines)
    func deep(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            var chain = [try await office.body("Body 1")]
            for number in 2...Structure.deepest {
                chain.append(try await office.body("Body \(number)", below: chain.last))
            }
            await #expect(throws: MembershipRefusal.tooDeep) { try await office.body("One more", below: chain.last) }
            let (top, part) = (try await office.body("Top"), chain[0])
            let known = try await office.now(part)
            await #expect(throws: MembershipRefusal.tooDeep) {
                try await office.bodies.change(
                    known, to: BodyDetails(name: known.name, regime: known.details.regime, parent: top),
                    from: known.term.beginsOn, by: office.actor, at: Office.noon)
            }
        }
    }

    @Test("the built-in officer of one partnership signs out nobody at another", arguments: Scratch.engines)
    func builtInSessions(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let neighbour = try await office.neighbour()
            func begin(_ office: Office) async throws -> SessionToken {
                try #require(try await office.sessions.begin(for: FirstOfficerStore.person, at: Office.noon))
            }
            let (here, also, there) = (try await begin(office), try await begin(office), try await begin(neighbour))
            let session = try #require(try await office.sessions.session(with: here, at: Office.noon))
            try await office.sessions.endOthers(than: session, at: Office.noon)
            #expect(try await office.sessions.session(with: also, at: Office.noon) == nil)
            #expect(try await neighbour.sessions.session(with: there, at: Office.noon) != nil)
        }
    }

    @Test(
        "the built-in officer, who is of every partnership, is given no way of signing in but the printed one",
        arguments: Scratch.engines)
    func builtIn(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            await #expect(throws: MembershipRefusal.builtIn) {
                try await Desk(office).change(emailOf: FirstOfficerStore.person, to: "officer@example.org")
            }
            let builtIn = try await office.now(FirstOfficerStore.person)
            #expect(builtIn.details.email == nil)
        }
    }
}
