import DataFiles
import Foundation
import Logging
import Storage
import Synchronization
import Wording

/// Where files that were given wait their turn, are read, and become releases. One is read at a time: the reader uses
/// every core by itself.
public actor ImportDesk {
    /// What the page shows while a file is read.
    struct Progress: Sendable {
        /// 0 to 1; nil while the file waits its turn, or is being saved.
        let fraction: Double?
        let detail: String
        /// Whether another file is being read before it.
        var isWaiting = false
    }

    private let imports: ImportStore
    private let releases: ReleaseStore
    private let places: PlaceStore
    private let observations: ObservationStore
    private let mappings: MappingStore
    private let sets: DataSetStore
    private let identities: Identities
    private let files: KeptFiles
    private let unnamed: UnnamedFiles
    private let now: @Sendable () -> Date
    private let logger: Logger
    private var underWay: [ID<DataImport>: ProgressBox] = [:]
    private var last: Task<Void, Never>?
    private var following: (@Sendable () async -> Void)?

    public init(
        _ database: Database, identities: Identities, unnamed: UnnamedFiles, now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.unnamed = unnamed
        imports = ImportStore(database: database, identities: identities)
        releases = ReleaseStore(database, identities: identities)
        places = PlaceStore(database, identities: identities)
        mappings = MappingStore(database: database)
        sets = DataSetStore(database)
        self.identities = identities
        observations = ObservationStore(database: database, identities: identities)
        files = database.files
        self.now = now
        self.logger = logger
    }

    /// Does something each time that the last of the files that were given has been read, before the next is: what rests on the
    /// data is worked out while nobody waits for it.
    public func follow(with work: @escaping @Sendable () async -> Void) { following = work }

    /// The same when the program starts: nothing is at hand then.
    public func followAtStart() { inTurn { _ in } }

    /// Does something when all that came before it is done, and after the last of them what follows.
    private func inTurn(_ work: @escaping @Sendable (isolated ImportDesk) async -> Void) {
        let before = last
        last = Sending.apart {
            Task {
                await before?.value
                await work(self)
                if underWay.isEmpty { await following?() }
            }
        }
    }

    /// Says of imports that a stop of the program cut off that they changed nothing, and takes away what is left of partners'
    /// files that nobody waits for.
    public func tidyAfterStop() async throws {
        try await imports.interruptThoseUnderWay(at: now())
        try await unnamed.letGo(try await imports.leftBehind())
    }

    /// Takes a file that was kept, and reads it when its turn comes.
    ///
    /// - Parameter watch: told now and then how much of it has been read, 0 to 1. Be quick.
    /// - Returns: by which to follow it.
    public func begin(
        _ kind: Release.Kind, _ delivery: Delivery, watch: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> ID<DataImport> {
        defer { files.settle(delivery.kept.hash) }
        let (id, isNew) = try await imports.begin(kind, delivery)
        guard isNew else { return id }
        let progress = ProgressBox(watch)
        underWay[id] = progress
        inTurn { await $0.run(id, kind, delivery, progress) }
        return id
    }

    /// Takes in a partner's file that waited, when its turn comes.
    ///
    /// - Parameter covers: the months that it is said to cover.
    /// - Throws: `DatabaseFault`
    func take(
        _ dataImport: DataImport, covering covers: Period, looking: MappingDesk, by giver: Delivery.Giver, at time: Date
    ) async throws {
        guard try await imports.startReading(dataImport.id, covering: covers, by: giver, at: time) else { return }
        let progress = ProgressBox { _ in }
        underWay[dataImport.id] = progress
        inTurn { desk in
            progress.reportSaving()
            await desk.takeIn(dataImport, covering: covers, looking, by: giver)
        }
    }

    private func takeIn(
        _ dataImport: DataImport, covering covers: Period, _ looking: MappingDesk, by giver: Delivery.Giver
    ) async {
        let id = dataImport.id
        defer { underWay[id] = nil }
        do {
            do {
                let release = try await mapped(dataImport, covering: covers, looking, by: giver)
                try await imports.end(id, as: .accepted, release: release, by: giver.actor, at: now())
            } catch let error as DataFileError {
                try await imports.end(id, as: .refused, problem: error.wholeStory, by: giver.actor, at: now())
            } catch let refusal as DataSetRefusal {
                try await imports.end(id, as: .refused, problem: "\(refusal)", by: giver.actor, at: now())
            }
            try await looking.letGo([dataImport.sha256])
        } catch {
            logger.error("an import could not be recorded", metadata: ["import": "\(id)", "error": "\(error)"])
        }
    }

    private func mapped(
        _ dataImport: DataImport, covering covers: Period, _ looking: MappingDesk, by giver: Delivery.Giver
    ) async throws -> ID<Release> {
        guard let waiting = try await mappings.waiting(dataImport.id), let mapping = waiting.mapping,
            let set = try await sets.dataSet(waiting.dataSet)
        else { throw DataSetRefusal.notHere }
        let reading = try await looking.reading(
            of: dataImport, by: mapping, measures: try await sets.measures(of: set.address))
        guard reading.rows.kept > 0 else { throw MappedReading.nothingUsable(in: dataImport.name) }
        let kept = try await looking.keep(try await looking.columns(of: dataImport, readBy: mapping))
        do {
            let delivery = Delivery(name: dataImport.name, kept: kept, by: giver, at: now())
            let release = Release(
                .mapped, rows: reading.rows, id: identities.new(at: delivery.at), delivery: delivery,
                remarks: waiting.remark.map { [$0] } ?? [], months: covers.from...covers.to, faults: reading.faults,
                of: set, given: waiting.given ?? .init(fingerprint: dataImport.sha256, size: dataImport.size))
            try await observations.accept(
                MappedImport(reading, covering: covers).periods, undated: reading.undated, of: set.address,
                as: release, by: giver.actor)
            files.settle(kept.hash)
            return release.id
        } catch {
            files.settle(kept.hash)
            try? await looking.letGo([kept.hash])
            throw error
        }
    }

    /// How far an import is; nil once it has ended.
    func progress(of id: ID<DataImport>) -> Progress? {
        underWay[id]?.progress
    }

    /// Waits until everything that was begun has ended: for the command line and for tests.
    public func untilQuiet() async {
        await last?.value
    }

    /// Whether no file was ever taken in.
    public func isNew() async throws -> Bool {
        try await releases.releases().isEmpty
    }

    /// What became of an import.
    public func outcome(of id: ID<DataImport>) async throws -> ImportOutcome {
        guard let dataImport = try await imports.find(id) else {
            preconditionFailure("an import that was begun is on record")
        }
        var release: Release?
        if let id = dataImport.release { release = try await releases.release(id) }
        return ImportOutcome(dataImport, release: release)
    }

    private func run(
        _ id: ID<DataImport>, _ kind: Release.Kind, _ delivery: Delivery, _ progress: ProgressBox
    ) async {
        do {
            try await read(id, kind, delivery, progress)
        } catch {
            // Only the records themselves can fail here; the import is told as interrupted at the next start.
            logger.error("an import could not be recorded", metadata: ["import": "\(id)", "error": "\(error)"])
        }
        underWay[id] = nil
    }

    private func read(
        _ id: ID<DataImport>, _ kind: Release.Kind, _ delivery: Delivery, _ progress: ProgressBox
    ) async throws {
        if let known = try await releases.current(kind, sha256: delivery.kept.hash) {
            return try await imports.end(id, as: .known, release: known.id, by: delivery.by.actor, at: now())
        }
        let contents: DataFileContents
        do throws(DataFileError) {
            contents = try await reading(kind, delivery).read { progress.report($0) }
        } catch {
            return try await imports.end(
                id, as: .refused, problem: error.wholeStory, by: delivery.by.actor, at: now())
        }
        progress.reportSaving()
        do {
            let release = try await accept(contents, from: delivery)
            try await imports.end(id, as: .accepted, release: release, by: delivery.by.actor, at: now())
        } catch let refusal as DataSetRefusal {
            try await imports.end(
                id, as: .refused, problem: "\(delivery.name): \(refusal)", by: delivery.by.actor, at: now())
        }
    }

    private func reading(_ kind: Release.Kind, _ delivery: Delivery) -> DataFileReading {
        DataFileReading(
            kind: kind, path: files.url(for: delivery.kept.hash)?.path ?? "", name: delivery.name,
            latestMonth: .latestPossible(at: now()))
    }

    private func accept(
        _ contents: DataFileContents, from delivery: Delivery
    ) async throws -> ID<Release> {
        switch contents {
        case .police(let counts): try await releases.accept(counts, from: delivery)
        case .population(let file): try await places.accept(file, from: delivery)
        case .lookups(let file): try await places.accept(file, from: delivery)
        case .boundaries(let file): try await places.accept(file, from: delivery)
        case .deprivation(let file): try await observations.accept(file, from: delivery)
        case .postcodes(let file): try await places.accept(file, from: delivery)
        case .districtYears(let file): try await observations.accept(file, from: delivery)
        case .outcomes(let file): try await observations.accept(file, from: delivery)
        }
    }
}

/// How far one reading is. The reader tells it from its own threads, the page asks from another.
private final class ProgressBox: Sendable {
    private let state = Mutex(
        ImportDesk.Progress(fraction: nil, detail: "Waiting its turn", isWaiting: true))
    private let watch: @Sendable (Double) -> Void

    init(_ watch: @escaping @Sendable (Double) -> Void) {
        self.watch = watch
    }

    var progress: ImportDesk.Progress { state.withLock(\.self) }

    func report(_ reading: ReadingProgress) {
        let fraction = reading.bytesTotal > 0 ? Double(reading.bytesRead) / Double(reading.bytesTotal) : nil
        let detail = "\(reading.bytesRead.asSize) of \(reading.bytesTotal.asSize) read"
        state.withLock { $0 = ImportDesk.Progress(fraction: fraction, detail: detail) }
        if let fraction { watch(fraction) }
    }

    func reportSaving() {
        state.withLock { $0 = ImportDesk.Progress(fraction: nil, detail: "Read to the end; saving the counts") }
    }
}

extension Month {
    /// December of the year after: what a file may say at most, whatever clock its maker had.
    public static func latestPossible(at time: Date) -> Month {
        Month(year: Calendar.utc.component(.year, from: time) + 1, number: 12)
    }
}
