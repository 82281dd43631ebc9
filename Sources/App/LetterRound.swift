import Logging
import Notices
import ServiceLifecycle

/// Sends what waits in the outbox, as long as the program runs: as soon as somebody may have posted something, and from
/// time to time, for what could not be sent before and what another process posted.
struct LetterRound: Service {
    private let outbox: Outbox
    private let posting: @Sendable () async throws -> Void
    private let logger: Logger
    private let pause: @Sendable () async throws -> Void
    private let nudges: AsyncStream<Void>
    private let nudging: AsyncStream<Void>.Continuation

    /// - Parameters:
    ///   - posting: posts what is to be written about since the last look.
    ///   - pause: waits until it is time to look again; throws when the program stops.
    init(
        _ outbox: Outbox, posting: @escaping @Sendable () async throws -> Void = {}, logger: Logger,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(30)) }
    ) {
        (self.outbox, self.posting, self.logger, self.pause) = (outbox, posting, logger, pause)
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
            try await posting()
        } catch {
            logger.error("What is new could not be written about.", metadata: ["reason": "\(error)"])
        }
        do {
            try await outbox.deliverDue()
        } catch {
            logger.error("The outbox could not be looked at.", metadata: ["reason": "\(error)"])
        }
    }
}
