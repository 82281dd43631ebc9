import Foundation
import Logging
import Storage

/// Notices when the clock is set back. Entries stay in their order, which is by number, but their times no longer are;
/// whoever reads them later has to know (S125).
struct ClockWatch: Sendable {
    private let records: Database
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let elapsed: @Sendable () -> TimeInterval
    private let pause: @Sendable () async throws -> Void

    /// In seconds: what is put right by less is nothing to speak of.
    private static let tolerance: TimeInterval = 5

    /// - Parameters:
    ///   - now: the clock that can be set.
    ///   - elapsed: seconds by a clock that can't.
    ///   - pause: waits until it is time to look again; throws when the program stops.
    init(
        _ installation: Database, logger: Logger, now: @escaping @Sendable () -> Date,
        elapsed: @escaping @Sendable () -> TimeInterval = Self.sinceStart(),
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(30)) }
    ) {
        (records, self.logger, self.now, self.elapsed, self.pause) = (installation, logger, now, elapsed, pause)
    }

    private static func sinceStart() -> @Sendable () -> TimeInterval {
        let start = ContinuousClock.now
        return { start.duration(to: .now) / .seconds(1) }
    }

    func run() async {
        var last = (time: now(), elapsed: elapsed())
        while (try? await pause()) != nil {
            let next = (time: now(), elapsed: elapsed())
            let step = next.time.timeIntervalSince(last.time) - (next.elapsed - last.elapsed)
            if step < -Self.tolerance { await tell(seconds: Int(-step.rounded()), at: next.time) }
            last = next
        }
    }

    private func tell(seconds: Int, at time: Date) async {
        logger.warning("The clock was set back.", metadata: ["seconds": "\(seconds)"])
        do {
            try await records.write(
                Entry(
                    .clockSetBack, of: .init("clock", ""), by: .job("clock watch"), at: time,
                    changes: [.init("seconds", from: Int?.none, to: seconds)])
            ) { _ in }
        } catch {
            logger.error("It could not be recorded that the clock was set back.", metadata: ["reason": "\(error)"])
        }
    }
}

extension Act {
    static let clockSetBack = Act(
        "clock set back", "The clock of the machine was set back: times before and after are not in order.")
}
