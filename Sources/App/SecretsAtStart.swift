import Logging
import Membership
import Storage

extension Installation {
    /// Wraps what is not wrapped yet, and tells the operator of what cannot be opened any more.
    ///
    /// - Throws: `DatabaseFault`
    func wrapSecrets(logger: Logger) async throws {
        let found = try await SecondFactorStore(database, identities: identities)
            .wrapSecrets(by: .job("start"), at: now())
        if found.wrapped > 0 {
            logger.notice(
                "Secrets of second steps were wrapped with the installation’s key.",
                metadata: ["secrets": "\(found.wrapped)"])
        }
        guard found.lost > 0 else { return }
        logger.warning(
            """
            Some second steps were wrapped with a key that is not here. Those people sign in by their recovery codes. Put \
            the key back if you have a copy of its file; if it is lost, take those second steps away with ‘frankpledge \
            user reset --second-step’, so that they can be set up anew.
            """,
            metadata: ["secondSteps": "\(found.lost)"])
    }
}
