import DataFiles
import DataRegister
import Foundation
import Geography
import Storage
import Wording

/// What a set of files says of every district in them, read once and kept nowhere.
public struct FilesToAssess: Sendable {
    /// Whose map points are read: of a whole country they would not fit into memory.
    enum Points {
        case none
        case of(String)
    }

    let counts: StreetCrimeCounts
    let population: PopulationTable
    let sources: [Source]
    let readAt: Date
    /// What is looked up for each of some 350 districts, so that none goes through the whole country's.
    private let districtsInFiles: DistrictsInFiles
    private let boundaries: [String: [Boundary]]
    /// The files given that each force has months in.
    private let filesOfForces: [Int: Set<Int>]

    /// For all districts: without points, so that there is a map only where boundaries are given.
    ///
    /// - Parameter progress: bytes read, and how many there are.
    /// - Throws: `DataFileError`, ``AssessmentRefusal``
    public init(
        police: [String], population: [String], boundaries: String?, at time: Date,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        try await self.init(
            police: police, points: .none, population: population, boundaries: boundaries, at: time,
            progress: progress)
    }

    init(
        police: [String], points: Points, population: [String], boundaries: String?, at time: Date,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        var estimates: [PopulationEstimate] = []
        for path in population {
            if case .population(let file) = try await Self.reading(.population, path, time).read() {
                estimates += file.estimates
            }
        }
        var drawn: [Boundary] = []
        if let boundaries, case .boundaries(let file) = try await Self.reading(.boundaries, boundaries, time).read() {
            drawn = file.boundaries
        }
        let counts = try await Self.counts(police.map { DataFile(path: $0) }, points, time, progress)
        self.counts = counts
        self.population = PopulationTable(estimates)
        self.boundaries = Dictionary(grouping: drawn, by: \.code)
        districtsInFiles = DistrictsInFiles(counts)
        filesOfForces = counts.forceMonths.reduce(into: [:]) { files, month in
            files[month.force, default: []].insert(counts.files[month.file].given)
        }
        sources = await Self.sources(police, of: counts, at: time)
        readAt = time
    }

    /// The districts that more than a few stray rows lie in, by name.
    public var districts: [String] { districtsInFiles.atHome }

    /// Those that only a few rows lie in, by name: of most the files of their own force are missing.
    public var strays: [String] { districtsInFiles.strays }

    /// What the files say of a district.
    ///
    /// - Parameter typed: without regard to capitals.
    func data(of typed: String) -> DistrictData {
        let name = districtsInFiles.name(typed) ?? typed
        let areas = districtsInFiles.areas(of: name)
        return DistrictData(
            counts, district: name, areas: areas, population: population, sources: sources(of: areas))
    }

    func boundaries(of areas: [DistrictData.Area]) -> [Boundary] {
        areas.flatMap { boundaries[$0.code] ?? [] }
    }

    /// The files that any row of some areas came in, with those of the same forces that had none.
    private func sources(of areas: [Int]) -> [Source] {
        let forces = Set(counts.cells(of: areas).map(\.force))
        return forces.reduce(into: Set<Int>()) { $0.formUnion(filesOfForces[$1] ?? []) }.sorted().map { sources[$0] }
    }

    /// - Parameter comparison: nil compares with the year before if the files have any month of it.
    /// - Throws: ``AssessmentRefusal``
    public func assessment(
        of district: String, over period: Period, comparedWith comparison: Period?
    ) throws(AssessmentRefusal) -> AssessmentOfFiles {
        try AssessmentOfFiles(self, district: district, period: period, comparison: comparison)
    }

    /// The rows that were refused, a line each: file, line, column, reason.
    public var faults: [String] { counts.faultsInWords }

    /// Points are asked for by the district's very name: where it was typed without its capitals, it is read again.
    private static func counts(
        _ files: [DataFile], _ points: Points, _ time: Date, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> StreetCrimeCounts {
        func read(_ districts: [String]) async throws -> StreetCrimeCounts {
            let reader = StreetCrimeReader(
                .init(
                    latestMonth: .latestPossible(at: time),
                    points: districts.isEmpty ? .none : .districts(Set(districts)))
            )
            return try await reader.readAway(files) { progress($0.bytesRead, $0.bytesTotal) }
        }
        guard case .of(let district) = points else { return try await read([]) }
        let counts = try await read([district])
        guard let name = counts.district(called: district) else {
            throw AssessmentRefusal.unknownDistrict(district, known: counts.districtsAtHome)
        }
        return name == district ? counts : try await read([name])
    }

    private static func reading(_ kind: Release.Kind, _ path: String, _ time: Date) -> DataFileReading {
        DataFileReading(
            kind: kind, path: path, name: URL(filePath: path).lastPathComponent,
            latestMonth: .latestPossible(at: time))
    }

    /// Each file as figures name it. Their hashes are taken on all processors: of a country they are of gigabytes.
    private static func sources(_ paths: [String], of counts: StreetCrimeCounts, at time: Date) async -> [Source] {
        await withTaskGroup(of: (Int, Source).self) { group in
            for (place, path) in paths.enumerated() {
                group.addTask { (place, source(path, given: place, of: counts, at: time)) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// One file as figures name it, with the months in it and the hash by which a reader can tell which file it was.
    ///
    /// - Parameter place: which of the files given it is.
    private static func source(
        _ path: String, given place: Int, of counts: StreetCrimeCounts, at time: Date
    ) -> Source {
        let generated = counts.files.filter { $0.given == place }.reduce(0) { $0 + $1.generatedRows }
        let provenance = Provenance.of(.police, isGenerated: generated > 0)
        let months = counts.forceMonths.filter { counts.files[$0.file].given == place }.map(\.month)
        return Source(
            title: URL(filePath: path).lastPathComponent, publisher: provenance.publisher, licence: provenance.licence,
            months: months.min().flatMap { first in months.max().map { first...$0 } }, receivedOn: time,
            checksums: [FileHash(ofFileAt: path)?.description].compactMap(\.self))
    }
}

extension StreetCrimeCounts {
    /// The first rows that were refused, a line each, and how many more there are.
    var faultsInWords: [String] {
        let first = faults.prefix(20).map { "Refused: \($0.file), line \($0.words)" }
        let more = rows.refused - first.count
        return first + (more > 0 ? ["… and \(more.counted("more row", "more rows"))."] : [])
    }
}
