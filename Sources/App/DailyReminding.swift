import Foundation
import Meetings
import Membership
import Partnership
import Storage

/// Reminds clerks every morning of what they said they would look at again: whether papers are still kept from the public (D78).
struct DailyReminding: Sendable {
    static let schedule = Schedule(Job.Kind("reminding"), dailyAt: 6, 30)

    private let installation: Installation
    private let now: @Sendable () -> Date

    init(of installation: Installation, now: @escaping @Sendable () -> Date) {
        (self.installation, self.now) = (installation, now)
    }

    /// - Throws: `DatabaseFault`
    @Sendable
    func run(_: Job) async throws {
        for partnership in try await installation.partnerships() {
            let time = now()
            try await ReviewStore(partnership.database, identities: partnership.identities).remind(
                on: partnership.profile.today(at: time), by: .job("reminding"), at: time)
        }
    }
}
