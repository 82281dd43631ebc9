import Foundation
import ScratchDatabases
import Synchronization
import Testing

@testable import App
@testable import Storage

@Suite("A clock that is set back is on record")
struct ClockWatchTests {
    /// Two clocks, moved on by half a minute at each look; the one on the wall by a step more.
    private final class Clocks: Sendable {
        let steps: Mutex<[TimeInterval]>
        let wall = Mutex(Scratch.noon)
        let steady = Mutex(0.0)

        init(steps: [TimeInterval]) {
            self.steps = Mutex(steps)
        }

        /// Throws when there are no more steps, as the pause of a program that stops.
        func move() throws {
            let step = try steps.withLock { steps in
                guard !steps.isEmpty else { throw CancellationError() }
                return steps.removeFirst()
            }
            wall.withLock { $0 += 30 + step }
            steady.withLock { $0 += 30 }
        }
    }

    private func seconds(after steps: [TimeInterval]) async throws -> [String] {
        try await Scratch.sqlite.database { database in
            let clocks = Clocks(steps: steps)
            await ClockWatch(
                database, logger: .silent, now: { clocks.wall.withLock(\.self) },
                elapsed: { clocks.steady.withLock(\.self) }, pause: { try clocks.move() }
            ).run()
            return try await database.read { db in
                try db.entries(10).filter { $0.act == Act.clockSetBack.name }.map(\.changes)
            }
        }
    }

    @Test("an hour back is, once, with the seconds")
    func back() async throws {
        let found = try await seconds(after: [0, -3600, 0, 0])
        #expect(found.count == 1)
        #expect(found.first?.contains("3600") == true, "\(found)")
    }

    @Test("small corrections and steps forward are not", arguments: [[-4.9, -4.9, -4.9], [86_400, 0], []])
    func small(steps: [TimeInterval]) async throws {
        #expect(try await seconds(after: steps).isEmpty)
    }
}
