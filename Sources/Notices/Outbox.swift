import Foundation
import Logging
import Storage

/// Sends the letters that wait: one worker each across all processes, again later where that fails, and for a day at the
/// most.
///
/// Between the mail server's word that it has a letter and our note of it lies one saved transaction. Whoever is killed in
/// that moment sends the letter a second time, with the same Message-ID, by which many mail programs show it once; there
/// is no way to make it never, since the server cannot take part in our transaction.
public struct Outbox: Sendable {
    /// The job of sending one letter.
    public static let delivery = Job.Kind("letter")
    /// What a letter says does not stay true for ever, and its links stop working.
    static let life: TimeInterval = 24 * 60 * 60
    /// Far longer than sending takes; after it another worker may think that this one died.
    static let lease: TimeInterval = 10 * 60

    private let queue: JobQueue
    private let letters: LetterStore
    private let from: Mailbox
    private let sender: any MailSender
    private let logger: Logger
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - from: whom all letters come from (S9).
    ///   - logger: hears of what did not go, with no word of a letter.
    public init(
        _ installation: Database, from: Mailbox, sender: any MailSender, logger: Logger,
        now: @escaping @Sendable () -> Date
    ) {
        queue = JobQueue(installation)
        letters = LetterStore(database: installation)
        (self.from, self.sender, self.logger, self.now) = (from, sender, logger, now)
    }

    /// The outbox as the operator set it up.
    ///
    /// - Parameter account: nil where no mail is sent; a letter that was posted all the same is given up after a day.
    public init(
        _ installation: Database, account: MailAccount?, logger: Logger, now: @escaping @Sendable () -> Date
    ) {
        self.init(
            installation, from: account?.from ?? Mailbox(name: "", address: "nobody@localhost"),
            sender: account.map { SMTP($0) } ?? NoMailServer(), logger: logger, now: now)
    }

    /// Sends every letter that is due. Where the mail server can't be reached, the others are left for the next time.
    ///
    /// - Returns: how many were sent.
    /// - Throws: `DatabaseFault`
    @discardableResult
    public func deliverDue() async throws -> Int {
        var sent = 0
        while !Task.isCancelled, let job = try await queue.claim([Self.delivery], for: Self.lease, at: now()) {
            switch try await deliver(job) {
            case .sent: sent += 1
            case .notSent: continue
            case .serverUnreachable: return sent
            }
        }
        return sent
    }

    private enum Outcome { case sent, notSent, serverUnreachable }

    private func deliver(_ job: Job) async throws -> Outcome {
        guard let id = ID<Letter>(job.name), let letter = try await letters.letter(id, of: job.partnership) else {
            // It was sent, and whoever sent it died before the job was ended.
            try await queue.finish(job, at: now())
            return .notSent
        }
        if now().timeIntervalSince(id.madeAt) > Self.life {
            try await giveUp(job, id, because: "it waited for longer than a day")
            return .notSent
        }
        do {
            try await sender.deliver(Message(letter, id: id, from: from, at: id.madeAt))
        } catch let fault as LetterFault {
            try await giveUp(job, id, because: "\(fault)")
            return .notSent
        } catch let fault as Undelivered {
            return try await note(fault, of: job, id)
        }
        try await letters.settle(id, of: job.partnership, .letterSent, at: now())
        try await queue.finish(job, at: now())
        return .sent
    }

    private func note(_ fault: Undelivered, of job: Job, _ id: ID<Letter>) async throws -> Outcome {
        if case .refused(let reason) = fault {
            try await giveUp(job, id, because: reason)
            return .notSent
        }
        logger.warning(
            "A letter could not be sent and will be tried again.",
            metadata: ["letter": "\(id)", "attempt": "\(job.attempt)", "reason": "\(fault)"])
        try await queue.fail(
            job, because: fault.description, againAt: now() + Self.delay(afterAttempt: job.attempt), at: now())
        if case .unreachable = fault { return .serverUnreachable }
        return .notSent
    }

    private func giveUp(_ job: Job, _ id: ID<Letter>, because reason: String) async throws {
        logger.error(
            "A letter was given up.", metadata: ["letter": "\(id)", "attempt": "\(job.attempt)", "reason": "\(reason)"])
        try await letters.settle(id, of: job.partnership, .letterGivenUp, because: reason, at: now())
        try await queue.fail(job, because: reason, againAt: nil, at: now())
    }

    /// A minute, two, four, … and an hour at the most.
    static func delay(afterAttempt attempt: Int) -> TimeInterval {
        min(pow(2, Double(attempt - 1)) * 60, 60 * 60)
    }
}
