import Storage

/// Ends the program when its records can no longer be written, so that its supervisor starts it again and SQLite recovers
/// the file: nothing that a failed disk says later can be relied on (S104).
struct DiskWatch: Sendable {
    let records: Database
    /// Whether there is room on the disk to start again.
    let hasRoom: @Sendable () -> Bool
    /// Waits a while: time for answers that are under way to go out, and between looks at a full disk.
    let pause: @Sendable () async throws -> Void

    /// What opening the records and taking their log into the file may need, in bytes.
    private static let roomToStart = 8_000_000

    init(of records: Database) {
        self.init(
            records: records, hasRoom: { records.files.room?.free ?? .max >= Self.roomToStart },
            pause: { try await Task.sleep(for: .seconds(2)) })
    }

    init(
        records: Database, hasRoom: @escaping @Sendable () -> Bool, pause: @escaping @Sendable () async throws -> Void
    ) {
        (self.records, self.hasRoom, self.pause) = (records, hasRoom, pause)
    }

    /// Waits until writing has stopped. On a full disk reading goes on until there is room.
    ///
    /// - Throws: `DatabaseFault.writingStopped`, which ends the program; `CancellationError` when it ends otherwise.
    func run() async throws {
        guard let reason = await records.untilWritingStops() else { return }
        repeat { try await pause() } while !hasRoom()
        throw DatabaseFault.writingStopped(because: reason)
    }
}
