import Foundation
import Storage

/// Comparator sets that are used for nothing new.
extension ComparatorStore {
    /// Retires a set: nothing new is compared with it. Where rankings compare with it, they compare with none from now on.
    ///
    /// - Throws: ``ComparatorRefusal``, `DatabaseFault`
    public func retire(_ address: String, because why: String, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.comparatorsRetired, of: .init("comparator set", address), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            guard let set = try db.comparatorSets().first(where: { $0.address == address }) else {
                throw ComparatorRefusal.notHere
            }
            guard set.retirement == nil else { throw ComparatorRefusal.changedMeanwhile }
            try db.mark(address, isRetired: true, because: why, by: actor, at: time)
            guard try db.chosenComparators() == address else { return }
            db.changed("ranking", from: set.name, to: String?.none)
            try db.choose(nil, by: actor, at: time)
        }
    }

    /// Brings a set back that was retired. Rankings compare with it again only once somebody says so.
    ///
    /// - Throws: ``ComparatorRefusal``, `DatabaseFault`
    public func bringBack(_ address: String, because why: String, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.comparatorsBroughtBack, of: .init("comparator set", address), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            guard let set = try db.comparatorSets().first(where: { $0.address == address }) else {
                throw ComparatorRefusal.notHere
            }
            guard set.retirement != nil else { throw ComparatorRefusal.changedMeanwhile }
            try db.mark(address, isRetired: false, because: why, by: actor, at: time)
        }
    }
}

extension Reading {
    /// The sets that are retired now, by their addresses.
    func comparatorRetirements() throws -> [String: ComparatorSet.Retirement] {
        var retired: [String: ComparatorSet.Retirement] = [:]
        for row in try rows(
            "SELECT * FROM comparator_retirement WHERE partnership = \(partnership) ORDER BY address, number")
        {
            let (address, isRetired): (String, Bool) = (try row("address"), try row("is_retired"))
            retired[address] =
                isRetired
                ? try ComparatorSet.Retirement(why: row("why"), by: row("made_by"), at: row("made_at")) : nil
        }
        return retired
    }

    fileprivate func chosenComparators() throws -> String? {
        try value(
            """
            SELECT address FROM comparator_choice WHERE partnership = \(partnership) ORDER BY version DESC LIMIT 1
            """)
    }
}

extension Writing {
    fileprivate func mark(
        _ address: String, isRetired: Bool, because why: String, by actor: Entry.Actor, at time: Date
    ) throws {
        let last: Int? = try value(
            """
            SELECT COALESCE(MAX(number), 0) FROM comparator_retirement
            WHERE partnership = \(partnership) AND address = \(address)
            """)
        try run(
            """
            INSERT INTO comparator_retirement (partnership, address, number, is_retired, why, made_by, made_at)
            VALUES (
                \(partnership), \(address), \((last ?? 0) + 1), \(isRetired), \(why), \(actor.shownName), \(time))
            """)
    }
}
