import Foundation
import Storage

/// What counts wrong tries at one thing, and how many it allows.
struct Guard: Sendable {
    let key: TallyKey
    let throttle: Throttle

    init(_ key: TallyKey, _ throttle: Throttle) {
        (self.key, self.throttle) = (key, throttle)
    }
}

extension Database {
    /// Where tries at passwords and codes are counted. How somebody signs in is the installation’s: whoever guesses has no more
    /// tries for there being more partnerships.
    private var ofInstallation: Database { opened(for: .installation) }

    /// Counts a try against what guards an account.
    ///
    /// - Throws: ``SignInRefusal/wait(_:)`` where there were too many; `DatabaseFault`
    func pass(_ guards: [Guard], at time: Date) async throws {
        let (keys, throttles) = (guards.map(\.key), guards.map(\.throttle))
        guard
            try await !isAllowed(
                keys, at: time, forgettingAfter: Throttle.memory,
                where: { tallies in
                    zip(throttles, tallies).allSatisfy { $0.wait(after: $1, at: time) == nil }
                })
        else { return }
        let waits = try await ofInstallation.read { db in
            try zip(keys, throttles).compactMap { try $1.wait(after: db.tally($0), at: time) }
        }
        throw SignInRefusal.wait(waits.max() ?? 1)
    }

    /// Counts one more of each in the whole installation, where that may be.
    ///
    /// - Returns: whether it may.
    func isAllowed(
        _ keys: [TallyKey], at time: Date, forgettingAfter memory: TimeInterval,
        where mayCount: @escaping @Sendable ([Tally?]) -> Bool
    ) async throws -> Bool {
        try await ofInstallation.count(keys, at: time, forgettingAfter: memory, if: mayCount)
    }

    /// Whoever knew the right one is told of no wrong ones any more.
    func forgive(_ guards: [Guard]) async throws {
        try await ofInstallation.forget(guards.map(\.key))
    }
}
