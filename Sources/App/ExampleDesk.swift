import DataFiles
import Foundation
import Membership
import Storage

/// Enters an example's rows through the stores, as an officer would through the pages.
struct ExampleDesk {
    private let agencies: AgencyStore
    private let liaison: LiaisonStore
    private let people: PersonStore
    private let bodies: BodyStore
    private let seats: SeatStore
    private let seating: SeatingStore
    private let officer: Member
    private let time: Date

    init(_ installation: Installation, officer: Member, time: Date) {
        let (database, identities) = (installation.database, installation.identities)
        agencies = AgencyStore(database, identities: identities)
        liaison = LiaisonStore(database, identities: identities)
        people = PersonStore(database, identities: identities)
        bodies = BodyStore(database, identities: identities)
        seats = SeatStore(database, identities: identities)
        seating = SeatingStore(database, identities: identities, permissions: Program.permissions)
        self.officer = officer
        self.time = time
    }

    func enter(agencies rows: [ExampleTable.Row]) async throws -> Entered<Agency> {
        var entered = Entered<Agency>()
        for row in rows {
            let details = try AgencyDetails(
                name: row["name"], kind: row.value("kind"), standing: row.value("standing"), beginsOn: row.day("from"))
            entered.add(row["name"], try await agencies.add(details, by: officer.actor, at: time))
        }
        return entered
    }

    func enter(people rows: [ExampleTable.Row], _ agencies: Entered<Agency>) async throws -> Entered<Person> {
        let details = try rows.map { row in
            try PersonDetails(name: row["name"], email: nil, agency: agencies.findIfNamed(row, "agency"))
        }
        let ids = try await people.add(details, as: .active, by: officer.actor, at: time)
        var entered = Entered<Person>()
        for (row, id) in zip(rows, ids) { entered.add(row["name"], id) }
        return entered
    }

    func name(_ person: ID<Person>, for agency: ID<Agency>, from day: Day) async throws {
        guard let agency = try await agencies.agency(agency) else { return }
        try await liaison.name(person, for: agency, from: day, by: officer.actor, at: time)
    }

    /// The officer's own team is there already, and takes the details the table gives it.
    func enter(bodies rows: [ExampleTable.Row]) async throws -> Entered<Body> {
        var entered = Entered<Body>()
        let known = try await bodies.structure().bodies
        for row in rows {
            let details = try BodyDetails(
                name: row["name"], regime: row.value("regime"), parent: entered.findIfNamed(row, "answers_to"),
                purpose: row["purpose"], frequency: row["frequency"], isStrategyGroup: row["strategy_group"] == "yes")
            let day = try row.day("from")
            if let team = known.first(where: { $0.name == details.name }) {
                try await bodies.change(team, to: details, from: day, by: officer.actor, at: time)
                entered.add(row["name"], team.id)
            } else {
                entered.add(row["name"], try await bodies.add(details, from: day, by: officer.actor, at: time))
            }
        }
        return entered
    }

    /// A seat is there as long as its body, and was held since.
    func enter(
        seat row: ExampleTable.Row, _ bodies: Entered<Body>, _ agencies: Entered<Agency>, _ people: Entered<Person>
    ) async throws {
        let body = try bodies.find(row, "body")
        guard let day = try await self.bodies.structure().body(body)?.term.beginsOn else { return }
        let details = try SeatDetails(
            title: row["title"], role: row.value("role"), agency: agencies.findIfNamed(row, "agency"))
        let seat = try await seats.add(details, to: body, from: day, by: officer.actor, at: time)
        if let holder = try people.findIfNamed(row, "holder") {
            try await seating.appoint(holder, to: seat, for: Term(from: day), by: officer, at: time)
        }
        if let substitute = try people.findIfNamed(row, "substitute") {
            try await seating.substitute(substitute, in: seat, from: day, by: officer, at: time)
        }
    }
}
