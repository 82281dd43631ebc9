import Foundation
import Membership
import Storage

/// What is on the agendas of meetings. Every change says what the agenda was believed to be, so that two who make it up at
/// once write over nothing of one another's.
public struct AgendaStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// How many editions each of these meetings’ agendas has; a meeting whose agenda was never published is not among them.
    ///
    /// - Throws: `DatabaseFault`
    public func editionCounts(of meetings: [ID<Meeting>]) async throws -> [ID<Meeting>: Int] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT meeting, COUNT(*) AS editions FROM agenda_edition
                WHERE partnership = \(db.partnership) AND meeting IN \(meetings) GROUP BY meeting
                """)
            return try Dictionary(
                rows.map { row in try (row("meeting"), row("editions")) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// - Throws: `DatabaseFault`
    public func agenda(of meeting: ID<Meeting>) async throws -> Agenda {
        try await database.read { db in try db.agenda(of: meeting) }
    }

    /// Puts an item on the agenda, at the end or before another.
    ///
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ details: AgendaItemDetails, to meeting: ID<Meeting>, before: ID<AgendaItem>? = nil, by actor: Entry.Actor,
        at time: Date
    ) async throws -> ID<AgendaItem> {
        try await add([details], to: meeting, before: before, by: actor, at: time)[0]
    }

    /// Puts several items on the agenda, in this order.
    ///
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ all: [AgendaItemDetails], to meeting: ID<Meeting>, before: ID<AgendaItem>? = nil, by actor: Entry.Actor,
        at time: Date
    ) async throws -> [ID<AgendaItem>] {
        let ids = all.map { _ in identities.new(at: time) as ID<AgendaItem> }
        let exclusion: ID<AgendaItem> = identities.new(at: time)
        let entry = Entry(
            .agendaChanged, of: .init("meeting", meeting), by: actor, at: time,
            changes: all.map { .init("item", from: String?.none, to: $0.title) })
        try await database.write(entry) { db in
            guard try db.meeting(meeting) != nil else { throw MeetingsRefusal.notHere }
            let agenda = try db.agenda(of: meeting)
            var order = agenda.items.map(\.id)
            for (details, id) in zip(all, ids) {
                try db.enter(details, as: id, of: meeting)
                agenda.insert(id, details, into: &order, before: before)
            }
            try db.order(order)
            try db.putExclusion(on: meeting, as: exclusion)
        }
        return ids
    }

    /// - Parameter known: the item as it is believed to be.
    /// - Throws: ``MeetingsRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func change(
        _ known: AgendaItem, to details: AgendaItemDetails, of meeting: ID<Meeting>, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let exclusion: ID<AgendaItem> = identities.new(at: time)
        let entry = Entry(.agendaChanged, of: .init("meeting", meeting), by: actor, at: time)
        try await database.write(entry) { db in
            let before = try db.unchanged(known, of: meeting)
            db.changed("item", from: before.title, to: details.title)
            db.changed("withheld", from: before.details.withholding.sort, to: details.withholding.sort)
            try db.run(
                """
                UPDATE agenda_item SET kind = \(details.kind), title = \(details.title), text = \(details.text),
                    withholding = \(details.withholding.sort), paragraphs = \(JSON(details.withholding.paragraphs)),
                    reasoning = \(details.withholding.reasoning), withheld_until = \(details.withholding.until),
                    late_reason = \(details.lateReason), private_notice = \(details.privateNotice),
                    revision = \(before.revision + 1)
                WHERE partnership = \(db.partnership) AND id = \(known.id)
                """)
            try db.putExclusion(on: meeting, as: exclusion)
        }
    }

    /// Takes an item off the order of business, or puts it back.
    ///
    /// - Throws: ``MeetingsRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func set(
        _ known: AgendaItem, takenOff: Bool, of meeting: ID<Meeting>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.agendaChanged, of: .init("meeting", meeting), by: actor, at: time)
        try await database.write(entry) { db in
            let before = try db.unchanged(known, of: meeting)
            db.changed("item", from: takenOff ? before.title : nil, to: takenOff ? nil : before.title)
            try db.run(
                """
                UPDATE agenda_item SET is_taken_off = \(takenOff), revision = \(before.revision + 1)
                WHERE partnership = \(db.partnership) AND id = \(known.id)
                """)
        }
    }

    /// Puts the items in an order.
    ///
    /// - Parameter order: all of them, each once; somebody who added one meanwhile is not written over.
    /// - Throws: ``MeetingsRefusal/agendaMoved``, `DatabaseFault`
    public func order(_ order: [ID<AgendaItem>], of meeting: ID<Meeting>, by actor: Entry.Actor, at time: Date)
        async throws
    {
        let entry = Entry(.agendaChanged, of: .init("meeting", meeting), by: actor, at: time)
        try await database.write(entry) { db in
            let known = try db.agenda(of: meeting).items
            guard Set(order) == Set(known.map(\.id)), order.count == known.count else {
                throw MeetingsRefusal.agendaMoved
            }
            let titles = Dictionary(known.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
            db.changed(
                "order", from: known.map(\.title).joined(separator: "; "),
                to: order.compactMap { titles[$0] }.joined(separator: "; "))
            try db.order(order)
        }
    }

    /// Lays a paper before the meeting with an item.
    ///
    /// - Parameters:
    ///   - replaced: the paper whose place it takes.
    ///   - telling: what else follows of it, in the same transaction.
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ content: AgendaPaper.Content, titled title: String, to item: ID<AgendaItem>, of meeting: ID<Meeting>,
        replacing replaced: ID<AgendaPaper>? = nil, by actor: Entry.Actor, at time: Date,
        telling: @escaping @Sendable (Writing) throws -> Void = { _ in }
    ) async throws -> ID<AgendaPaper> {
        let id: ID<AgendaPaper> = identities.new(at: time)
        let entry = Entry(
            .agendaChanged, of: .init("meeting", meeting), by: actor, at: time,
            changes: [.init("paper", from: String?.none, to: title)])
        try await database.write(entry) { db in
            guard let known = try db.agenda(of: meeting).items.first(where: { $0.id == item }) else {
                throw MeetingsRefusal.notHere
            }
            if let replaced {
                guard let old = known.standing.first(where: { $0.id == replaced }) else {
                    throw MeetingsRefusal.agendaMoved
                }
                db.changed("replaces", from: String?.none, to: old.title)
            }
            try db.enter(
                AgendaPaper(
                    id: id, title: title, content: content, replaces: replaced, isTakenOff: false,
                    addedBy: actor.shownName, addedAt: time),
                of: item, at: known.papers.count)
            try db.run(
                """
                UPDATE agenda_item SET revision = \(known.revision + 1)
                WHERE partnership = \(db.partnership) AND id = \(item)
                """)
            try telling(db)
        }
        return id
    }

    /// Takes a paper off, or puts it back.
    ///
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    public func set(
        _ paper: ID<AgendaPaper>, takenOff: Bool, of meeting: ID<Meeting>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.agendaChanged, of: .init("meeting", meeting), by: actor, at: time)
        try await database.write(entry) { db in
            guard let item = try db.agenda(of: meeting).items.first(where: { $0.papers.contains { $0.id == paper } }),
                let known = item.papers.first(where: { $0.id == paper })
            else { throw MeetingsRefusal.notHere }
            db.changed("paper", from: takenOff ? known.title : nil, to: takenOff ? nil : known.title)
            try db.run(
                """
                UPDATE agenda_paper SET is_taken_off = \(takenOff)
                WHERE partnership = \(db.partnership) AND id = \(paper)
                """)
            try db.run(
                """
                UPDATE agenda_item SET revision = \(item.revision + 1)
                WHERE partnership = \(db.partnership) AND id = \(item.id)
                """)
        }
    }
}
