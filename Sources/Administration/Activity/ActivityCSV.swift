import DataFiles
import Foundation
import Storage

/// Entries as a file for spreadsheets and programs, each in words and in its parts.
struct ActivityCSV {
    private var writer = DelimitedWriter(header: [
        "entry", "when", "who", "what", "sentence", "kind", "thing", "refused because", "reason", "changes",
    ])
    private(set) var count = 0

    /// How many entries a file holds at the most.
    static let most = 10_000
    /// How many are read at a time, so that no reading takes long.
    static let stride = 500

    mutating func add(_ item: ActivityItem) {
        writer.write([
            "\(item.number)", item.at.ISO8601Format(), item.who, item.act, item.sentence, item.subject.kind,
            item.thing?.name, item.refusal, item.reason, item.changes.joined(separator: "; "),
        ])
        count += 1
    }

    var bytes: [UInt8] { writer.bytes }
}
