import DataFiles
import Foundation
import Storage

/// The releases that were taken in, and what they count.
public struct ReleaseStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// Takes in what a street-level file counts, whole or not at all. Each force's month in it supersedes the one that
    /// was here before.
    ///
    /// - Throws: `DatabaseFault`
    public func accept(_ counts: StreetCrimeCounts, from delivery: Delivery) async throws -> ID<Release> {
        let release = Release(
            counts, id: identities.new(at: delivery.at), delivery: delivery)
        let (identities, entry) = (identities, release.entry(by: delivery.by.actor))
        try await database.write(entry) { db in
            try release.insert(into: db)
            let months = try ForceMonthRows(counts, release: release, identities: identities, in: db)
            let before = try db.districts(of: counts.lsoas)
            try months.insertLSOAs(of: counts, into: db)
            let districts = try db.districts(of: counts.lsoas)
            try months.insertCounts(of: counts, into: db)
            try months.insertDistrictCounts(of: counts, in: districts, into: db)
            try db.recountDistricts(from: before, to: districts)
            try db.placeAreasThatEnded()
            try months.insertPoints(of: counts, into: db)
            try db.keepNames(ofMapPointsIn: counts)
        }
        return release.id
    }

    /// All releases, newest first; those of one upload, which came at one moment, by name.
    ///
    /// - Throws: `DatabaseFault`
    public func releases() async throws -> [Release] {
        let all = try await database.read { db in
            try db.rows(
                """
                SELECT * FROM data_release WHERE partnership = \(db.partnership)
                ORDER BY received_at DESC, id DESC
                """
            ).map(Release.init)
        }
        // Here and not in the records, for the engines order letters differently.
        return all.enumerated().sorted { one, other in
            let (first, second) = (one.element, other.element)
            if first.receivedAt != second.receivedAt { return first.receivedAt > second.receivedAt }
            return (first.name, one.offset) < (second.name, other.offset)
        }.map(\.element)
    }

    public func release(_ id: ID<Release>) async throws -> Release? {
        try await database.read { db in
            try db.row("SELECT * FROM data_release WHERE id = \(id) AND partnership = \(db.partnership)")
                .map(Release.init)
        }
    }

    /// The release that a file of this content became when it was given as this kind, if taking it in again would
    /// change nothing: no month of it was superseded, or, of places, none of its kind came after it.
    func current(_ kind: Release.Kind, sha256: FileHash) async throws -> Release? {
        let isUntouched: SQL =
            kind == .police
            ? """
            NOT EXISTS (
                SELECT 1 FROM force_month
                WHERE force_month.data_release = data_release.id AND superseded_by IS NOT NULL)
            """
            : """
            NOT EXISTS (
                SELECT 1 FROM data_release AS later
                WHERE later.partnership = data_release.partnership AND later.kind = data_release.kind
                AND later.id <> data_release.id AND later.received_at >= data_release.received_at)
            """
        return try await database.read { db in
            try db.row(
                """
                SELECT data_release.* FROM data_release
                WHERE partnership = \(db.partnership) AND kind = \(kind) AND sha256 = \(sha256) AND \(isUntouched)
                ORDER BY received_at DESC LIMIT 1
                """
            ).map(Release.init)
        }
    }

    /// Tells one state of the releases from the next: figures made from the same edition are the same.
    public func edition() async throws -> String {
        try await database.read { db in
            // None is ever taken away, so their number tells, whatever clocks the releases were given by.
            let count: Int? = try db.value("SELECT count(*) FROM data_release WHERE partnership = \(db.partnership)")
            return "\(count ?? 0)"
        }
    }

    /// The rows of a release that could not be used, the first thousand.
    public func faults(of release: ID<Release>) async throws -> [Fault] {
        try await database.read { db in
            try db.rows(
                """
                SELECT file, line, column_name, reason FROM release_fault
                WHERE data_release = \(release) AND partnership = \(db.partnership) ORDER BY position
                """
            ).map { try Fault(file: $0("file"), line: $0("line"), column: $0("column_name"), reason: $0("reason")) }
        }
    }

    /// Every force's month that was ever taken in; those of one release, or all that still count.
    public func forceMonths(of release: ID<Release>? = nil) async throws -> [ForceMonthRecord] {
        try await database.read { db in
            let which: SQL = release.map { "data_release = \($0)" } ?? "superseded_by IS NULL"
            return try db.rows(
                """
                SELECT data_release, force, month, rows_kept, rows_unplaced, rows_refused, superseded_by
                FROM force_month WHERE partnership = \(db.partnership) AND \(which) ORDER BY force, month
                """
            ).map(ForceMonthRecord.init)
        }
    }
}

extension Release {
    init(_ counts: StreetCrimeCounts, id: ID<Release>, delivery: Delivery) {
        let provenance = Provenance.of(.police, isGenerated: counts.generatedRows > 0)
        let months = counts.months.first.flatMap { first in counts.months.last.map { first...$0 } }
        self.init(
            id: id, kind: .police, name: delivery.name, sha256: delivery.kept.hash, size: delivery.kept.size,
            publisher: provenance.publisher, licence: provenance.licence, receivedAt: delivery.at,
            receivedBy: delivery.by.name, rows: counts.rows, months: months, generatedRows: counts.generatedRows,
            remarks: counts.remarks + counts.skipped.map { "\($0) is not a street-level file and was not read." },
            faults: counts.faults)
    }

