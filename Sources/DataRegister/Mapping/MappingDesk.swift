import DataFiles
import Foundation
import Storage
import Workbooks

/// Where partners' files wait until somebody has looked at them: what their columns mean, and how they are understood.
public actor MappingDesk {
    private let store: MappingStore
    private let sets: DataSetStore
    private let imports: ImportStore
    private let files: KeptFiles
    private let unnamed: UnnamedFiles
    private let workbooks: WorkbookReader
    private let home: String?
    private let now: @Sendable () -> Date
    /// The tables looked at of late: a form is sent, mended and sent again.
    private var tables: [(hash: FileHash, table: GivenTable)] = []
    private static let kept = 4
    /// More is no table that a partner makes by hand, and would be long on its way.
    public static let largest = 50_000_000

    /// - Parameters:
    ///   - unnamed: asks everything of the program that names kept files.
    ///   - home: the partnership's own district.
    public init(
        _ database: Database, identities: Identities, unnamed: UnnamedFiles, workbooks: WorkbookReader,
        home: String? = nil, now: @escaping @Sendable () -> Date
    ) {
        self.unnamed = unnamed
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
        let sheet = try await keep(table.csv)
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

    /// How a file is understood by its mapping.
    ///
    /// - Throws: `DataFileError`, `DatabaseFault`
    func reading(
        of dataImport: DataImport, by mapping: DataMapping, measures: [Measure]
    ) async throws -> MappedReading {
        let table = try await table(of: dataImport)
        let places = try await store.places(for: mapping.placeForm, home: home)
        let names = Dictionary(measures.map { ($0.address.name, $0.name) }, uniquingKeysWith: { first, _ in first })
        let latest = Month.latestPossible(at: now())
        return try await awayFromTasks { () throws(DataFileError) in
            try MappedReading(
                DelimitedText(table.csv, file: table.file), by: mapping, places: places, measures: names, latest: latest
            )
        }
    }

    private func table(_ hash: FileHash, named name: String) async throws(DataFileError) -> GivenTable {
        if let known = tables.first(where: { $0.hash == hash })?.table { return known }
        let path = files.url(for: hash)?.path ?? ""
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.largest else {
            throw DataFileError(
                file: name, problem: "it is larger than 50 MB, or cannot be read",
                advice: "Split it by month or by quarter, and give the parts one after another.")
        }
        let bytes = [UInt8](data)
        let table: GivenTable
        if WorkbookReader.isWorkbook(bytes) {
            table = try await sheet(at: path, named: name)
        } else {
            table = try await awayFromTasks { () throws(DataFileError) in try GivenTable(bytes, file: name) }
        }
        tables.append((hash, table))
        if tables.count > Self.kept { tables.removeFirst() }
        return table
    }

    private func sheet(at path: String, named name: String) async throws(DataFileError) -> GivenTable {
        let sheet: WorkbookReader.Sheet
        do {
            sheet = try await workbooks.sheet(at: path)
        } catch {
            throw DataFileError(file: name, problem: error.problem, advice: error.advice)
        }
        let remark = sheet.remark
        return try await awayFromTasks { () throws(DataFileError) in
            try GivenTable(sheet.csv, file: name, remark: remark)
        }
    }
}

extension WorkbookReader.Sheet {
    /// Which sheet was read, and what else there was: it is not kept, but whoever sent it may not have meant to.
    var remark: String {
        func named(_ sheets: [String]) -> String { sheets.map { "‘\($0)’" }.joined(separator: ", ") }
        var sentences = ["The sheet ‘\(name)’ was read."]
        if !others.isEmpty { sentences.append("Not read, and not kept: \(named(others)).") }
        if !hidden.isEmpty {
            sentences.append(
                "The workbook has hidden sheets with something on them, which were not read and not kept: \(named(hidden)). "
                    + "Tell the provider, who may not know that they were sent.")
        }
        if hasComments { sentences.append("It has comments, which were not read and not kept.") }
        return sentences.joined(separator: " ")
    }
}
