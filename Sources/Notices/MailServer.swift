import Foundation

/// Where mail is handed over: `smtp://mail.example.org:587`, or `smtps://` where encryption comes before the first word.
public struct MailServer: Sendable, Hashable, LosslessStringConvertible {
    /// How what is said is kept from others on the way (S57).
    enum Encryption: Sendable {
        /// STARTTLS, or nothing is sent.
        case asked
        /// From the first byte.
        case fromTheStart
        /// None: it never leaves this machine.
        case none
    }

    let host: String
    let port: Int
    let encryption: Encryption

    /// Nil for what is not such an address, and for one with a user or a password in it: it would stand in lists of
    /// processes (S58).
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "smtp" || scheme == "smtps", let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil,
            host.unicodeScalars.allSatisfy({ $0.isASCII && !$0.endsALine }),
            (1...65535).contains(parts.port ?? 587)
        else { return nil }
        self.host = host.lowercased()
        port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        encryption = scheme == "smtps" ? .fromTheStart : Self.isThisMachine(self.host) ? .none : .asked
    }

    /// The same, with STARTTLS whatever the machine.
    var asking: MailServer { MailServer(host: host, port: port, encryption: .asked) }

    private init(host: String, port: Int, encryption: Encryption) {
        (self.host, self.port, self.encryption) = (host, port, encryption)
    }

    public var description: String { "\(encryption == .fromTheStart ? "smtps" : "smtp")://\(host):\(port)" }

    private static func isThisMachine(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}

/// How mail is sent: where to, in whose name, and by what account.
public struct MailAccount: Sendable {
    public let server: MailServer
    public let from: Mailbox
    let user: String?
    let password: String?

    /// - Parameter user: nil where the server asks for none.
    public init(server: MailServer, from: Mailbox, user: String? = nil, password: String? = nil) {
        self.server = server
        self.from = from
        self.user = user
        self.password = password
    }
}

extension MailAccount: CustomStringConvertible, CustomReflectable {
    /// Without the password, wherever it is printed (S58).
    public var description: String { "\(server) as \(from.address)" }
    public var customMirror: Mirror { Mirror(self, children: ["server": server, "from": from]) }
}
