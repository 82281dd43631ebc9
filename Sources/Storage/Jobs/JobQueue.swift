import Foundation

extension Writing {
    /// Asks for something to be done later, in the same transaction as the deed that asks for it: neither is without the
    /// other. If there is a job of the kind and name already, done or not, nothing happens.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    public func ask(for kind: Job.Kind, named name: String, due: Date, id: ID<Job>) throws -> Bool {
        try run(JobQueue.adding(kind, name, due, id, to: partnership)) > 0
    }

    /// Asks for something to be done about one thing, once, as soon as may be: the job is named after it.
    ///
    /// - Parameter thing: an identifier made now.
    public func ask<Thing>(for kind: Job.Kind, about thing: ID<Thing>) throws {
        try ask(for: kind, named: thing.description, due: thing.madeAt, id: ID<Job>(sameAs: thing))
    }
}

/// The jobs of an installation, shared by all its processes.
///
/// A worker claims a job for a while. If it dies, the claim runs out and another takes the job; if it only was slow, its
/// claim is gone and it can no longer say how the job ended. What a job does to records leaves its own entry: that it
/// was claimed and ended is bookkeeping, and leaves none.
public struct JobQueue: Sendable {
    private let database: Database

    public init(_ installation: Database) {
        database = installation
    }

    /// Puts a job in the queue, unless there is one of the kind and name, done or not.
    ///
    /// - Throws: ``DatabaseFault``
    public func add(_ kind: Job.Kind, named name: String, due: Date) async throws {
        let id: ID<Job> = database.identities.new(at: due)
        let sql = Self.adding(kind, name, due, id, to: database.partnership)
        try await database.engine.write(for: .installation) { connection in _ = try connection.run(sql) }
    }

    /// Takes the job that has been due longest.
    ///
    /// - Parameters:
    ///   - kinds: what the worker can do.
    ///   - seconds: how long it is the worker's own.
    /// - Throws: ``DatabaseFault``
    public func claim(_ kinds: [Job.Kind], for seconds: TimeInterval, at time: Date) async throws -> Job? {
        guard try await isAnyDue(kinds, at: time) else { return nil }
        let lease = database.identities.bytes(16)
        return try await database.engine.write(for: .installation) { connection in
            // One claim at a time, here and in other processes: see `Connection.claim`.
            try connection.rows(
                """
                UPDATE job SET attempts = attempts + 1, lease = \(lease), leased_until = \(time + seconds)
                WHERE id = (
                    SELECT id FROM job
                    WHERE state = 'waiting' AND kind IN \(kinds) AND due_at <= \(time)
                        AND (leased_until IS NULL OR leased_until <= \(time))
                    ORDER BY due_at, id LIMIT 1
                )
                RETURNING id, partnership, kind, name, due_at, attempts
                """
            ).first.map { try Job($0, lease: lease) }
        }
    }

    /// Looking is often, and cheaper than writing.
    private func isAnyDue(_ kinds: [Job.Kind], at time: Date) async throws -> Bool {
        try await database.read { db in
            try db.row(
                """
                SELECT id FROM job
                WHERE state = 'waiting' AND kind IN \(kinds) AND due_at <= \(time)
                    AND (leased_until IS NULL OR leased_until <= \(time))
                LIMIT 1
                """) != nil
        }
    }

    /// Says that a job is done.
    ///
    /// - Returns: whether it was still the worker's own.
    /// - Throws: ``DatabaseFault``
    @discardableResult
    public func finish(_ job: Job, at time: Date) async throws -> Bool {
        try await settle(job, "state = 'done', ended_at = \(time), problem = \(String?.none)")
    }

    /// Says that a job failed. It is tried again later, a few times.
    ///
    /// - Parameter problem: why, for the operator. No personal data.
    /// - Returns: whether it was still the worker's own.
    /// - Throws: ``DatabaseFault``
    @discardableResult
    public func fail(_ job: Job, because problem: String, at time: Date) async throws -> Bool {
        let delay = Retry.delay(afterAttempt: job.attempt)
        return try await fail(job, because: problem, againAt: delay.map { time + $0 }, at: time)
    }

    /// Says that a job failed, and when it is tried again; `nil` for never.
    ///
    /// - Parameter problem: why, for the operator. No personal data.
    /// - Returns: whether it was still the worker's own.
    /// - Throws: ``DatabaseFault``
    @discardableResult
    public func fail(_ job: Job, because problem: String, againAt due: Date?, at time: Date) async throws -> Bool {
        guard let due else {
            return try await settle(job, "state = 'failed', ended_at = \(time), problem = \(problem)")
        }
        return try await settle(job, "due_at = \(due), problem = \(problem)")
    }

    /// Jobs that were tried often enough and did not succeed, the last first.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func failed(_ limit: Int) async throws -> [FailedJob] {
        try await database.read { db in
            try db.rows(
                """
                SELECT kind, name, problem, ended_at FROM job WHERE state = 'failed' ORDER BY ended_at DESC LIMIT \(limit)
                """
            ).map { row in
                try FailedJob(
                    kind: row("kind"), name: row("name"), problem: row("problem") ?? "", endedAt: row("ended_at"))
            }
        }
    }

    /// How many jobs of each kind wait, and how many were given up.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func counts() async throws -> [(kind: Job.Kind, state: String, count: Int)] {
        try await database.read { db in
            try db.rows(
                """
                SELECT kind, state, COUNT(*) AS jobs FROM job WHERE state IN ('waiting', 'failed')
                GROUP BY kind, state ORDER BY kind, state
                """
            ).map { (kind: try $0("kind"), state: try $0("state"), count: try $0("jobs")) }
        }
    }

    private func settle(_ job: Job, _ change: SQL) async throws -> Bool {
        try await database.engine.write(for: .installation) { connection in
            try connection.run(
                """
                UPDATE job SET \(change), lease = \([UInt8]?.none), leased_until = \(Date?.none)
                WHERE id = \(job.id) AND lease = \(job.lease) AND state = 'waiting'
                """) > 0
        }
    }

    fileprivate static func adding(
        _ kind: Job.Kind, _ name: String, _ due: Date, _ id: ID<Job>, to partnership: ID<Tenant>
    ) -> SQL {
        """
        INSERT INTO job (id, partnership, kind, name, due_at, state, attempts)
        VALUES (\(id), \(partnership), \(kind), \(name), \(due), 'waiting', 0)
        ON CONFLICT (partnership, kind, name) DO NOTHING
        """
    }
}

/// A job that did not succeed.
public struct FailedJob: Sendable, Hashable {
    public let kind: Job.Kind
    public let name: String
    public let problem: String
    public let endedAt: Date
}
