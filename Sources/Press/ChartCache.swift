// SPDX-License-Identifier: AGPL-3.0-or-later
import Crypto
import Foundation
import Logging

/// Charts by what they were made from: the specification and the renderer, as a SHA-256.
///
/// Kept in memory, least lately used out first, and in a folder, oldest out first. What comes from the folder is
/// checked as if it had just been made, so a file cut short or meddled with counts as absent.
actor ChartCache {
    struct Key: Hashable, Sendable {
        let digest: String

        init(specification: String, renderer: String) {
            var hash = SHA256()
            hash.update(data: Data("\(renderer)\n".utf8))
            hash.update(data: Data(specification.utf8))
            digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    private struct Entry {
        let svg: String
        var used: Int
    }

    private let folder: URL?
    private let memoryLimit: Int
    private let diskLimit: Int
    private let logger: Logger
    private var entries: [Key: Entry] = [:]
    private var size = 0
    private var clock = 0
    private var written = 0

    init(folder: String?, memoryLimit: Int, diskLimit: Int, logger: Logger) {
        self.folder = folder.map { URL(fileURLWithPath: $0).appendingPathComponent("charts") }
        self.memoryLimit = memoryLimit
        self.diskLimit = diskLimit
        self.logger = logger
    }

    func svg(for key: Key) -> String? {
        clock += 1
        if let entry = entries[key] {
            entries[key]?.used = clock
            return entry.svg
        }
        guard let file = file(for: key), let data = try? Data(contentsOf: file),
            StaticDrawing.fault(in: Array(data)) == nil
        else { return nil }
        let svg = String(decoding: data, as: UTF8.self)
        remember(svg, for: key)
        return svg
    }

    /// Keeps a chart. Where the folder can’t be written it is kept in memory all the same, and the log says so.
    func keep(_ svg: String, for key: Key) {
        remember(svg, for: key)
        guard let folder, let file = file(for: key) else { return }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Data(svg.utf8).write(to: file, options: .atomic)
            if written % 256 == 0 { try Self.sweep(folder, to: diskLimit) }
            written += 1
        } catch {
            logger.warning("A chart could not be kept on disk", metadata: ["error": "\(error)"])
        }
    }

    private func remember(_ svg: String, for key: Key) {
        clock += 1
        if let old = entries.updateValue(Entry(svg: svg, used: clock), forKey: key) { size -= old.svg.utf8.count }
        size += svg.utf8.count
        while size > memoryLimit, let oldest = entries.min(by: { $0.value.used < $1.value.used }) {
            entries[oldest.key] = nil
            size -= oldest.value.svg.utf8.count
        }
    }

    private func file(for key: Key) -> URL? {
        folder?.appendingPathComponent("\(key.digest.prefix(2))/\(key.digest).svg")
    }

    /// Removes the oldest files of a folder until the rest hold at most four fifths of `limit` bytes, if they hold more.
    private static func sweep(_ folder: URL, to limit: Int) throws {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
        guard let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: Array(keys)) else {
            return
        }
        var files: [(url: URL, size: Int, date: Date)] = []
        for case let url as URL in found {
            let values = try url.resourceValues(forKeys: keys)
            guard values.isRegularFile == true else { continue }
            files.append((url, values.fileSize ?? 0, values.contentModificationDate ?? .distantPast))
        }
        var total = files.reduce(0) { $0 + $1.size }
        guard total > limit else { return }
        for file in files.sorted(by: { $0.date < $1.date }) where total > limit / 5 * 4 {
            try FileManager.default.removeItem(at: file.url)
            total -= file.size
        }
    }
}
