import Logging
import Notices

/// What the program does about mail: it sends what was posted, and posts what people chose to be written about.
struct MailRoom: Sendable {
    let letters: LetterRound
    /// Nil where no mail is sent.
    let notices: NoticeMail?

    init(_ installation: Installation, settings: Settings, logger: Logger) {
        let site = settings.baseAddress(port: settings.port)
        let notices = settings.mail.map { _ in NoticeMail(installation, site: site, logger: logger) }
        self.notices = notices
        letters = LetterRound(
            Outbox(installation.records, account: settings.mail, logger: logger, now: installation.now),
            posting: { try await notices?.postAtOnce() }, logger: logger)
    }
}
