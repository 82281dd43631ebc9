import Logging
import Notices
import ServiceLifecycle

/// Sends what waits in the outbox, as long as the program runs: as soon as somebody may have posted something, and from
/// time to time, for what could not be sent before and what another process posted.
struct LetterRound: Service {
    private let outbox: Outbox
    private let logger: Logger
    private let pause: @Sendable () async throws -> Void
    private let nudges: AsyncStream<Void>
    private let nudging: AsyncStream<Void>.Continuation

    /// - Parameter pause: waits until it is time to look again; throws when the program stops.
    init(
        _ outbox: Outbox, logger: Logger,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(30)) }
    ) {
        (self.outbox, self.logger, self.pause) = (outbox, logger, pause)
        // Any number of nudges while letters are being sent are one more look.
        (nudges, nudging) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Looks as soon as may be.
    func nudge() {
        nudging.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    repeat { nudge() } while (try? await pause()) != nil
                }
                for await _ in nudges { await look() }
                group.cancelAll()
            }
        }
    }

    private func look() async {
        do {
            try await outbox.deliverDue()
        } catch {
            logger.error("The outbox could not be looked at.", metadata: ["reason": "\(error)"])
        }
    }
}
