import Foundation
import Glibc
import Storage
import Web

/// What `/metrics` tells of the records and the process.
struct ProgramFigures: Sendable {
    let records: Database
    let elapsed: @Sendable () -> Duration

    @Sendable
    func expose(in exposition: inout Exposition) async throws {
        let isSound = records.health == .sound
        exposition.add(
            "records_sound", .gauge, "1 where the records can be changed, 0 where they cannot.",
            [.init(isSound ? 1 : 0)])
        exposition.add(
            "writes_waiting", .gauge, "Changes that wait to be saved.", [.init(Double(records.waitingWrites))])
        exposition.add(
            "jobs", .gauge, "Jobs by kind that wait or were given up; those of kind letter are letters.",
            try await JobQueue(records).counts().map {
                .init(Double($0.count), ["kind": "\($0.kind)", "state": $0.state])
            })
        exposition.add(
            "entries", .gauge, "Entries of the audit trail, of all partnerships.",
            [.init(Double(try await records.entryCount()))])
        exposition.add(
            "uptime_seconds", .gauge, "How long the program has run.", [.init(elapsed() / .seconds(1))])
        if let room = records.files.room {
            exposition.add(
                "disk_free_bytes", .gauge, "Room on the disk that the data folder is on.", [.init(Double(room.free))])
            exposition.add("disk_bytes", .gauge, "The whole of that disk.", [.init(Double(room.whole))])
        }
        if let bytes = Self.residentBytes {
            exposition.add("resident_bytes", .gauge, "Memory the process takes.", [.init(Double(bytes))])
        }
    }

    /// proc(5), `statm`: the second number is pages in memory.
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}
