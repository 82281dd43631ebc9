import Configuration
import Foundation
import Notices

extension Settings {
    /// The mail server, whom mail comes from, and the account at the server, which is said in the environment or a file
    /// and never on the command line (S58).
    static func mail(_ config: ConfigReader) throws(SettingsFault) -> MailAccount? {
        let (smtp, mailFrom) = (config.string(forKey: "smtp"), config.string(forKey: "mailFrom"))
        guard smtp != nil || mailFrom != nil else { return nil }
        guard let smtp, let mailFrom else { throw .mail(.half(isServerThere: smtp != nil)) }
        guard let server = MailServer(smtp) else { throw .mail(.notAServer) }
        guard let from = Mailbox(mailFrom) else { throw .mail(.notAMailbox(mailFrom)) }
        let user = config.string(forKey: "smtpUser")
        let password = try password(config)
        guard (user == nil) == (password == nil) else { throw .mail(.halfAnAccount) }
        return MailAccount(server: server, from: from, user: user, password: password)
    }

    private static func password(_ config: ConfigReader) throws(SettingsFault) -> String? {
        guard let path = config.string(forKey: "smtpPasswordFile") else {
            return config.string(forKey: "smtpPassword", isSecret: true)
        }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let bytes = FileManager.default.contents(atPath: path)
        else { throw .mail(.passwordFile(path, isThere: false)) }
        let permissions = (attributes[.posixPermissions] as? Int) ?? 0o777
        guard permissions & 0o077 == 0 else { throw .mail(.passwordFile(path, isThere: true)) }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}

/// What was said of mail makes no sense.
public enum MailSettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
    case half(isServerThere: Bool)
    case notAServer
    case notAMailbox(String)
    case halfAnAccount
    case passwordFile(String, isThere: Bool)

    public var description: String {
        switch self {
        case .half(isServerThere: true):
            "The setting ‘smtp’ names a mail server; say too whom mail comes from, with ‘mail-from’, like "
                + "Safer Thanet <safer@example.org>."
        case .half(isServerThere: false):
            "The setting ‘mail-from’ says whom mail comes from; name the mail server too, with ‘smtp’, like "
                + "smtp://mail.example.org:587."
        // It may hold a password, so it is not repeated.
        case .notAServer:
            "The setting ‘smtp’ must be a mail server, like smtp://mail.example.org:587 or smtps://mail.example.org. "
                + "An account goes into FRANKPLEDGE_SMTP_USER and FRANKPLEDGE_SMTP_PASSWORD."
        case .notAMailbox(let text):
            "The setting ‘mail-from’ is ‘\(text)’; it must be like Safer Thanet <safer@example.org>."
        case .halfAnAccount:
            "An account at the mail server has a user and a password: FRANKPLEDGE_SMTP_USER, and "
                + "FRANKPLEDGE_SMTP_PASSWORD or FRANKPLEDGE_SMTP_PASSWORD_FILE."
        case .passwordFile(let path, isThere: false):
            "The file of the mail server’s password, ‘\(path)’, is not there, or you may not read it."
        case .passwordFile(let path, isThere: true):
            "The file of the mail server’s password, ‘\(path)’, can be read by others. Close it: chmod 600."
        }
    }
}
