import Foundation
import Membership
import Storage

/// What came onto agendas because it waited, each once for a meeting: taken off, it does not come back by itself.
public struct ArisingStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// - Throws: `DatabaseFault`
    public func places(on meeting: ID<Meeting>) async throws -> [ArisingPlace] {
        try await database.read { db in try db.arisingPlaces(on: meeting) }
    }

    /// Puts what waits on an agenda, each with its paper, and tells whoever keeps it.
    ///
    /// - Parameters:
    ///   - standing: items that come before, as every agenda has them.
    ///   - desk: who is told.
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    public func put(
        _ all: [(matter: ArisingMatter, paper: ArisingPaper?)], after standing: [AgendaItemDetails] = [],
        on arising: ArisingMeeting, telling desk: any ArisingDesk, by actor: Entry.Actor, at time: Date
    ) async throws {
        let meeting = arising.meeting.id
        let exclusion: ID<AgendaItem> = identities.new(at: time)
        let entry = Entry(
            .agendaChanged, of: .init("meeting", meeting), by: actor, at: time,
            changes: (standing + all.map(\.matter.details)).map { .init("item", from: String?.none, to: $0.title) })
        try await database.write(entry) { db in
            guard try db.meeting(meeting) != nil else { throw MeetingsRefusal.notHere }
            let agenda = try db.agenda(of: meeting)
            var order = agenda.items.map(\.id)
            for details in standing {
                let id: ID<AgendaItem> = identities.new(at: time)
                try db.enter(details, as: id, of: meeting)
                order.append(id)
            }
            let known = Set(try db.arisingPlaces(on: meeting).map(\.key))
            // What is kept from the public is taken last, when they have left.
            let inOrder =
                all.filter(\.matter.details.withholding.isOpen)
                + all.filter { !$0.matter.details.withholding.isOpen }
            for (matter, paper) in inOrder where !known.contains(matter.key) {
                let id: ID<AgendaItem> = identities.new(at: time)
                try db.enter(matter.details, as: id, of: meeting)
                agenda.insert(id, matter.details, into: &order)
                let made: AgendaPaper? = paper.map { paper in
                    AgendaPaper(
                        id: identities.new(at: time), title: paper.title, content: .text(paper.text), replaces: nil,
                        isTakenOff: false, addedBy: actor.shownName, addedAt: time)
                }
                if let made { try db.enter(made, of: id, at: 0) }
                try db.enter(ArisingPlace(key: matter.key, item: id, paper: made?.id), on: meeting, at: time)
                try desk.put(matter.key, at: arising, by: actor, at: time, in: db)
            }
            try db.order(order)
            try db.putExclusion(on: meeting, as: exclusion)
        }
    }
}

extension Reading {
    func arisingPlaces(on meeting: ID<Meeting>) throws -> [ArisingPlace] {
        try rows(
            """
            SELECT * FROM agenda_arising WHERE partnership = \(partnership) AND meeting = \(meeting) ORDER BY put_at, key
            """
        ).map { row in
            try ArisingPlace(key: row("key"), item: row("agenda_item"), paper: row("agenda_paper"))
        }
    }
}

extension Writing {
    fileprivate func enter(_ place: ArisingPlace, on meeting: ID<Meeting>, at time: Date) throws {
        try run(
            """
            INSERT INTO agenda_arising (partnership, meeting, key, agenda_item, agenda_paper, put_at)
            VALUES (\(partnership), \(meeting), \(place.key), \(place.item), \(place.paper), \(time))
            """)
    }

    /// What a paper of the records says, as they were when it was published.
    func set(_ text: String, of paper: ID<AgendaPaper>) throws {
        try run("UPDATE agenda_paper SET text = \(text) WHERE partnership = \(partnership) AND id = \(paper)")
    }
}
