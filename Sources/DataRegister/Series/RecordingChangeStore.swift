import DataFiles
import Foundation
import Storage

/// The changes of recording that a partnership knows of, besides those that everybody's figures went through.
public struct RecordingChangeStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// A change as somebody entered it.
    struct Entered: Sendable {
        /// That it counts no more: it was entered by mistake, or turned out otherwise.
        struct Withdrawal: Sendable {
            let why: String
            let by: String
            let at: Date
        }

        let id: ID<RecordingChange>
        let change: RecordingChange
        /// Nil of those that were entered before that was kept.
        let by: String?
        let at: Date?
        let withdrawal: Withdrawal?
    }

    /// Those that count, the earliest first.
    ///
    /// - Throws: `DatabaseFault`
    public func changes() async throws -> [RecordingChange] {
        try await database.read { db in try db.recordingChanges() }
    }

    /// Those that touch what is counted in some places.
    ///
    /// - Throws: `DatabaseFault`
    func changes(touching places: [Place]) async throws -> [RecordingChange] {
        try await database.read { db in try db.recordingChanges(touching: places) }
    }

    /// Every one that was ever entered, the latest month first.
    ///
    /// - Throws: `DatabaseFault`
    func entered() async throws -> [Entered] {
        try await database.read { db in
            try db.enteredChanges().sorted { one, other in
                (other.change.month, other.id) < (one.change.month, one.id)
            }
        }
    }

    /// - Throws: `DatabaseFault`
    public func add(_ change: RecordingChange, by actor: Entry.Actor, at time: Date) async throws {
        let id: ID<RecordingChange> = identities.new(at: time)
        var changes: [Entry.Change] = [
            .init("month", from: String?.none, to: change.month.description),
            .init("what changed", from: String?.none, to: change.sentence),
            .init("measures", from: String?.none, to: change.measures.map(\.description).joined(separator: ", ")),
        ]
        if let place = change.place { changes.append(.init("place", from: String?.none, to: place.name)) }
        let entry = Entry(
            .recordingChangeAdded, of: .init("recording change", id), by: actor, at: time, changes: changes)
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO recording_change (
                    id, partnership, first_month, measures, sentence, source, place_level, place_name, made_by, made_at)
                VALUES (
                    \(id), \(db.partnership), \(change.month.description),
                    \(JSON(change.measures.map(\.description))), \(change.sentence), \(change.source),
                    \(change.place?.level), \(change.place?.name), \(actor.shownName), \(time))
                """)
        }
    }

    /// Has a change count no more. What was published with it stays as it is.
    ///
    /// - Returns: whether it counted until now.
    /// - Throws: `DatabaseFault`
    func withdraw(
        _ id: ID<RecordingChange>, because why: String, by actor: Entry.Actor, at time: Date
    ) async throws -> Bool {
        let entry = Entry(
            .recordingChangeWithdrawn, of: .init("recording change", id), by: actor, at: time, why: why)
        return try await database.write(entry) { db in
            guard let found = try db.enteredChanges().first(where: { $0.id == id }), found.withdrawal == nil else {
                return false
            }
            try db.run(
                """
                INSERT INTO recording_change_withdrawal (recording_change, partnership, why, made_by, made_at)
                VALUES (\(id), \(db.partnership), \(why), \(actor.shownName), \(time))
                """)
            return true
        }
    }
}

extension Reading {
    /// Those that count, the earliest first.
    func recordingChanges() throws -> [RecordingChange] {
        try enteredChanges().filter { $0.withdrawal == nil }.map(\.change)
    }

    /// Those of everywhere, and those of a place that shares a district with one of these.
    func recordingChanges(touching places: [Place]) throws -> [RecordingChange] {
        let all = try recordingChanges()
        guard all.contains(where: { $0.place != nil }) else { return all }
        let asked = try Set(places.flatMap { try districtsTouched(by: $0) })
        return try all.filter { change in
            guard let place = change.place else { return true }
            return try places.contains(place) || !asked.isDisjoint(with: districtsTouched(by: place))
        }
    }

    fileprivate func enteredChanges() throws -> [RecordingChangeStore.Entered] {
        try rows(
            """
            SELECT recording_change.*, recording_change_withdrawal.why AS withdrawn_why,
                recording_change_withdrawal.made_by AS withdrawn_by, recording_change_withdrawal.made_at AS withdrawn_at
            FROM recording_change
            LEFT JOIN recording_change_withdrawal ON recording_change_withdrawal.recording_change = recording_change.id
            WHERE recording_change.partnership = \(partnership)
            ORDER BY recording_change.first_month, recording_change.id
            """
        ).compactMap { row in
            let text: String = try row("first_month")
            guard let month = Month(text) else { return nil }
            let measures: JSON<[String]> = try row("measures")
            let (level, name): (Place.Level?, String?) = (try row("place_level"), try row("place_name"))
            let (by, at): (String?, Date?) = (try row("withdrawn_by"), try row("withdrawn_at"))
            let why: String? = try row("withdrawn_why")
            return try RecordingChangeStore.Entered(
                id: row("id"),
                change: RecordingChange(
                    from: month, of: measures.content.compactMap(MeasureAddress.init), row("sentence"),
                    source: row("source"), in: level.flatMap { level in name.map { Place(level, code: nil, name: $0) } }
                ),
                by: row("made_by"), at: row("made_at"),
                withdrawal: why.flatMap { why in
                    by.flatMap { by in at.map { .init(why: why, by: by, at: $0) } }
                })
        }
    }

    /// The districts that a place lies in or is made of. None of the country: a change in one place does not make another
    /// thing of it.
    private func districtsTouched(by place: Place) throws -> Set<DistrictName> {
        switch place.level {
        case .district: return [DistrictName(place.name)]
        case .country, .postcodeDistrict: return []
        case .lsoa2011, .lsoa2021, .ward:
            let areas = try policeAreas(in: place)
            let names: [String] = try rows(
                "SELECT DISTINCT district FROM lsoa WHERE partnership = \(partnership) AND code IN (\(areas))"
            ).map { try $0("district") }
            return Set(names.map(DistrictName.init))
        case .force: return try Set(districtsRecorded(by: place.name) + policeDistricts(in: place)).named
        case .partnership, .county: return try Set(policeDistricts(in: place)).named
        }
    }

    /// The districts most of whose rows are a force's.
    private func districtsRecorded(by force: String) throws -> [String] {
        var most: [String: (force: String, number: Int)] = [:]
        for row in try rows(
            """
            SELECT counted.district AS district, force_month.force AS force, sum(counted.number) AS number
            FROM \(CountedRows.districts)
            WHERE \(CountedRows.own(self)) AND force_month.superseded_by IS NULL
            GROUP BY counted.district, force_month.force
            """)
        {
            let (district, number): (String, Int) = (try row("district"), try row("number"))
            if most[district].map({ $0.number < number }) ?? true { most[district] = (try row("force"), number) }
        }
        return most.filter { $0.value.force == force }.map(\.key)
    }
}

extension Set<String> {
    fileprivate var named: Set<DistrictName> { Set<DistrictName>(map(DistrictName.init)) }
}

extension Act {
    static let recordingChangeAdded = Act(
        "recording change added",
        "A change in how something is recorded was entered, so that no trend is drawn across it.")
    static let recordingChangeWithdrawn = Act(
        "recording change withdrawn",
        "A change in how something is recorded that had been entered was withdrawn: it counts no more.")
}
