import DataFiles
import Foundation
import Membership
import Storage

/// The data sets that a partnership keeps, built in and its own, with what they measure.
public struct DataSetStore: Sendable {
    let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Every set, those built in first, then by name.
    ///
    /// - Throws: `DatabaseFault`
    public func dataSets() async throws -> [DataSet] {
        try await database.read { db in
            let own = try db.rows(
                """
                SELECT data_set.*, agency.name AS agency_name FROM data_set
                LEFT JOIN agency ON agency.id = data_set.provider_agency
                WHERE data_set.partnership = \(db.partnership) ORDER BY data_set.name, data_set.address
                """
            ).map(DataSet.init)
            return DataSet.builtIn + own
        }
    }

    /// - Throws: `DatabaseFault`
    public func dataSet(_ address: DataSetAddress) async throws -> DataSet? {
        try await database.read { try $0.dataSet(address) }
    }

    /// What a set counts, or says of places.
    ///
    /// - Throws: `DatabaseFault`
    public func measures(of set: DataSetAddress) async throws -> [Measure] {
        try await database.read { try $0.measures(of: set) }
    }

    /// How often a set of the partnership's own was changed: whoever changes it says which edition they saw.
    ///
    /// - Throws: `DatabaseFault`
    public func edition(of set: DataSetAddress) async throws -> Int {
        try await database.read { try $0.edition(of: set) ?? 0 }
    }

    /// Enters a set of the partnership's own.
    ///
    /// - Throws: ``DataSetRefusal/addressTaken(_:)``, ``DataSetRefusal/wordOfPages(_:)``, `DatabaseFault`
    public func add(_ set: DataSet, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(
            .dataSetAdded, of: .init("data set", set.address.text), by: actor, at: time,
            changes: [.init("name", from: String?.none, to: set.name)])
        try await database.write(entry) { db in
            guard !set.address.isWordOfPages else { throw DataSetRefusal.wordOfPages(set.name) }
            guard try db.dataSet(set.address) == nil else { throw DataSetRefusal.addressTaken(set.address) }
            try db.insert(set)
        }
    }

    /// Changes what is known of a set; its address stays, for figures are cited by it.
    ///
    /// - Parameter edition: the one that whoever changes it saw.
    /// - Throws: ``DataSetRefusal``, `DatabaseFault`
    public func change(_ set: DataSet, seen edition: Int, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.dataSetChanged, of: .init("data set", set.address.text), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.dataSet(set.address), !before.isBuiltIn else { throw DataSetRefusal.notHere }
            guard try db.edition(of: set.address) == edition else { throw DataSetRefusal.changedMeanwhile }
            if before.name != set.name { db.changed("name", from: before.name, to: set.name) }
            if before.due != set.due { db.changed("due", from: before.due, to: set.due) }
            if before.smallCounts != set.smallCounts {
                db.changed("least count told", from: before.smallCounts.least, to: set.smallCounts.least)
            }
            try db.update(set)
        }
    }

    /// Enters what a set counts; a measure that is here already gets the name, unit and polarity that are given.
    ///
    /// - Throws: ``DataSetRefusal/notHere``, `DatabaseFault`
    public func measure(_ measures: [Measure], by actor: Entry.Actor, at time: Date) async throws {
        guard let set = measures.first?.address.dataSet else { return }
        let entry = Entry(.dataSetChanged, of: .init("data set", set.text), by: actor, at: time)
        try await database.write(entry) { db in
            guard let found = try db.dataSet(set), !found.isBuiltIn else { throw DataSetRefusal.notHere }
            try db.keep(measures)
        }
    }
}

extension Reading {
    func dataSet(_ address: DataSetAddress) throws -> DataSet? {
        if let builtIn = DataSet.builtIn(address) { return builtIn }
        return try row(
            """
            SELECT data_set.*, agency.name AS agency_name FROM data_set
            LEFT JOIN agency ON agency.id = data_set.provider_agency
            WHERE data_set.partnership = \(partnership) AND data_set.address = \(address)
            """
        ).map(DataSet.init)
    }

    func edition(of set: DataSetAddress) throws -> Int? {
        try value("SELECT edition FROM data_set WHERE partnership = \(partnership) AND address = \(set)")
    }

    func measures(of set: DataSetAddress) throws -> [Measure] {
        if DataSet.builtIn(set) != nil { return Measure.builtIn(of: set) }
        return try rows(
            """
            SELECT address, name, unit, polarity FROM measure
            WHERE partnership = \(partnership) AND data_set = \(set) ORDER BY name, address
            """
        ).map { row in
            try Measure(
                MeasureAddress(set, row("address")), name: row("name"), unit: row("unit"), polarity: row("polarity"))
        }
    }
}

extension Writing {
    fileprivate func insert(_ set: DataSet) throws {
        try run(
            """
            INSERT INTO data_set (
                partnership, address, name, provider_agency, provider_name, holds, frequency, first_month, due,
                is_depersonalised, licence, notes, absent_rows, least_count, edition)
            VALUES (
                \(partnership), \(set.address), \(set.name), \(set.provider.agency), \(set.provider.name), \(set.holds),
                \(set.frequency), \(set.since?.description), \(set.due), \(set.isDepersonalised), \(set.licence),
                \(set.notes), \(set.absentRows), \(set.smallCounts.least), 1)
            """)
    }

    fileprivate func update(_ set: DataSet) throws {
        try run(
            """
            UPDATE data_set SET
                name = \(set.name), provider_agency = \(set.provider.agency), provider_name = \(set.provider.name),
                holds = \(set.holds), frequency = \(set.frequency), first_month = \(set.since?.description),
                due = \(set.due), is_depersonalised = \(set.isDepersonalised), licence = \(set.licence),
                notes = \(set.notes), absent_rows = \(set.absentRows), least_count = \(set.smallCounts.least),
                edition = edition + 1
            WHERE partnership = \(partnership) AND address = \(set.address)
            """)
    }

    func keep(_ measures: [Measure]) throws {
        for measure in measures {
            try run(
                """
                INSERT INTO measure (partnership, data_set, address, name, unit, polarity)
                VALUES (
                    \(partnership), \(measure.address.dataSet), \(measure.address.name), \(measure.name),
                    \(measure.unit), \(measure.polarity))
                ON CONFLICT (partnership, data_set, address) DO UPDATE SET
                    name = excluded.name, unit = excluded.unit, polarity = excluded.polarity
                """)
        }
    }
}

extension DataSet {
    init(row: Row) throws {
        let agency: ID<Agency>? = try row("provider_agency")
        let agencyName: String? = try row("agency_name")
        let provider: String = try row("provider_name")
        let first: String? = try row("first_month")
        try self.init(
            row("address"), name: row("name"),
            provider: agency.map { .agency($0, name: agencyName ?? provider) } ?? .named(provider),
            holds: row("holds"), frequency: row("frequency"), since: first.flatMap(Month.init), due: row("due"),
            isDepersonalised: row("is_depersonalised"), licence: row("licence"), notes: row("notes"),
            absentRows: row("absent_rows"), smallCounts: SmallCounts(least: row("least_count")))
    }
}

extension DataSet.Provider {
    var agency: ID<Agency>? {
        if case .agency(let id, _) = self { id } else { nil }
    }
}

extension Act {
    static let dataSetAdded = Act("data set added", "A data set was entered into the register.")
    static let dataSetChanged = Act("data set changed", "What the register says of a data set was changed.")
}
