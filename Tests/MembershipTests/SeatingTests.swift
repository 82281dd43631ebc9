import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("What somebody may do comes from the seats they sit in, and from nothing else")
struct SeatingTests {
    @Test(
        "a seat's role gives what was declared for it, to its holder and to who may substitute",
        arguments: Scratch.engines)
    func roles(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let seat = try await office.seat(.clerk, on: office.body("Executive Group"))
            let (ada, bob) = (try await office.person("Ada"), try await office.person("Bob"))
            #expect(try await office.member(ada)?.may(.decidePapers) == false)
            try await office.appoint(ada, to: seat)
            try await office.seating.substitute(bob, in: seat, from: Office.today, by: office.officer, at: Office.noon)
            for person in [ada, bob] {
                let member = try #require(try await office.member(person))
                #expect(member.may(.decidePapers))
                #expect(!member.may(.closeFiles))
                #expect(member.roles == [.clerk])
            }
        }
    }

    @Test(
        "an invited, suspended or ended membership grants nothing, whatever seats there are", arguments: Scratch.engines
    )
    func states(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let seat = try await office.seat(.clerk, on: office.body("Executive Group"))
            let ada = try await office.person("Ada", as: .invited)
            try await office.appoint(ada, to: seat)
            #expect(try await office.member(ada) == nil)
            #expect(try await office.sessions.begin(for: ada, at: Office.noon) == nil)

            try await office.people.move(ada, by: .confirm, as: office.officer, at: Office.noon)
            let token = try #require(try await office.sessions.begin(for: ada, at: Office.noon))
            let signedIn = try await office.sessions.session(with: token, at: Office.noon)?.member
            #expect(signedIn?.may(.decidePapers) == true)

            try await office.people.move(ada, by: .suspend, as: office.officer, at: Office.noon)
            #expect(try await office.sessions.session(with: token, at: Office.noon)?.member == nil)
            try await office.people.move(ada, by: .resume, as: office.officer, at: Office.noon)
            // S37: the session ended for good; signing in again makes another.
            #expect(try await office.sessions.session(with: token, at: Office.noon) == nil)
            let again = try #require(try await office.sessions.begin(for: ada, at: Office.noon))
            #expect(try await office.sessions.session(with: again, at: Office.noon) != nil)
            try await office.people.move(ada, by: .leave, as: office.officer, at: Office.noon)
            #expect(try await office.sessions.session(with: again, at: Office.noon)?.member == nil)
        }
    }

    @Test(
        "a seat grants from its first day, and no more once the time in it, the seat or the body has ended",
        arguments: Scratch.engines)
    func terms(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let tomorrow = Day(Office.noon + 86_400)
            let (ada, body) = (try await office.person("Ada"), try await office.body("Panel"))
            let seat = try await office.seat(.clerk, on: body)
            try await office.appoint(ada, to: seat, from: tomorrow)
            #expect(try await office.member(ada)?.roles == [])
            #expect(try await office.member(ada, hours: 24)?.roles == [.clerk])

            try await office.bodies.end(office.now(body), on: tomorrow, by: office.actor, at: Office.noon)
            #expect(try await office.member(ada, hours: 24)?.roles == [])
            try await office.bodies.end(office.now(body), on: nil, by: office.actor, at: Office.noon)
            try await office.seats.end(office.now(seat), on: tomorrow, by: office.actor, at: Office.noon)
            #expect(try await office.member(ada, hours: 24)?.roles == [])
            try await office.seats.end(office.now(seat), on: nil, by: office.actor, at: Office.noon)
            #expect(try await office.member(ada, hours: 24)?.roles == [.clerk])

            let held = try #require(try await office.bodies.structure().seat(seat)?.holders.first)
            try await office.seating.end(held, in: seat, on: tomorrow, by: office.actor, at: Office.noon)
            #expect(try await office.member(ada, hours: 24)?.roles == [])
        }
    }

    @Test("two people never hold one seat on the same day", arguments: Scratch.engines)
    func taken(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let seat = try await office.seat(.member, on: office.body("Panel"))
            let (ada, bob) = (try await office.person("Ada"), try await office.person("Bob"))
            try await office.appoint(ada, to: seat)
            await #expect(throws: MembershipRefusal.seatIsTaken) { try await office.appoint(bob, to: seat) }
            let held = try #require(try await office.bodies.structure().seat(seat)?.holders.first)
            try await office.seating.end(held, in: seat, on: Office.today, by: office.actor, at: Office.noon)
            try await office.appoint(bob, to: seat)
            #expect(try await office.bodies.structure().seat(seat)?.holder(on: Office.today)?.name == "Bob")
        }
    }

    @Test("nobody seats themselves where they could do more than now, nor as a substitute", arguments: Scratch.engines)
    func oneself(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let body = try await office.body("Panel")
            let (casework, plain) = (
                try await office.seat(.caseworker, on: body), try await office.seat(.member, on: body)
            )
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await office.appoint(FirstOfficerStore.person, to: casework)
            }
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await office.seating.substitute(
                    FirstOfficerStore.person, in: casework, from: Office.today, by: office.officer, at: Office.noon)
            }
            try await office.appoint(FirstOfficerStore.person, to: plain)
            let officer = try #require(try await office.member(FirstOfficerStore.person))
            #expect(!officer.may(.closeFiles))
        }
    }

    @Test("the last officer cannot be taken away, by whatever way", arguments: Scratch.engines)
    func lastOfficer(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let structure = try await office.bodies.structure()
            let (team, seat) = (try #require(structure.bodies.first), try #require(structure.seats.first))
            let held = try #require(seat.holders.first)
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.seating.end(held, in: seat.id, on: Office.today, by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.seats.end(seat, on: Office.today, by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.lastOfficer) {
                try await office.bodies.end(team, on: Office.today, by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.oneself) {
                try await office.people.move(
                    FirstOfficerStore.person, by: .suspend, as: office.officer, at: Office.noon)
            }
            #expect(try await office.bodies.structure() == structure)
        }
    }

    @Test("the first officer is seated once, and again only where nobody is an officer", arguments: Scratch.engines)
    func firstOfficer(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let before = try await office.bodies.structure()
            let store = FirstOfficerStore(office.database, identities: .seeded(20))
            try await store.seat(from: Office.today, at: Office.noon)
            #expect(try await office.bodies.structure() == before)
        }
    }

    @Test(
        "the first officer is needed until another can sign in, and is not seated again once others ended them",
        arguments: Scratch.engines)
    func firstOfficerRetires(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let store = FirstOfficerStore(office.database, identities: .seeded(20))
            let ada = try await office.person("Ada", "ada@example.org")
            try await office.appoint(ada, to: office.seat(.officer, on: office.body("Team")))
            #expect(try await store.standing(at: Office.noon) == .needed, "she has no password")
            let me = try #require(try await office.member(ada))
            func end() async throws {
                try await office.people.move(FirstOfficerStore.person, by: .leave, as: me, at: Office.noon)
            }
            try await end()
            let before = try await office.bodies.structure()
            try await store.seat(from: Office.today, at: Office.noon)
            #expect(try await office.member(FirstOfficerStore.person) != nil, "nobody could get in otherwise")
            #expect(try await office.bodies.structure() == before, "the old seat is theirs again")

            let links = SignInLinkStore(office.database, identities: .seeded(21))
            let workers = PasswordWorkers(cost: .init(memory: 64, passes: 1))
            let token = try await links.make(.invitation, for: ada, by: office.actor, at: Office.noon)
            _ = try await PasswordStore(office.database, identities: .seeded(22), workers: workers).choose(
                Password(typed: "kettle harbour nineteen"), by: token,
                from: Caller(address: "192.0.2.1", browser: "", known: nil), at: Office.noon)

            #expect(try await store.standing(at: Office.noon) == .dispensable)
            try await end()
            #expect(try await store.standing(at: Office.noon) == .retired)
            try await store.seat(from: Office.today, at: Office.noon)
            #expect(try await office.member(FirstOfficerStore.person) == nil)
        }
    }

    @Test("where one person sits is the same read alone as among all, for whoever looks", arguments: Scratch.engines)
    func seatedAlone(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (ada, bob, cal) = (
                try await office.person("Ada"), try await office.person("Bob"), try await office.person("Cal")
            )
            let group = try await office.body("Group")
            let panel = try await office.bodies.add(
                BodyDetails(name: "Panel", regime: .privatePanel, parent: group), from: Office.today,
                by: office.actor, at: Office.noon)
            let (clerk, chair) = (
                try await office.seat(.clerk, on: group), try await office.seat(.caseworker, on: panel)
            )
            try await office.appoint(ada, to: clerk)
            try await office.appoint(bob, to: chair)
            try await office.seating.substitute(
                ada, in: chair, from: Office.today, by: office.officer, at: Office.noon)
            let all = try await office.bodies.structure()
            for person in [ada, bob, cal] {
                for reader in [ada, bob, cal] {
                    let found = try #require(try await office.people.seated(person, asFor: reader))
                    #expect(found.person.id == person)
                    func titles(_ structure: Structure) -> [String] {
                        structure.seen(by: reader, on: Office.today).seats(for: person, on: Office.today)
                            .map { "\($0.title), \(structure.body($0.body)?.name ?? "")" }
                    }
                    #expect(titles(found.structure) == titles(all))
                    #expect(
                        found.structure.seats(for: person, on: Office.today) == all.seats(for: person, on: Office.today)
                    )
                }
            }
            #expect(all.seen(by: cal, on: Office.today).seats(for: bob, on: Office.today).isEmpty)
            #expect(try await office.people.seated(ada, asFor: bob)?.structure.seats.count == 2)
        }
    }
}
