import Foundation
import Storage

/// Which places are followed in which year.
public struct FocusStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// As many are followed at once: more than a partnership can give its mind to.
    static let most = 12

    /// Those that were ended too, in the order in which they were chosen.
    ///
    /// - Throws: `DatabaseFault`
    public func places(of assessment: ID<AnnualAssessment>) async throws -> [FocusPlace] {
        try await database.read { db in try db.focusPlaces(of: assessment) }
    }

    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    @discardableResult
    public func choose(
        _ place: FollowablePlace, because reason: String, in assessment: ID<AnnualAssessment>, by actor: Entry.Actor,
        at time: Date
    ) async throws -> ID<FocusPlace> {
        let id: ID<FocusPlace> = identities.new(at: time)
        let entry = Entry(
            .focusChosen, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("focus ward", from: String?.none, to: place.name)])
        return try await database.write(entry) { db in
            let followed = try db.focusPlaces(of: assessment).filter(\.isFollowed)
            guard !followed.contains(where: { $0.place == place.address }) else {
                throw StrategicRefusal.followedAlready(place.name)
            }
            guard followed.count < Self.most else { throw StrategicRefusal.manyFocusPlaces(Self.most) }
            try db.run(
                """
                INSERT INTO focus_place
                    (id, partnership, annual_assessment, place, name, reason, chosen_by, chosen_at)
                VALUES (
                    \(id), \(db.partnership), \(assessment), \(place.address), \(place.name), \(reason),
                    \(actor.shownName), \(time))
                """)
            return id
        }
    }

    /// Says anew why one is followed.
    ///
    /// - Parameter known: as whoever changes it saw it.
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func change(
        _ known: FocusPlace, to reason: String, in assessment: ID<AnnualAssessment>, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            .focusChanged, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("focus ward", from: String?.none, to: known.name)])
        try await database.write(entry) { db in
            guard try db.focusPlaces(of: assessment).contains(known) else { throw StrategicRefusal.focusMoved }
            try db.run(
                """
                UPDATE focus_place SET reason = \(reason)
                WHERE partnership = \(db.partnership) AND id = \(known.id)
                """)
            db.changed("reason", from: known.reason, to: reason)
        }
    }

    /// Follows one no longer. What was written and told of it stays.
    ///
    /// - Throws: ``StrategicRefusal``, `DatabaseFault`
    public func end(
        _ id: ID<FocusPlace>, because reason: String, in assessment: ID<AnnualAssessment>, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(.focusEnded, of: .init("strategic assessment", assessment), by: actor, at: time)
        try await database.write(entry) { db in
            guard let known = try db.focusPlaces(of: assessment).first(where: { $0.id == id }), known.isFollowed else {
                throw StrategicRefusal.focusMoved
            }
            db.changed("focus ward", from: known.name, to: String?.none)
            db.changed("reason", from: String?.none, to: reason)
            try db.run(
                """
                UPDATE focus_place SET
                    ended_because = \(reason), ended_by = \(actor.shownName), ended_at = \(time)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
        }
    }
}

extension Reading {
    fileprivate func focusPlaces(of assessment: ID<AnnualAssessment>) throws -> [FocusPlace] {
        try rows(
            """
            SELECT * FROM focus_place WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
            ORDER BY chosen_at, id
            """
        ).map { row in
            let (reason, by): (String?, String?) = (try row("ended_because"), try row("ended_by"))
            let at: Date? = try row("ended_at")
            let ended = at.map { FocusPlace.Ended(reason: reason ?? "", by: by ?? "", at: $0) }
            return try FocusPlace(
                id: row("id"), place: row("place"), name: row("name"), reason: row("reason"),
                chosenBy: row("chosen_by"), chosenAt: row("chosen_at"), ended: ended)
        }
    }
}
