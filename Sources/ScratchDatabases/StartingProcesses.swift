import Foundation
import Synchronization

extension Process {
    private static let oneAtATime = Mutex(())

    /// Starts it, and no other meanwhile: two that are started at once on two threads can crash inside Foundation
    /// (seen with Swift 6.3 on Linux, in `Process.run`).
    public func start() throws {
        try Self.oneAtATime.withLock { _ in try run() }
    }
}
