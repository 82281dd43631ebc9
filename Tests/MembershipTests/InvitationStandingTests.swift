import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("What is kept of a person beside their name")
struct InvitationStandingTests {
    @Test(
        "that they were invited, when and until when, is nothing before a link is made", arguments: Scratch.engines)
    func invitation(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let details = PersonDetails(
                name: "Cy Kent", email: EmailAddress("cy@example.org"), agency: nil,
                telephone: TelephoneNumber("01632 960001"))
            let cy = try #require(
                try await office.people.add([details], by: office.actor, at: Office.noon).first)
            #expect(try await office.now(cy).invitation == nil)
            #expect(try await office.now(cy).details == details)

            let links = SignInLinkStore(office.database, identities: .seeded(91))
            try await links.make(.invitation, for: cy, by: office.actor, at: Office.noon)

            let day: TimeInterval = 24 * 60 * 60
            let invited = Invitation(sentAt: Office.noon, linkEndsAt: Office.noon + day)
            #expect(try await office.now(cy).invitation == invited)
            #expect(try await office.people.people().first { $0.id == cy }?.invitation == invited)
        }
    }

    @Test("a liaison officer’s telephone comes with the agency", arguments: Scratch.engines)
    func telephone(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let agency = try await office.now(try await office.agency("Testham Police"))
            let person = try await office.person("Cy Kent")
            let known = try await office.now(person)
            let number = TelephoneNumber("01632 960001")
            try await office.people.change(
                known,
                to: PersonDetails(name: known.name, email: known.details.email, agency: nil, telephone: number),
                by: office.officer, at: Office.noon)

            try await office.liaison.name(
                person, for: agency, from: Office.today, by: office.actor, at: Office.noon)

            #expect(try await office.now(agency.id).liaisonOfficer(on: Office.today)?.telephone == number)
        }
    }

    @Test("who sits on a private panel is left out for whoever is no member of it")
    func panel() throws {
        let day = Office.today
        let term = try Term(from: day)
        let ids = Identities.seeded(92)
        func appointment(_ name: String) -> Appointment {
            Appointment(
                id: ids.new(at: Office.noon), person: ids.new(at: Office.noon), name: name, term: term)
        }
        let (cara, bo) = (appointment("Cara"), appointment("Bo"))
        let bodies = [Body.Regime.privatePanel, .partnership].map { regime in
            Body(
                id: ids.new(at: Office.noon), details: BodyDetails(name: regime.rawValue, regime: regime),
                term: term)
        }
        let seats = zip(bodies, [cara, bo]).map { body, holder in
            Seat(
                id: ids.new(at: Office.noon), body: body.id,
                details: SeatDetails(title: "Chair", role: .chair, agency: nil), term: term,
                holders: [holder])
        }
        let structure = Structure(bodies: bodies, seats: seats)

        let outside = structure.seen(by: bo.person, on: day)
        let inside = structure.seen(by: cara.person, on: day)

        #expect(outside.seat(seats[0].id)?.isConcealed == true)
        #expect(outside.seat(seats[0].id)?.holders.isEmpty == true)
        #expect(outside.seat(seats[0].id)?.isVacant(on: day) == false)
        #expect(outside.seat(seats[1].id) == seats[1])
        #expect(inside == structure)
    }
}
