import DataFiles
import Foundation
import Storage
import Workbooks

/// Where partners' files wait until somebody has looked at them: what their columns mean, and how they are understood.
public actor MappingDesk {
    private let store: MappingStore
    private let sets: DataSetStore
    private let series: SeriesStore
    private let imports: ImportStore
    private let files: KeptFiles
    private let unnamed: UnnamedFiles
    private let workbooks: WorkbookReader
    private let turns: LookingTurns
    private let identities: Identities
    private let home: @Sendable () async throws -> String?
    private let now: @Sendable () -> Date
    /// The tables looked at of late: a form is sent, mended and sent again.
    private var tables: [(hash: FileHash, table: GivenTable)] = []
    private static let mostBytesKept = 64_000_000
    private let looks = UnderWay<Look, Looked>(most: 50)
    private let readings = UnderWay<ReadingKey, MappedReading>(most: 2)
    /// More files than this at once are given by no one partnership.
    private static let mostLooks = 8
    /// More is no table that a partner makes by hand, and would be long on its way.
    public static let largest = 50_000_000

    /// - Parameters:
    ///   - unnamed: asks everything of the program that names kept files.
    ///   - turns: of everybody whose files are looked at by this program.
    ///   - home: the partnership's own district, as its details name it when a file is looked at.
    public init(
        _ database: Database, identities: Identities, unnamed: UnnamedFiles, workbooks: WorkbookReader,
        turns: LookingTurns, home: @escaping @Sendable () async throws -> String? = { nil },
        now: @escaping @Sendable () -> Date
    ) {
        (self.unnamed, self.turns, self.identities) = (unnamed, turns, identities)
        series = SeriesStore(database, identities: identities)
        store = MappingStore(database: database)
        sets = DataSetStore(database)
        imports = ImportStore(database: database, identities: identities)
        files = database.files
        self.workbooks = workbooks
        self.home = home
        self.now = now
    }

    /// What became of a file that was given.
    enum Looked: Sendable {
        /// Nothing of it was kept.
        case refused([String])
        /// It waits; whether what its columns mean is known.
        case waits(ID<DataImport>, isMapped: Bool)
    }

    /// A file that is being looked at, or was: for whoever gave it, and nobody else.
    struct Look: Hashable, Sendable {
        let id: ID<Look>
        let set: DataSetAddress
        let by: Entry.Actor
    }

    /// How a file is understood: by which mapping, and with what is known of places and measures.
    private struct ReadingKey: Hashable {
        let file: FileHash
        /// By which its faults name it.
        let name: String
        let mapping: DataMapping
        let edition: String
    }

    /// Begins to look at a file.
    ///
    /// - Throws: ``TooManyLooks``
    func begin(_ delivery: Delivery, for set: DataSet) async throws(TooManyLooks) -> Look {
        guard await looks.count < Self.mostLooks else {
            files.settle(delivery.kept.hash)
            try? await letGo([delivery.kept.hash])
            throw TooManyLooks()
        }
        let look = Look(id: identities.new(at: delivery.at), set: set.address, by: delivery.by.actor)
        await looks.begin(look) { try await self.look(at: delivery, for: set) }
        return look
    }

    /// So many files are being looked at that another has to wait.
    struct TooManyLooks: Error {}

    /// Whether somebody gave a file by that look, which is not forgotten.
    func isKnown(_ look: Look) async -> Bool { await looks.isKnown(look) }
    func isUnderWay(_ look: Look) async -> Bool { await looks.isUnderWay(look) }

    /// What became of a file that was given; nil where it takes longer than a page waits.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    func looked(_ look: Look) async throws -> Looked? { try await looks.value(of: look, within: turns.patience) }

    /// Looks at a file that was given for a set. One that cannot be used, or must not be here, is not kept, and of a workbook
    /// nothing but the sheet that was read.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    func look(at delivery: Delivery, for set: DataSet) async throws -> Looked {
        let given = delivery.kept.hash
        do {
            let looked = try await lookedAt(delivery, for: set)
            files.settle(given)
            try await letGo([given])
            return looked
        } catch {
            files.settle(given)
            try? await letGo([given])
            throw error
        }
    }

    private func lookedAt(_ delivery: Delivery, for set: DataSet) async throws -> Looked {
        let table: GivenTable
        do throws(DataFileError) {
            table = try await self.table(delivery.kept.hash, named: delivery.name)
        } catch {
            return .refused([error.wholeStory])
        }
        if set.isDepersonalised, !table.personal.isEmpty { return .refused(table.personal.map(\.sentence)) }
        let known = try await store.mapping(of: set.address)?.mapping
        let mapping = known.flatMap { $0.fits(table.headings) ? $0 : nil }
        guard table.isFromWorkbook else {
            let id = try await imports.beginWaiting(
                delivery, as: delivery.kept, remark: table.remark, for: set.address, mapping: mapping)
            return .waits(id, isMapped: mapping != nil)
        }
        let sheet = try await keep(table.bytes)
        defer { files.settle(sheet.hash) }
        let id = try await imports.beginWaiting(
            delivery, as: sheet, remark: table.remark, for: set.address, mapping: mapping)
        return .waits(id, isMapped: mapping != nil)
    }

    /// Keeps what is to be kept of a file; it takes the place of more.
    ///
    /// - Throws: `KeptFileFault`
    func keep(_ bytes: [UInt8]) async throws -> KeptFile {
        let writer = try files.mindingNoRoom.receive()
        try writer.write(bytes)
        return try await writer.finish()
    }

    /// That a file is not being received any more.
    func settle(_ hash: FileHash) { files.settle(hash) }

    /// Takes away what nothing names any more.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    func letGo(_ hashes: [FileHash]) async throws {
        try await unnamed.letGo(hashes)
        tables.removeAll { files.url(for: $0.hash) == nil }
    }

    /// What is kept of a file once it was taken in.
    ///
    /// - Throws: `DataFileError`
    func columns(of dataImport: DataImport, readBy mapping: DataMapping) async throws(DataFileError) -> [UInt8] {
        let table = try await table(of: dataImport)
        return try await awayFromTasks { () throws(DataFileError) in try KeptColumns(of: table, readBy: mapping).csv }
    }

    /// The table of a file that waits.
    ///
    /// - Throws: `DataFileError`
    func table(of dataImport: DataImport) async throws(DataFileError) -> GivenTable {
        try await table(dataImport.sha256, named: dataImport.name)
    }

    /// How a file is understood by its mapping; nil where that takes longer than a page waits.
    ///
    /// - Throws: `DataFileError`, `DatabaseFault`
    func readingInTime(
        of dataImport: DataImport, by mapping: DataMapping, measures: [Measure]
    ) async throws -> MappedReading? {
        try await reading(of: dataImport, by: mapping, measures: measures, within: turns.patience)
    }

    /// How a file is understood by its mapping, however long it takes.
    ///
    /// - Throws: `DataFileError`, `DatabaseFault`
    func reading(
        of dataImport: DataImport, by mapping: DataMapping, measures: [Measure]
    ) async throws -> MappedReading {
        while true {
            let reading = try await reading(of: dataImport, by: mapping, measures: measures, within: nil)
            if let reading { return reading }
        }
    }

    private func reading(
        of dataImport: DataImport, by mapping: DataMapping, measures: [Measure], within patience: Duration?
    ) async throws -> MappedReading? {
        let key = ReadingKey(
            file: dataImport.sha256, name: dataImport.name, mapping: mapping, edition: try await series.edition())
        await readings.begin(key) {
            let table = try await self.table(of: dataImport)
            let places = try await self.store.places(for: mapping.placeForm, home: self.home())
            let names = Dictionary(
                measures.map { ($0.address.name, $0.name) }, uniquingKeysWith: { first, _ in first })
            let latest = Month.latestPossible(at: self.now())
            return try await self.turns.inTurn { () async throws(DataFileError) in
                try await awayFromTasks { () throws(DataFileError) in
                    try MappedReading(table.text(), by: mapping, places: places, measures: names, latest: latest)
                }
            }
        }
        return try await readings.value(of: key, within: patience)
    }

    /// The table that a file holds.
    ///
    /// - Throws: `DataFileError`
    func table(_ hash: FileHash, named name: String) async throws(DataFileError) -> GivenTable {
        if let known = known(hash) { return known }
        return try await turns.inTurn { () async throws(DataFileError) in
            // Whoever was before may have asked for the same.
            if let known = await self.known(hash) { return known }
            let table = try await self.read(hash, named: name)
            await self.keep(table, of: hash)
            return table
        }
    }

    private func known(_ hash: FileHash) -> GivenTable? { tables.first { $0.hash == hash }?.table }

    /// Keeps the table at hand, and those before it as long as they are not much together.
    private func keep(_ table: GivenTable, of hash: FileHash) {
        tables.append((hash, table))
        while tables.count > 1, tables.map(\.table.bytes.count).reduce(0, +) > Self.mostBytesKept {
            tables.removeFirst()
        }
    }

    private func read(_ hash: FileHash, named name: String) async throws(DataFileError) -> GivenTable {
        let path = files.url(for: hash)?.path ?? ""
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.largest else {
            throw DataFileError(
                file: name, problem: "it is larger than 50 MB, or cannot be read",
                advice: "Split it by month or by quarter, and give the parts one after another.")
        }
        let bytes = [UInt8](data)
        if let refusal = WorkbookReader.refusal(of: bytes) {
            throw DataFileError(file: name, problem: refusal.problem, advice: refusal.advice)
        }
        // Without them more is asked about, and nothing let through.
        let places = (try? await store.placeNames()) ?? []
        if WorkbookReader.isWorkbook(bytes) { return try await sheet(at: path, named: name, places) }
        let file = DataFile(path: path, name: name)
        return try await awayFromTasks { () throws(DataFileError) in
            try GivenTable(UnpackedFile.bytes(of: file, most: Self.largest), file: name, places: places)
        }
    }

    private func sheet(
        at path: String, named name: String, _ places: Set<String>
    ) async throws(DataFileError) -> GivenTable {
        let sheet: WorkbookReader.Sheet
        do {
            sheet = try await workbooks.sheet(at: path)
        } catch {
            throw DataFileError(file: name, problem: error.problem, advice: error.advice)
        }
        return try await awayFromTasks { () throws(DataFileError) in
            try GivenTable(
                sheet: sheet.csv, file: name, remark: sheet.remark, countsFrom1904: sheet.countsFrom1904, places: places
            )
        }
    }
}
