import Dispatch
import Synchronization

/// One reading of some files by several threads: each takes a block when it has done the last.
final class StreetReading: Sendable {
    /// What the threads have come to, together.
    private struct Standing {
        var blocks: RecordBlocks
        /// The error that stands first in the files, and the block it is in. Blocks are handed out in order and every
        /// one begun is finished, so it is the same whichever thread comes first.
        var failure: (sequence: Int, error: DataFileError)?
        var tallies: [StreetTally] = []
    }

    /// How a reading ended.
    enum Outcome {
        case counted(StreetCrimeCounts)
        /// Something is amiss, and only a careful reading can tell where.
        /// `progressDue`: how many bytes may pass before progress is worth reporting again.
        case needsCare(progressDue: Int)
    }

    private let shared: Mutex<Standing>
    private let options: StreetCrimeReader.Options
    private let isCancelled: @Sendable () -> Bool
    private let isCareful: Bool
    /// Keeps a file made to measure from filling the tables badly.
    private let seed = UInt64.random(in: .min ... .max)

    init(
        _ files: [DataFile], options: StreetCrimeReader.Options, isCareful: Bool, progressDue: Int,
        progress: @escaping @Sendable (ReadingProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) throws(DataFileError) {
        let blocks = try RecordBlocks(
            files, limits: options.limits, isCareful: isCareful, progressDue: progressDue, progress: progress)
        shared = Mutex(Standing(blocks: blocks))
        self.options = options
        self.isCancelled = isCancelled
        self.isCareful = isCareful
    }

    func run() throws(DataFileError) -> Outcome {
        DispatchQueue.concurrentPerform(iterations: max(1, options.threads)) { _ in work() }
        let (files, skipped, progressDue, tallies, failure) = shared.withLock { shared in
            (
                shared.blocks.files, shared.blocks.skipped, shared.blocks.progressDue, shared.tallies,
                shared.failure?.error
            )
        }
        if let failure {
            guard isCareful || failure.isCancellation else { return .needsCare(progressDue: progressDue) }
            throw failure
        }
        return .counted(try StreetMerge(tallies, files: files, skipped: skipped, options: options).counts())
    }

    private func work() {
        var worker = StreetWorker(options: options, seed: seed, isCareful: isCareful)
        while next(&worker.block) {
            do {
                try worker.countBlock()
            } catch {
                fail(error, in: worker.block.sequence)
            }
        }
        let tally = worker.tally
        shared.withLock { $0.tallies.append(tally) }
    }

    /// False when there is no more, or no point in more.
    private func next(_ block: inout RecordBlock) -> Bool {
        let isCancelled = isCancelled()
        return shared.withLock { shared in
            guard shared.failure == nil else { return false }
            do throws(DataFileError) {
                if isCancelled { throw Self.cancelled(shared.blocks.files.last?.name ?? "") }
                return try shared.blocks.fill(&block)
            } catch {
                shared.failure = (shared.blocks.sequence, error)
                return false
            }
        }
    }

    private func fail(_ error: DataFileError, in sequence: Int) {
        shared.withLock { shared in
            if let earlier = shared.failure, earlier.sequence <= sequence { return }
            shared.failure = (sequence, error)
        }
    }

    private static func cancelled(_ file: String) -> DataFileError {
        DataFileError(
            file: file, problem: "the reading was called off", advice: "Nothing was changed; start again at any time.",
            isCancellation: true)
    }
}
