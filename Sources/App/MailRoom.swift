import Logging
import Notices
import Storage

/// What the program does about mail: it sends what was posted, and posts what people chose to be written about.
struct MailRoom: Sendable {
    let letters: LetterRound
    private let sites: Sites

    init(_ installation: Installation, settings: Settings, sites: Sites, logger: Logger) {
        self.sites = sites
        letters = LetterRound(
            Outbox(installation.records, account: settings.mail, logger: logger, now: installation.now),
            posting: { try await Self.post(from: sites) { try await $0.postAtOnce() } }, logger: logger)
    }

    /// The morning's letters of every partnership.
    ///
    /// - Throws: the fault of the last that could not be posted.
    @Sendable
    func postDigests(_ job: Job) async throws {
        try await Self.post(from: sites) { try await $0.run(job) }
    }

    /// One partnership whose letters cannot be posted keeps no other from theirs.
    private static func post(from sites: Sites, _ post: (NoticeMail) async throws -> Void) async throws {
        var fault: (any Error)?
        for notices in sites.all.compactMap(\.notices) {
            do { try await post(notices) } catch { fault = error }
        }
        if let fault { throw fault }
    }
}
