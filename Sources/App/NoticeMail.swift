import Foundation
import Logging
import Membership
import Notices
import Partnership
import Storage

/// Posts letters about new notices: to some at once, to others each morning, as each of them chose.
struct NoticeMail: Sendable {
    static let kind = Job.Kind("notice digest")
    /// Before people begin to work.
    static let schedule = Schedule(kind, dailyAt: 7, 30)
    /// What is older is no news any more, as after mail was set up for the first time.
    private static let freshness: TimeInterval = 7 * 24 * 60 * 60

    private let notices: NoticeStore
    private let people: PersonStore
    private let identities: Identities
    private let letters: NoticeLetter
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// - Parameter site: where people open it, without a slash at its end.
    init(_ installation: Installation, site: String, logger: Logger) {
        notices = NoticeStore(installation.database)
        people = PersonStore(installation.database, identities: installation.identities)
        identities = installation.identities
        letters = NoticeLetter(from: installation.profile.name, at: site)
        now = installation.now
        self.logger = logger
    }

    /// The morning's letters. Done again after it was broken off, it writes to nobody twice.
    ///
    /// - Throws: `DatabaseFault`, or the fault of the last letter that could not be posted.
    @Sendable
    func run(_: Job) async throws {
        try await post(to: .daily)
    }

    /// Letters to those who chose to be written to at once.
    ///
    /// - Throws: `DatabaseFault`, or the fault of the last letter that could not be posted.
    @Sendable
    func postAtOnce() async throws {
        try await post(to: .atOnce)
    }

    private func post(to choice: NoticeChoice) async throws {
        let start = now() - Self.freshness
        var fault: (any Error)?
        for person in try await notices.awaiting(choice, since: start, as: Person.self) {
            // S43: nobody is told anything whose membership is not active.
            guard let participant = try await people.person(person), participant.state == .active,
                let address = participant.details.email?.description
            else { continue }
            do {
                _ = try await notices.mail(person, since: start, id: identities.new(at: now()), at: now()) {
                    letters.letter(to: address, named: participant.name, about: $0, choice)
                }
            } catch {
                // One that cannot be posted keeps nobody else from theirs.
                logger.error("A letter of notices could not be posted.", metadata: ["reason": "\(error)"])
                fault = error
            }
        }
        if let fault { throw fault }
    }
}
