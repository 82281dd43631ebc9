import DataFiles
import Foundation
import ScratchDatabases

/// The same files counted in another way: unpacked by gzip, cut at line breaks and commas, added up in dictionaries.
public struct SlowCount {
    /// What rows are added up under.
    public struct Key: Hashable, Sendable {
        public let district: String
        public let type: String
        public let month: String

        public init(district: String, type: String, month: String) {
            (self.district, self.type, self.month) = (district, type, month)
        }
    }

    public private(set) var rows = 0
    public private(set) var unplaced = 0
    public private(set) var counts: [Key: Int] = [:]
    public private(set) var areas: [String: Int] = [:]

    public init(_ paths: [String]) async throws {
        for path in paths { count(Data(try await Tool.run("gzip", ["-dc", path]))) }
    }

    public init(text: String) {
        count(Data(text.utf8))
    }

    public func total(_ district: String, _ isWanted: (Key) -> Bool = { _ in true }) -> Int {
        counts.reduce(0) { $0 + ($1.key.district == district && isWanted($1.key) ? $1.value : 0) }
    }

    private mutating func count(_ text: Data) {
        for line in text.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            rows += 1
            guard !cells[8].isEmpty else {
                unplaced += 1
                continue
            }
            let name = String(decoding: cells[8], as: UTF8.self)
            let district = name.split(separator: " ").dropLast().joined(separator: " ")
            areas[String(decoding: cells[7], as: UTF8.self), default: 0] += 1
            let key = Key(
                district: district, type: String(decoding: cells[9], as: UTF8.self),
                month: String(decoding: cells[1], as: UTF8.self))
            counts[key, default: 0] += 1
        }
    }
}
