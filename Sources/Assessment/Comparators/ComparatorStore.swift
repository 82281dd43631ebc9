import DataRegister
import Foundation
import Membership
import Storage

/// The comparator sets that the partnership entered or had worked out, and which of all sets its rankings compare with.
public struct ComparatorStore: Sendable {
    let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Which set was chosen, when and by whom.
    public struct Choice: Hashable, Sendable {
        /// Nil where it was chosen to compare with none.
        public let address: String?
        public let by: String
        public let at: Date
    }

    /// Those that were entered or worked out, by name.
    ///
    /// - Throws: `DatabaseFault`
    public func sets() async throws -> [ComparatorSet] {
        try await database.read { db in try db.comparatorSets() }
    }

    /// - Throws: ``ComparatorRefusal/nameTaken(_:)``, `DatabaseFault`
    /// - Returns: the address it goes by from now on.
    @discardableResult
    public func add(
        _ details: ComparatorDetails, as kind: ComparatorSet.Kind, because why: String, by actor: Entry.Actor,
        at time: Date
    ) async throws -> String {
        let address = slugged(details.name)
        let entry = Entry(
            .comparatorsAdded, of: .init("comparator set", address), by: actor, at: time, why: why,
            changes: [
                .init("name", from: String?.none, to: details.name),
                .init("members", from: String?.none, to: details.members.joined(separator: ", ")),
            ])
        try await database.write(entry) { db in
            let known = try db.comparatorSets()
            let isTaken = known.contains { $0.address == address || $0.name.lowercased() == details.name.lowercased() }
            guard !address.isEmpty else { throw ComparatorRefusal.noLetters }
            guard !Self.kept.contains(address) else { throw ComparatorRefusal.wordOfPages(details.name) }
            guard !isTaken else { throw ComparatorRefusal.nameTaken(details.name) }
            try db.enter(details, of: kind, as: 1, at: address, because: why, by: actor, at: time)
        }
        return address
    }

    /// Enters what a set is from now on. What it was stays.
    ///
    /// - Parameter known: the version that whoever changes it saw.
    /// - Throws: ``ComparatorRefusal``, `DatabaseFault`
    public func change(
        _ address: String, to details: ComparatorDetails, because why: String, after known: Int,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.comparatorsChanged, of: .init("comparator set", address), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            let all = try db.comparatorSets()
            guard let before = all.first(where: { $0.address == address }) else { throw ComparatorRefusal.notHere }
            if before.retirement != nil { throw ComparatorRefusal.retired(before.name) }
            guard before.newest.number == known else { throw ComparatorRefusal.changedMeanwhile }
            let isTaken = all.contains {
                $0.address != address && $0.name.lowercased() == details.name.lowercased()
            }
            if isTaken { throw ComparatorRefusal.nameTaken(details.name) }
            if before.name != details.name { db.changed("name", from: before.name, to: details.name) }
            if before.members != details.members {
                db.changed(
                    "members", from: before.members.joined(separator: ", "),
                    to: details.members.joined(separator: ", "))
            }
            db.changed("version", from: known, to: known + 1)
            try db.enter(details, of: before.kind, as: known + 1, at: address, because: why, by: actor, at: time)
        }
    }

    /// Tells one state of sets and choices from the next: neither is ever changed or taken away.
    ///
    /// - Throws: `DatabaseFault`
    func edition() async throws -> String {
        try await database.read { db in
            let versions: Int? = try db.value(
                "SELECT count(*) FROM comparator_version WHERE partnership = \(db.partnership)")
            let choices: Int? = try db.value(
                "SELECT count(*) FROM comparator_choice WHERE partnership = \(db.partnership)")
            let retirements: Int? = try db.value(
                "SELECT count(*) FROM comparator_retirement WHERE partnership = \(db.partnership)")
            return "\(versions ?? 0)-\(choices ?? 0)-\(retirements ?? 0)"
        }
    }

    /// - Throws: `DatabaseFault`
    public func choice() async throws -> Choice? {
        try await database.read { db in
            try db.row(
                """
                SELECT address, chosen_by, chosen_at FROM comparator_choice WHERE partnership = \(db.partnership)
                ORDER BY version DESC LIMIT 1
                """
            ).map { row in
                let address: String = try row("address")
                return try Choice(
                    address: address.isEmpty ? nil : address, by: row("chosen_by"), at: row("chosen_at"))
            }
        }
    }

    /// Chooses the set that rankings compare with; nil is none.
    ///
    /// - Throws: ``ComparatorRefusal/retired(_:)``, `DatabaseFault`
    public func choose(_ address: String?, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(
            address == nil ? .comparatorsLeft : .comparatorsChosen,
            of: .init("comparator set", address ?? "none"), by: actor, at: time)
        try await database.write(entry) { db in
            if let set = try db.comparatorSets().first(where: { $0.address == address }), set.retirement != nil {
                throw ComparatorRefusal.retired(set.name)
            }
            try db.choose(address, by: actor, at: time)
        }
    }

    /// Addresses that are other pages', or sets built in.
    private static let kept: Set = ["new", "nearest", "none", "force", "county", "england-and-wales"]
}

