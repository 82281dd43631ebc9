import Foundation

/// What came of comparing all kept files with their hashes.
public struct KeptFilesCheck: Sendable, Hashable {
    public internal(set) var files = 0
    /// How many are not as they were received, or can't be read.
    public internal(set) var damaged = 0
    /// The first of those.
    public internal(set) var examples: [FileHash] = []

    static let mostExamples = 10
}

extension KeptFiles {
    /// Reads every kept file through, one folder's names in memory at a time.
    ///
    /// - Throws: `CancellationError`
    public func checkAll() async throws -> KeptFilesCheck {
        var found = KeptFilesCheck()
        for high in folders(in: folder) {
            for low in folders(in: "\(folder)/\(high)") {
                try Task.checkCancellation()
                for hash in hashes(in: "\(folder)/\(high)/\(low)") {
                    found.files += 1
                    let isInItsPlace = hash.folders == "\(high)/\(low)"
                    if isInItsPlace, (try? await check(hash)) != nil { continue }
                    // Taken away since it was listed: whatever names it tells that it is missing.
                    if isInItsPlace, url(for: hash) == nil {
                        found.files -= 1
                        continue
                    }
                    found.damaged += 1
                    if found.examples.count < KeptFilesCheck.mostExamples { found.examples.append(hash) }
                }
            }
        }
        return found
    }

    /// Those that files are kept in have two hexadecimal digits for a name.
    private func folders(in folder: String) -> [String] {
        names(in: folder).filter { $0.utf8.count == 2 && UInt8($0, radix: 16) != nil }
    }

    private func hashes(in folder: String) -> [FileHash] {
        names(in: folder).compactMap { FileHash($0) }
    }

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
