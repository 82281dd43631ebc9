import Foundation
import Storage

/// A partnership's bodies, and the seats on them.
public struct BodyStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let news: (any SeatingNews)?

    /// - Parameter news: tells those who sit on a body; nil tells nobody.
    public init(_ database: Database, identities: Identities, news: (any SeatingNews)? = nil) {
        self.database = database
        self.identities = identities
        self.news = news
    }

    /// All bodies and seats there are, were and will be.
    ///
    /// - Throws: `DatabaseFault`
    public func structure() async throws -> Structure {
        try await database.read { db in try db.structure() }
    }

    /// Sets a body up.
    ///
    /// - Parameter day: the first day there is such a body.
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ details: BodyDetails, from day: Day, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Body> {
        let id: ID<Body> = identities.new(at: time)
        let entry = Entry(
            .bodyAdded, of: .init("body", id), by: actor, at: time,
            changes: [.init("name", from: String?.none, to: details.name)])
        return try await database.write(entry) { db in
            try db.requireParent(details.parent)
            guard try db.structure().isShallow(nil, below: details.parent) else { throw MembershipRefusal.tooDeep }
            try db.insert(details, as: id, from: day)
            try db.index(body: id)
            return id
        }
    }

    /// - Parameters:
    ///   - body: as it is believed to be.
    ///   - day: the first day there was such a body.
    /// - Throws: `ChangedMeanwhile` where its details are others; ``MembershipRefusal``, `DatabaseFault`
    public func change(
        _ body: Body, to details: BodyDetails, from day: Day, by actor: Entry.Actor, at time: Date
    ) async throws {
        let id = body.id
        let entry = Entry(.bodyChanged, of: .init("body", id), by: actor, at: time)
        try await database.write(entry) { db in
            let structure = try db.structure()
            guard let before = structure.body(id) else { throw MembershipRefusal.notHere }
            guard before.details == body.details, before.term.beginsOn == body.term.beginsOn else {
                throw ChangedMeanwhile()
            }
            guard structure.mayLie(id, below: details.parent) else { throw MembershipRefusal.belowItself }
            let isMoved = details.parent != before.parent
            guard !isMoved || structure.isShallow(id, below: details.parent) else { throw MembershipRefusal.tooDeep }
            try db.requireParent(details.parent)
            let term = try Term(from: day, to: before.term.endsOn)
            let officers = try db.firstDayWithoutOfficer(from: Day(time))
            try db.run(
                """
                UPDATE body SET name = \(details.name), regime = \(details.regime), parent = \(details.parent),
                    purpose = \(details.purpose), frequency = \(details.frequency),
                    is_strategy_group = \(details.isStrategyGroup), begins_on = \(term.beginsOn)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
            db.changed("name", from: before.name, to: details.name)
            db.changed("regime", from: before.details.regime, to: details.regime)
            db.changed("parent", from: before.parent, to: details.parent)
            db.changed("purpose", from: before.details.purpose, to: details.purpose)
            db.changed("frequency", from: before.details.frequency, to: details.frequency)
            db.changed("strategy group", from: before.isStrategyGroup, to: details.isStrategyGroup)
            db.changed("begins", from: before.term.beginsOn, to: day)
            try db.index(body: id)
            try db.requireAnOfficer(on: Day(time), asBefore: officers)
        }
    }

    /// Ends a body, or takes the end back. Its seats grant nothing while there is no such body.
    ///
    /// - Parameters:
    ///   - body: as it is believed to be.
    ///   - day: the first day there is no such body; nil where it goes on.
    /// - Throws: `ChangedMeanwhile` where it has another end; ``MembershipRefusal``, `DatabaseFault`
    public func end(_ body: Body, on day: Day?, by actor: Entry.Actor, at time: Date) async throws {
        let id = body.id
        let entry = Entry(day == nil ? .bodyResumed : .bodyEnded, of: .init("body", id), by: actor, at: time)
        let news = news
        try await database.write(entry) { db in
            let structure = try db.structure()
            guard let before = structure.body(id) else { throw MembershipRefusal.notHere }
            guard before.term.endsOn == body.term.endsOn else { throw ChangedMeanwhile() }
            _ = try Term(from: before.term.beginsOn, to: day)
            if before.term.isPutOff(to: day) {
                for seat in structure.seats where seat.body == id {
                    try db.requireNoMore(by: seat, of: actor, on: Day(time))
                }
            }
            if let day, !structure.bodies(below: id, on: day).isEmpty { throw MembershipRefusal.bodyHasParts }
            let officers = try db.firstDayWithoutOfficer(from: Day(time))
            try db.run("UPDATE body SET ends_on = \(day) WHERE partnership = \(db.partnership) AND id = \(id)")
            db.changed("ends", from: before.term.endsOn, to: day)
            try db.index(body: id)
            try db.requireAnOfficer(on: Day(time), asBefore: officers)
            guard let day else { return }
            for seat in structure.seats where seat.body == id && !seat.term.hasEnded(on: day) {
                try db.tell(news, .bodyEnded(on: day), toAllIn: seat, on: day, by: actor, at: time)
            }
        }
    }
}

extension Reading {
    func structure() throws -> Structure {
        try structure(of: "TRUE") { _ in "TRUE" }
    }

    /// The seats that two people hold, held or substitute in, and the bodies those are on: all it takes to say where one of
    /// them sits, and how much of that the other may see.
    func structure(seating person: ID<Person>, and other: ID<Person>) throws -> Structure {
        let seats: SQL = """
            SELECT seat FROM seat_holder WHERE partnership = \(partnership) AND person IN (\(person), \(other))
            UNION
            SELECT seat FROM seat_substitute WHERE partnership = \(partnership) AND person IN (\(person), \(other))
            """
        return try structure(
            of: "body.id IN (SELECT seat.body FROM seat WHERE seat.id IN (\(seats)))"
        ) { seat in "\(seat) IN (\(seats))" }
    }

    /// - Parameters:
    ///   - bodies: says which bodies.
    ///   - seats: says which seats, given the column that names one.
    private func structure(of bodies: SQL, _ seats: (SQL) -> SQL) throws -> Structure {
        let (holders, substitutes) = (
            try appointments("seat_holder", seats("seat_holder.seat")),
            try appointments("seat_substitute", seats("seat_substitute.seat"))
        )
        let found = try rows("SELECT * FROM seat WHERE partnership = \(partnership) AND \(seats("seat.id"))")
        return Structure(
            bodies: try rows("SELECT * FROM body WHERE partnership = \(partnership) AND \(bodies)").map(Body.init),
            seats: try found.map { row in
                let id: ID<Seat> = try row("id")
                return try Seat(
                    id: id, body: row("body"),
                    details: SeatDetails(title: row("title"), role: row("role"), agency: row("agency")),
                    term: Term(row: row), holders: holders[id] ?? [], substitutes: substitutes[id] ?? [])
            })
    }

    // Names are looked up one by one: joined, PostgreSQL, which may not know yet how many members there are, went through all
    // of them for each seat.
    private func appointments(_ table: SQL, _ condition: SQL) throws -> [ID<Seat>: [Appointment]] {
        let all = try rows(
            """
            SELECT \(table).*, (
                SELECT membership.name FROM membership
                WHERE membership.partnership = \(table).partnership AND membership.person = \(table).person
            ) AS name FROM \(table)
            WHERE \(table).partnership = \(partnership) AND \(condition)
            ORDER BY \(table).begins_on DESC, \(table).id DESC
            """
        ).map { row in try (seat: row("seat") as ID<Seat>, appointment: Appointment(row: row)) }
        return Dictionary(grouping: all, by: \.seat).mapValues { $0.map(\.appointment) }
    }
}

extension Writing {
    func insert(_ details: BodyDetails, as id: ID<Body>, from day: Day) throws {
        try run(
            """
            INSERT INTO body (
                id, partnership, name, regime, parent, purpose, frequency, is_strategy_group, begins_on)
            VALUES (
                \(id), \(partnership), \(details.name), \(details.regime), \(details.parent), \(details.purpose),
                \(details.frequency), \(details.isStrategyGroup), \(day))
            """)
    }

    fileprivate func requireParent(_ parent: ID<Body>?) throws {
        guard let parent else { return }
        let found = try row("SELECT id FROM body WHERE partnership = \(partnership) AND id = \(parent)")
        if found == nil { throw MembershipRefusal.notHere }
    }
}

extension Body {
    init(row: Row) throws {
        try self.init(
            id: row("id"),
            details: BodyDetails(
                name: row("name"), regime: row("regime"), parent: row("parent"), purpose: row("purpose"),
                frequency: row("frequency"), isStrategyGroup: row("is_strategy_group")),
            term: Term(row: row))
    }
}

extension Act {
    static let bodyAdded = Act("body added", "A body was set up.")
    static let bodyChanged = Act("body changed", "What is known of a body was changed.")
    static let bodyEnded = Act("body ended", "A body was given an end.")
    static let bodyResumed = Act("body resumed", "The end of a body was taken back.")
}