extension Reading {
    func comparatorSets() throws -> [ComparatorSet] {
        let retirements = try comparatorRetirements()
        var versions: [String: [(ComparatorSet.Kind, ComparatorSet.Version)]] = [:]
        for row in try rows(
            "SELECT * FROM comparator_version WHERE partnership = \(partnership) ORDER BY address, version DESC")
        {
            let members: JSON<[String]> = try row("members")
            let working: JSON<ComparatorWorking>? = try row("working")
            let details = try ComparatorDetails(
                name: row("name"), source: row("source"), on: row("source_date"), members: members.content,
                working: working?.content)
            versions[try row("address"), default: []].append(
                try (
                    row("kind"),
                    ComparatorSet.Version(
                        number: row("version"), details: details, why: row("why"), madeBy: row("made_by"),
                        madeAt: row("made_at"))
                ))
        }
        return versions.compactMap { address, versions in
            versions.first.map { kind, newest in
                ComparatorSet(
                    address: address, kind: kind, newest: newest, earlier: versions.dropFirst().map(\.1),
                    retirement: retirements[address])
            }
        }.sorted { ($0.name.lowercased(), $0.address) < ($1.name.lowercased(), $1.address) }
    }

    /// What sets are called, by their addresses.
    func comparatorNames(_ addresses: [String]) throws -> [String: String] {
        let wanted = Set(addresses)
        var names = Dictionary(
            uniqueKeysWithValues: BuiltInComparators.names.filter { wanted.contains($0.key) }.map { ($0.key, $0.value) }
        )
        for set in try comparatorSets() where wanted.contains(set.address) { names[set.address] = set.name }
        return names
    }
}

extension Writing {
    /// Has rankings compare with a set from now on; nil is none.
    func choose(_ address: String?, by actor: Entry.Actor, at time: Date) throws {
        let last: Int? = try value(
            "SELECT COALESCE(MAX(version), 0) FROM comparator_choice WHERE partnership = \(partnership)")
        try run(
            """
            INSERT INTO comparator_choice (partnership, version, address, chosen_by, chosen_at)
            VALUES (\(partnership), \((last ?? 0) + 1), \(address ?? ""), \(actor.shownName), \(time))
            """)
    }

    fileprivate func enter(
        _ details: ComparatorDetails, of kind: ComparatorSet.Kind, as version: Int, at address: String,
        because why: String, by actor: Entry.Actor, at time: Date
    ) throws {
        try run(
            """
            INSERT INTO comparator_version (
                partnership, address, version, kind, name, source, source_date, members, working, why, made_by, made_at)
            VALUES (
                \(partnership), \(address), \(version), \(kind), \(details.name), \(details.source), \(details.on),
                \(JSON(details.members)), \(details.working.map { try JSON($0) }), \(why), \(actor.shownName), \(time))
            """)
    }
}
