import Dispatch

/// Hands letters to a mail server by SMTP.
public struct SMTP: MailSender {
    private let account: MailAccount
    private let authorities: String?
    /// libcurl waits for the network, and the threads that Swift's tasks share must not.
    private let queue = DispatchQueue(label: "frankpledge mail")

    /// - Parameter authorities: a file of the certificate authorities to trust; nil trusts the system's.
    public init(_ account: MailAccount, authorities: String? = nil) {
        self.account = account
        self.authorities = authorities
    }

    public func deliver(_ message: Message) async throws(Undelivered) {
        let outgoing = OutgoingBytes(message.bytes)
        let transfer = SMTPTransfer(
            message: message, outgoing: outgoing, account: account, authorities: authorities)
        let result: Result<Void, Undelivered> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    continuation.resume(returning: Result { () throws(Undelivered) in try transfer.run() })
                }
            }
        } onCancel: {
            outgoing.stop()
        }
        try result.get()
    }
}
