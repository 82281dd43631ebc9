import DataFiles
import Synchronization

/// What a reading said of its progress, from whichever thread.
final class ProgressLog: Sendable {
    private let entries = Mutex<[ReadingProgress]>([])

    func add(_ progress: ReadingProgress) {
        entries.withLock { $0.append(progress) }
    }

    var all: [ReadingProgress] { entries.withLock { $0 } }
}
