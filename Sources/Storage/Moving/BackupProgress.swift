import Synchronization

/// How far a backup has come: what is being done, how much of it is done, and how much there is.
public struct BackupProgress: Sendable, Hashable {
    /// One part of the work after another.
    public enum Step: Sendable, Hashable, CaseIterable {
        case copyingRecords, copyingFiles
        /// The copy is restored for a trial, and all of it is read.
        case restoring
    }

    public let step: Step
    public let done: Int
    public let total: Int

    init(_ step: Step, _ done: Int, of total: Int) {
        (self.step, self.done, self.total) = (step, done, total)
    }
}

/// Whether somebody still waits for something long. It is done away from the threads that tasks share, where nobody
/// knows of a task that was cancelled; so it asks.
final class Patience: Sendable {
    private let isOver = Atomic(false)

    func end() {
        isOver.store(true, ordering: .relaxed)
    }

    /// - Throws: `CancellationError`
    func check() throws {
        if isOver.load(ordering: .relaxed) { throw CancellationError() }
    }
}
