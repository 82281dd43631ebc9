import Foundation
import Membership
import Participation
import Partnership
import Storage

/// Forgets every night what was kept for a while only: how often somebody tried, what came of forms that nobody sends again by
/// now, and how to reach those of the public who brought something before a meeting long ago.
struct NightlyForgetting: Sendable {
    static let schedule = Schedule(Job.Kind("forgetting"), dailyAt: 3, 30)
    private static let day: TimeInterval = 24 * 60 * 60

    private let installation: Installation
    private let now: @Sendable () -> Date

    init(of installation: Installation, now: @escaping @Sendable () -> Date) {
        (self.installation, self.now) = (installation, now)
    }

    /// - Throws: `DatabaseFault`
    @Sendable
    func run(_: Job) async throws {
        let records = installation.records
        try await records.forgetTallies(before: now() - 2 * Self.day)
        try await records.forgetKeptResults(before: now() - 7 * Self.day)
        for partnership in try await installation.partnerships() {
            let time = now()
            try await SubmissionStore(partnership.database, identities: partnership.identities).eraseContacts(
                keptUntilBefore: partnership.profile.today(at: time), by: .job("forgetting"), at: time)
        }
    }
}
