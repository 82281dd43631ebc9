import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Does what is due, as long as the program runs: one job at a time, in this process or in another on the same records.
struct JobRunner: Service {
    /// What does a kind of job.
    typealias Worker = @Sendable (Job) async throws -> Void

    private let queue: JobQueue
    private let schedules: [Schedule]
    private let workers: [Job.Kind: Worker]
    private let now: @Sendable () -> Date
    private let pause: @Sendable () async throws -> Void
    private let logger: Logger

    /// Longer than any job takes; after it another worker may think that this one died.
    private static let lease: TimeInterval = 2 * 60 * 60

    /// - Parameter pause: waits until it is time to look again; throws when the program stops.
    init(
        _ installation: Database, schedules: [Schedule], workers: [Job.Kind: Worker], logger: Logger,
        now: @escaping @Sendable () -> Date,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(30)) }
    ) {
        queue = JobQueue(installation)
        (self.schedules, self.workers, self.logger, self.now, self.pause) = (schedules, workers, logger, now, pause)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await doWhatIsDue()
                } catch {
                    logger.error("The jobs could not be looked at.", metadata: ["reason": "\(error)"])
                }
                guard (try? await pause()) != nil else { return }
            }
        }
    }

    /// Does every job that is due, and returns when there is no more.
    ///
    /// - Throws: `DatabaseFault`
    func doWhatIsDue() async throws {
        for schedule in schedules {
            let (due, day) = schedule.lastDue(at: now())
            try await queue.add(schedule.kind, named: day, due: due)
        }
        while !Task.isCancelled, let job = try await queue.claim(Array(workers.keys), for: Self.lease, at: now()) {
            try await work(on: job)
        }
    }

    private func work(on job: Job) async throws {
        do {
            try await workers[job.kind]?(job)
            try await queue.finish(job, at: now())
        } catch {
            logger.error(
                "A job failed and will be tried again, a few times.",
                metadata: ["job": "\(job.kind) \(job.name)", "attempt": "\(job.attempt)", "reason": "\(error)"])
            try await queue.fail(job, because: "\(error)", at: now())
        }
    }
}
