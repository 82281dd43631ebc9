import Foundation
import Storage

/// Forgets every night what was kept for a while only: how often somebody tried, and what came of forms that nobody
/// sends again by now.
struct NightlyForgetting: Sendable {
    static let schedule = Schedule(Job.Kind("forgetting"), dailyAt: 3, 30)
    private static let day: TimeInterval = 24 * 60 * 60

    let records: Database
    let now: @Sendable () -> Date

    /// - Throws: `DatabaseFault`
    @Sendable
    func run(_: Job) async throws {
        try await records.forgetTallies(before: now() - 2 * Self.day)
        try await records.forgetKeptResults(before: now() - 7 * Self.day)
    }
}
