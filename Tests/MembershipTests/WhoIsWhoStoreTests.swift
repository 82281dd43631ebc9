import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("Agencies, people and bodies are kept, each partnership's apart")
struct WhoIsWhoStoreTests {
    @Test(
        "an agency in two partnerships is one, with a standing in each that the other does not see",
        arguments: Scratch.engines)
    func sharedAgency(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let neighbour = try await office.neighbour()
            let ours = try await office.agency("Kent Police")
            let theirs = try await neighbour.agency("kent  POLICE", .police, .cooperating)
            #expect(ours == theirs)
            #expect(try await office.agencies.agencies().map(\.standing) == [.responsible])
            #expect(try await neighbour.agencies.agencies().map(\.standing) == [.cooperating])

            let renamed = try AgencyDetails(
                name: "Essex Police", kind: .police, standing: .invited, beginsOn: Office.today)
            await #expect(throws: MembershipRefusal.agencyIsShared) {
                try await office.agencies.change(office.now(ours), to: renamed, by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.takesPartAlready) { try await office.agency("Kent Police") }
        }
    }

    @Test("an agency is changed, ends and comes back", arguments: Scratch.engines)
    func agencyLife(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let id = try await office.agency("Kent Polcie")
            let corrected = try AgencyDetails(
                name: "Kent Police", kind: .police, standing: .responsible, beginsOn: .on("2015-04-01"))
            try await office.agencies.change(office.now(id), to: corrected, by: office.actor, at: Office.noon)
            await #expect(throws: MembershipRefusal.endsBeforeItBegins) {
                try await office.agencies.end(office.now(id), on: .on("2015-03-31"), by: office.actor, at: Office.noon)
            }
            try await office.agencies.end(office.now(id), on: Office.today, by: office.actor, at: Office.noon)
            let ended = try #require(try await office.agencies.agency(id))
            #expect(ended.name == "Kent Police")
            #expect(!ended.isResponsible(on: Office.today))
            try await office.agencies.end(office.now(id), on: nil, by: office.actor, at: Office.noon)
            #expect(try await office.agencies.agency(id)?.isResponsible(on: Office.today) == true)
        }
    }

    @Test("liaison officers follow one another, each with their days", arguments: Scratch.engines)
    func liaison(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let id = try await office.agency("Kent Police")
            let (ada, bob) = (try await office.person("Ada Byron"), try await office.person("Bob Martin"))
            func name(_ person: ID<Person>?, _ day: String) async throws {
                try await office.liaison.name(
                    person, for: office.now(id), from: .on(day), by: office.actor, at: Office.noon)
            }
            try await name(ada, "2016-01-01")
            await #expect(throws: MembershipRefusal.liaisonOfficerAlready) { try await name(ada, "2016-02-01") }
            try await name(bob, "2016-02-01")
            let agency = try #require(try await office.agencies.agency(id))
            #expect(agency.liaisonOfficers.map(\.name) == ["Bob Martin", "Ada Byron"])
            #expect(agency.liaisonOfficer(on: try .on("2016-01-31"))?.name == "Ada Byron")
            #expect(agency.liaisonOfficer(on: Office.today)?.name == "Bob Martin")
            try await name(nil, "2016-02-09")
            #expect(try await office.agencies.agency(id)?.liaisonOfficer(on: Office.today) == nil)
        }
    }

    @Test("an agency’s liaison officer is one of its own people, and no other agency’s", arguments: Scratch.engines)
    func liaisonOfAnother(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let (police, council) = (
                try await office.agency("Kent Police"), try await office.agency("Thanet District Council", .council)
            )
            func person(of agency: ID<Agency>?) async throws -> ID<Person> {
                let details = PersonDetails(name: "Ada Byron", email: nil, agency: agency)
                return try #require(
                    try await office.people.add([details], as: .active, by: office.actor, at: Office.noon).first)
            }
            let (theirs, own, unknown) = (
                try await person(of: council), try await person(of: police), try await person(of: nil)
            )
            func name(_ person: ID<Person>) async throws {
                try await office.liaison.name(
                    person, for: office.now(police), from: Office.today, by: office.actor, at: Office.noon)
            }

            await #expect(
                throws: MembershipRefusal.liaisonOfficerOfAnother(
                    person: "Ada Byron", agency: "Thanet District Council", asked: "Kent Police")
            ) { try await name(theirs) }
            #expect(try await office.agencies.agency(police)?.liaisonOfficer(on: Office.today) == nil)
            try await name(own)
            try await name(unknown)
        }
    }

    @Test("one partnership neither reads nor changes what another calls a person", arguments: Scratch.engines)
    func sharedPerson(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let neighbour = try await office.neighbour()
            let ours = try await office.person("Ada Byron", "ada@example.org")
            let theirs = try await neighbour.person("A. Lovelace", "ADA@example.org", as: .invited)
            #expect(ours == theirs)
            #expect(try await office.people.person(ours)?.name == "Ada Byron")
            #expect(try await neighbour.people.person(ours)?.name == "A. Lovelace")
            #expect(try await neighbour.member(ours) == nil)
            #expect(try await office.member(ours) != nil)
            let taken = PersonDetails(name: "A", email: EmailAddress("eve@example.org"), agency: nil)
            await #expect(throws: MembershipRefusal.emailIsShared) {
                try await neighbour.people.change(
                    neighbour.now(ours), to: taken, by: neighbour.officer, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.notHere) {
                let bob = try await office.person("Bob")
                try await neighbour.people.change(office.now(bob), to: taken, by: neighbour.officer, at: Office.noon)
            }
        }
    }

    @Test("of people entered together, all are or none", arguments: Scratch.engines)
    func together(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let before = try await office.people.people()
            let twice = ["ada@example.org", "bob@example.org", "ada@example.org"].map {
                PersonDetails(name: $0, email: EmailAddress($0), agency: nil)
            }
            await #expect(throws: MembershipRefusal.isHereAlready) {
                try await office.people.add(twice, by: office.actor, at: Office.noon)
            }
            #expect(try await office.people.people() == before)
            try await office.people.add(Array(twice.prefix(2)), by: office.actor, at: Office.noon)
            #expect(try await office.people.people().filter { $0.state == .invited }.count == 2)
        }
    }

    @Test("people stand by surname", arguments: Scratch.engines)
    func order(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            for name in ["Zoë Adams", "Ann Élan", "Cllr Bo Edge"] { _ = try await office.person(name) }
            let names = try await office.people.people().map(\.name)
            #expect(names == ["Zoë Adams", "Cllr Bo Edge", "Ann Élan", "Community safety officer"])
        }
    }

    @Test("bodies lie below one another, and never below themselves", arguments: Scratch.engines)
    func bodies(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let top = try await office.body("Leadership Group")
            let middle = try await office.body("Executive Group", below: top)
            let low = try await office.body("Casework Panel", below: middle)
            let structure = try await office.bodies.structure()
            #expect(structure.bodies(below: top, on: Office.today).map(\.name) == ["Executive Group"])
            await #expect(throws: MembershipRefusal.belowItself) {
                try await office.bodies.change(
                    office.now(top), to: BodyDetails(name: "Leadership Group", regime: .partnership, parent: low),
                    from: Office.today, by: office.actor, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.bodyHasParts) {
                try await office.bodies.end(office.now(middle), on: Office.today, by: office.actor, at: Office.noon)
            }
        }
    }

    @Test("another partnership's bodies, seats and people are not to be found", arguments: Scratch.engines)
    func tenant(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let neighbour = try await office.neighbour()
            let body = try await office.body("Executive Group")
            let seat = try await office.seat(.member, on: body)
            let (ada, agency) = (try await office.person("Ada"), try await office.agency("Kent Police"))
            #expect(try await neighbour.bodies.structure().body(body) == nil)
            await #expect(throws: MembershipRefusal.notHere) { try await neighbour.seat(.officer, on: body) }
            await #expect(throws: MembershipRefusal.notHere) { try await neighbour.body("Below", below: body) }
            await #expect(throws: MembershipRefusal.notHere) {
                try await neighbour.appoint(FirstOfficerStore.person, to: seat)
            }
            await #expect(throws: MembershipRefusal.notHere) {
                try await neighbour.people.move(ada, by: .suspend, as: neighbour.officer, at: Office.noon)
            }
            await #expect(throws: MembershipRefusal.notHere) {
                try await neighbour.agencies.end(
                    office.now(agency), on: Office.today, by: neighbour.actor, at: Office.noon)
            }
            #expect(try await office.people.person(ada)?.state == .active)
        }
    }
}
