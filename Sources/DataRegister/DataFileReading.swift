import DataFiles
import Dispatch
import Foundation
import Geography

/// What was read from one file, by its kind.
public enum DataFileContents: Sendable {
    case police(StreetCrimeCounts)
    case population(PopulationFile)
    case lookups(LookupFile)
    case boundaries(BoundaryFile)
    case deprivation(DeprivationFile)
    case districtYears(DistrictYearsFile)
    case outcomes(OutcomesFile)
    case postcodes(PostcodeFile)
}

/// Reads one file of one kind. Reading takes a while and blocks, so it is done away from the threads tasks share.
public struct DataFileReading: Sendable {
    let kind: Release.Kind
    let path: String
    /// As the person who gave it calls it.
    let name: String
    /// A month after this one cannot have happened yet.
    let latestMonth: Month

    /// - Parameters:
    ///   - name: as the person who gave it calls it.
    ///   - latestMonth: a month after this one cannot have happened yet.
    public init(kind: Release.Kind, path: String, name: String, latestMonth: Month) {
        self.kind = kind
        self.path = path
        self.name = name
        self.latestMonth = latestMonth
    }

    /// - Throws: `DataFileError`; for boundaries the same, made from what their reader says.
    public func read(
        progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws(DataFileError) -> DataFileContents {
        try await awayFromTasks { () throws(DataFileError) in try readNow(progress) }
    }

    private func readNow(
        _ progress: @escaping @Sendable (ReadingProgress) -> Void
    ) throws(DataFileError) -> DataFileContents {
        switch kind {
        case .police:
            let reader = StreetCrimeReader(.init(latestMonth: latestMonth, points: .all))
            return .police(try reader.read([DataFile(path: path, name: name)], progress: progress))
        case .population: return .population(try PopulationFile(try bytes(), file: name))
        case .lookups: return .lookups(try LookupFile(try bytes(), file: name))
        case .deprivation: return .deprivation(try DeprivationFile(try bytes(), file: name))
        case .postcodes: return .postcodes(try PostcodeFile(try bytes(), file: name))
        case .mapped:
            throw DataFileError(
                file: name, problem: "it is a partner’s own, and not said to which data set it belongs",
                advice: "Give it at the page of its data set.")
        case .districtYears: return .districtYears(try DistrictYearsFile(try bytes(), file: name))
        case .outcomes: return .outcomes(try OutcomesFile(try bytes(), file: name, latest: latestMonth))
        case .boundaries:
            let bytes = try bytes()
            do {
                return .boundaries(try BoundaryFile(bytes, named: name))
            } catch {
                throw DataFileError(error)
            }
        }
    }

    /// Tables of places are modest: a file of more than 256 MB is something else.
    private func bytes() throws(DataFileError) -> [UInt8] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= 256 << 20 else {
            throw DataFileError(
                file: name, problem: "it is larger than 256 MB, which no table of places is",
                advice: "Check that it is the file you meant.")
        }
        return try UnpackedFile.bytes(of: DataFile(path: path, name: name), most: 256 << 20)
    }
}

extension StreetCrimeReader {
    /// Reads away from the threads that tasks share.
    public func readAway(
        _ files: [DataFile], progress: @escaping @Sendable (ReadingProgress) -> Void
    ) async throws(DataFileError) -> StreetCrimeCounts {
        try await awayFromTasks { () throws(DataFileError) in try read(files, progress: progress) }
    }
}

/// Runs what blocks on a thread of its own kind, and waits for it without holding one that tasks share.
func awayFromTasks<Value: Sendable>(
    _ body: @escaping @Sendable () throws(DataFileError) -> Value
) async throws(DataFileError) -> Value {
    let outcome: Result<Value, DataFileError> = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(returning: Result { () throws(DataFileError) in try body() })
        }
    }
    return try outcome.get()
}
