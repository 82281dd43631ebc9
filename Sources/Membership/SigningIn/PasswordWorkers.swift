import Foundation
import Storage
import Synchronization

/// Hashes and checks passwords, as many at once as there are processors and no more: each takes 19 MiB, and a thousand
/// people signing in together must not take the machine’s memory (S25). The rest wait their turn.
public final class PasswordWorkers: Sendable {
    /// Beyond this nobody waits: they would have given up before their turn.
    private static let longestQueue = 400

    private let queue: OperationQueue
    private let waiting = Mutex(0)
    private let cost: PasswordHash.Cost
    /// What is checked for somebody who is not known, so that it takes as long (S32).
    private let nobodysHash = Mutex<PasswordHash?>(nil)

    public convenience init() {
        self.init(cost: .house)
    }

    init(cost: PasswordHash.Cost) {
        self.cost = cost
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
        queue.qualityOfService = .utility
    }

    func hash(_ password: Password, salt: [UInt8]) async throws -> PasswordHash {
        let cost = cost
        return try await work { Result { try PasswordHash(of: password, salt: salt, cost: cost) } }.get()
    }

    /// - Parameter hash: nil for somebody who is not known or has no password: no, after as long.
    func check(_ password: Password, against hash: PasswordHash?) async throws -> Bool {
        let stand = try hash ?? nobodys()
        let isRight = try await work { stand.isOf(password) }
        return isRight && hash != nil
    }

    private func nobodys() throws -> PasswordHash {
        try nobodysHash.withLock { known in
            if let known { return known }
            let hash = try PasswordHash(of: Password(typed: ""), salt: [UInt8](repeating: 0, count: 16), cost: cost)
            known = hash
            return hash
        }
    }

    func isOutOfDate(_ hash: PasswordHash) -> Bool {
        hash.isOutOfDate(at: cost)
    }

    private func work<Outcome: Sendable>(_ body: @escaping @Sendable () -> Outcome) async throws -> Outcome {
        let isRoom = waiting.withLock { count in
            count += count < Self.longestQueue ? 1 : 0
            return count < Self.longestQueue
        }
        guard isRoom else { throw SignInRefusal.tooManyAtOnce }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: body()) }
        }
    }
}