    /// A release of anything but street-level crime. Of places every row was kept, or there is none.
    ///
    /// - Parameter publisher: where it is not the usual one of its kind.
    init(
        _ kind: Kind, rows: RowTally, id: ID<Release>, delivery: Delivery, remarks: [String] = [],
        months: ClosedRange<Month>? = nil, faults: [Fault] = [], of set: DataSet? = nil, given: Given? = nil,
        publisher: String? = nil
    ) {
        let provenance =
            set.map { Provenance(publisher: $0.provider.name, licence: $0.licence) }
            ?? Provenance.of(kind, by: delivery.publisher)
        self.init(
            id: id, kind: kind, name: delivery.name, sha256: delivery.kept.hash, size: delivery.kept.size,
            publisher: publisher ?? provenance.publisher, licence: provenance.licence, receivedAt: delivery.at,
            receivedBy: delivery.by.name, rows: rows, months: months, generatedRows: 0, remarks: remarks,
            faults: faults,
            dataSet: set?.address, given: given, isDepersonalised: set?.isDepersonalised)
    }

    init(row: Row) throws {
        let first: String? = try row("first_month")
        let last: String? = try row("last_month")
        let months = first.flatMap(Month.init).flatMap { first in
            last.flatMap(Month.init).flatMap { first <= $0 ? first...$0 : nil }
        }
        let remarks: JSON<[String]> = try row("remarks")
        try self.init(
            id: row("id"), kind: row("kind"), name: row("name"), sha256: row("sha256"), size: row("size"),
            publisher: row("publisher"), licence: row("licence"), receivedAt: row("received_at"),
            receivedBy: row("received_by"),
            rows: RowTally(kept: row("rows_kept"), unplaced: row("rows_unplaced"), refused: row("rows_refused")),
            months: months, generatedRows: row("generated_rows"), remarks: remarks.content,
            dataSet: row("data_set"), given: Given(row: row), isDepersonalised: row("is_depersonalised"))
    }

    func entry(by actor: Entry.Actor) -> Entry {
        Entry(
            .releaseAccepted, of: .init("release", id), by: actor, at: receivedAt,
            changes: [
                .init("file", from: String?.none, to: name), .init("sha256", from: String?.none, to: sha256),
                .init("rows read", from: Int?.none, to: rows.read),
            ])
    }

    func insert(into db: Writing) throws {
        let first = months?.lowerBound.description
        let last = months?.upperBound.description
        try db.run(
            """
            INSERT INTO data_release (
                id, partnership, kind, name, sha256, size, publisher, licence, received_at, received_by,
                rows_kept, rows_unplaced, rows_refused, first_month, last_month, generated_rows, remarks, data_set,
                given_fingerprint, given_size, is_depersonalised)
            VALUES (
                \(id), \(db.partnership), \(kind), \(name), \(sha256), \(size), \(publisher), \(licence),
                \(receivedAt), \(receivedBy), \(rows.kept), \(rows.unplaced), \(rows.refused), \(first), \(last),
                \(generatedRows), \(JSON(remarks)), \(dataSet), \(given?.fingerprint), \(given?.size),
                \(isDepersonalised))
            """)
        try db.insert(
            faults.enumerated(), into: "release_fault",
            columns: ["partnership", "data_release", "position", "file", "line", "column_name", "reason"]
        ) { position, fault in
            [db.partnership, id, position, fault.file, fault.line, fault.column, fault.reason]
        }
    }
}

extension Release.Given {
    init?(row: Row) throws {
        let (fingerprint, size): (FileHash?, Int?) = (try row("given_fingerprint"), try row("given_size"))
        guard let fingerprint, let size else { return nil }
        self.init(fingerprint: fingerprint, size: size)
    }
}

extension ForceMonthRecord {
    init(row: Row) throws {
        let text: String = try row("month")
        guard let month = Month(text) else { throw RowFault.wrongKind("month", wanted: "a month", found: text) }
        try self.init(
            release: row("data_release"), force: row("force"), month: month,
            rows: RowTally(kept: row("rows_kept"), unplaced: row("rows_unplaced"), refused: row("rows_refused")),
            supersededBy: row("superseded_by"))
    }
}

extension Act {
    static let releaseAccepted = Act("release accepted", "A data file was read and its figures taken in.")
    static let fileOpened = Act(
        "data file opened", "What is kept of a data file that may hold personal data was downloaded.")

    /// The acts of this slice.
    public static let ofDataRegister: [Act] = [
        .releaseAccepted, .importBegan, .importEnded, .dataSetAdded, .dataSetChanged, .recordingChangeAdded,
        .mappingMade, .importWentOn, .fileOpened, .recordingChangeWithdrawn,
    ]
}
