/// Takes letters on their way.
public protocol MailSender: Sendable {
    /// Hands a message to whoever brings it to its reader. When this returns, they have it.
    ///
    /// - Throws: ``Undelivered``
    func deliver(_ message: Message) async throws(Undelivered)
}

/// Why a letter did not go, in words for the operator that repeat nothing of it.
public enum Undelivered: Error, Hashable, Sendable, CustomStringConvertible {
    /// This letter will never go: there is no such reader.
    case refused(String)
    /// This letter did not go now.
    case notNow(String)
    /// No letter goes now: the mail server can't be reached or used.
    case unreachable(String)

    public var description: String {
        switch self {
        case .refused(let reason), .notNow(let reason), .unreachable(let reason): reason
        }
    }
}

/// What there is where the operator named no mail server.
struct NoMailServer: MailSender {
    func deliver(_ message: Message) async throws(Undelivered) {
        throw .unreachable("no mail server is set: see --smtp")
    }
}
