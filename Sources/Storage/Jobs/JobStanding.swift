import Foundation

/// How the jobs of one kind stand.
public struct JobStanding: Sendable, Hashable {
    public let kind: Job.Kind
    /// How many wait until they are due, or to be tried again.
    public let waiting: Int
    /// How many of them were due some time ago and nobody is at them.
    public let overdue: Int
    /// How many were given up lately.
    public let failed: Int

    public init(kind: Job.Kind, waiting: Int, overdue: Int, failed: Int) {
        (self.kind, self.waiting, self.overdue, self.failed) = (kind, waiting, overdue, failed)
    }
}

/// A job that was tried often enough and did not succeed.
public struct GivenUpJob: Sendable, Hashable {
    public let id: ID<Job>
    public let kind: Job.Kind
    public let name: String
    public let attempts: Int
    public let problem: String
    public let endedAt: Date
}

extension Database {
    /// How the jobs of this partnership and of the installation stand, by kind.
    ///
    /// - Parameters:
    ///   - patience: seconds after which a job that is due and not begun is late.
    ///   - memory: seconds for which one that was given up is told of.
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func jobStandings(
        at time: Date, patience: TimeInterval, memory: TimeInterval
    ) async throws -> [JobStanding] {
        let theirs = [partnership, .installation]
        return try await read { db in
            try db.rows(
                """
                SELECT kind, SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting,
                    SUM(CASE WHEN state = 'waiting' AND due_at < \(time - patience)
                        AND (leased_until IS NULL OR leased_until < \(time)) THEN 1 ELSE 0 END) AS overdue,
                    SUM(CASE WHEN state = 'failed' AND ended_at > \(time - memory) THEN 1 ELSE 0 END) AS failed
                FROM job WHERE state IN ('waiting', 'failed') AND partnership IN \(theirs)
                GROUP BY kind ORDER BY kind
                """
            ).map {
                try JobStanding(
                    kind: $0("kind"), waiting: $0("waiting"), overdue: $0("overdue"), failed: $0("failed"))
            }
        }
    }

    /// The jobs of this partnership and of the installation that were given up, the last first; none that a later one of
    /// its kind has made good.
    ///
    /// - Parameter others: kinds that are not wanted.
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func jobsGivenUp(_ limit: Int, but others: [Job.Kind]) async throws -> [GivenUpJob] {
        let theirs = [partnership, .installation]
        return try await read { db in
            try db.rows(
                """
                SELECT id, kind, name, attempts, problem, ended_at FROM job
                WHERE state = 'failed' AND partnership IN \(theirs) AND kind NOT IN \(others) AND NOT EXISTS (
                    SELECT 1 FROM job AS later
                    WHERE later.partnership = job.partnership AND later.kind = job.kind AND later.state = 'done'
                        AND later.due_at > job.due_at)
                ORDER BY ended_at DESC, id LIMIT \(limit)
                """
            ).map {
                try GivenUpJob(
                    id: $0("id"), kind: $0("kind"), name: $0("name"), attempts: $0("attempts"),
                    problem: $0("problem") ?? "", endedAt: $0("ended_at"))
            }
        }
    }

    /// Has a job that was given up tried again, as often as a new one.
    ///
    /// - Returns: whether there is such a job of this partnership or of the installation, and it had been given up.
    /// - Throws: ``DatabaseFault``
    public func tryAgain(_ job: ID<Job>, by actor: Entry.Actor, at time: Date) async throws -> Bool {
        let theirs = [partnership, .installation]
        do {
            try await write(Entry(.jobTriedAgain, of: .init("job", job), by: actor, at: time)) { db in
                let kind: String? = try db.value(
                    "SELECT kind FROM job WHERE id = \(job) AND partnership IN \(theirs) AND state = 'failed'")
                guard let kind else { throw NothingToTry() }
                try db.run(
                    """
                    UPDATE job SET state = 'waiting', attempts = 0, due_at = \(time), ended_at = \(Date?.none),
                        problem = \(String?.none)
                    WHERE id = \(job)
                    """)
                db.changed("job", from: String?.none, to: kind)
            }
            return true
        } catch is NothingToTry {
            return false
        }
    }

    /// Ends a transaction that found nothing to do, so that it leaves no entry.
    private struct NothingToTry: Error {}
}

extension Act {
    static let jobTriedAgain = Act("job tried again", "A job that was given up is to be tried again.")
}
