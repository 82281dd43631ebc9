import Foundation
import Synchronization

extension Process {
    private static let oneAtATime = Mutex(())

    /// Starts it, and no other meanwhile: two that are started at once on two threads are one cause less for what
    /// crashes inside Foundation now and then (seen with Swift 6.3 on Linux, in `Process.run`; see `bin/test`).
    public func start() throws {
        try Self.oneAtATime.withLock { _ in try run() }
    }
}
