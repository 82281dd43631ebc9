import CCurl

/// One conversation with a mail server. It blocks.
struct SMTPTransfer: Sendable {
    let message: Message
    let outgoing: OutgoingBytes
    let account: MailAccount
    let authorities: String?

    /// Seconds to be answered at all, and to be done.
    private static let connecting = 10
    private static let longest = 30

    /// Once for the whole process, before anything else of libcurl.
    private static let library: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// - Throws: ``Undelivered``
    func run() throws(Undelivered) {
        guard Self.library == CURLE_OK, let handle = curl_easy_init() else { throw .notNow("libcurl did not start") }
        let said = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        said.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let recipients = curl_slist_append(nil, "<\(message.recipient)>")
        defer {
            curl_easy_cleanup(handle)
            curl_slist_free_all(recipients)
            said.deallocate()
        }
        var settings = Settings(handle: handle)
        address(&settings)
        secure(&settings)
        settings.set(CURLOPT_MAIL_FROM, "<\(message.sender)>")
        settings.set(CURLOPT_UPLOAD, 1)
        settings.note(curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
        settings.note(curl_set_pointer(handle, CURLOPT_ERRORBUFFER, said))
        hand(&settings)
        // Nothing is begun where a setting was not taken: it might be the one that asks for encryption.
        guard settings.failure == CURLE_OK else { throw .notNow("libcurl does not know a setting") }
        let code = withExtendedLifetime(outgoing) { curl_easy_perform(handle) }
        guard code == CURLE_OK else { throw fault(code, String(cString: said)) }
    }

    /// What libcurl reads, and asks about once a second while it waits.
    private func hand(_ settings: inout Settings) {
        let pointer = Unmanaged.passUnretained(outgoing).toOpaque()
        settings.note(curl_set_pointer(settings.handle, CURLOPT_READDATA, pointer))
        settings.note(curl_set_reader(settings.handle) { OutgoingBytes.copy(to: $0, $1 * $2, from: $3) })
        settings.note(curl_set_pointer(settings.handle, CURLOPT_XFERINFODATA, pointer))
        settings.note(
            curl_set_watcher(settings.handle) { pointer, _, _, _, _ in OutgoingBytes.isStopped(pointer) ? 1 : 0 })
        settings.set(CURLOPT_NOPROGRESS, 0)
    }

    private func address(_ settings: inout Settings) {
        // What stands behind the slash is how we introduce ourselves.
        let domain = account.from.domain
        let own = domain.utf8.allSatisfy { $0 < 0x80 } ? domain : "localhost"
        settings.set(CURLOPT_URL, "\(account.server)/\(own)")
        settings.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // Whatever the environment says of proxies for the web.
        settings.set(CURLOPT_PROXY, "")
        settings.set(CURLOPT_NOSIGNAL, 1)
        settings.set(CURLOPT_CONNECTTIMEOUT, Self.connecting)
        settings.set(CURLOPT_TIMEOUT, Self.longest)
        if let user = account.user { settings.set(CURLOPT_USERNAME, user) }
        if let password = account.password { settings.set(CURLOPT_PASSWORD, password) }
    }

    /// S57: TLS 1.2 or later, the certificate and the name in it checked.
    private func secure(_ settings: inout Settings) {
        let level = account.server.encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        settings.set(CURLOPT_USE_SSL, Int(level.rawValue))
        settings.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        settings.set(CURLOPT_SSL_VERIFYPEER, 1)
        settings.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities { settings.set(CURLOPT_CAINFO, authorities) }
    }

    /// libcurl's word for the operator: whose fault it is, and what it means.
    private func fault(_ code: CURLcode, _ said: String) -> Undelivered {
        let server = "\(account.server)"
        let detail = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .unreachable("the name of the mail server \(server) is not known")
        case CURLE_COULDNT_CONNECT: return .unreachable("the mail server \(server) does not answer")
        case CURLE_OPERATION_TIMEDOUT: return .unreachable("the mail server \(server) took too long")
        case CURLE_USE_SSL_FAILED:
            return .unreachable("the mail server \(server) offers no encryption, without which nothing is sent")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            return .unreachable("the mail server \(server) could not prove who it is: \(detail)")
        case CURLE_ABORTED_BY_CALLBACK: return .unreachable("the program is stopping")
        case CURLE_LOGIN_DENIED: return .unreachable("the mail server \(server) refused the user or the password")
        // 5xx says that this reader will never have it; 4xx that they may have it later (RFC 5321, 4.2.1).
        case CURLE_SEND_ERROR where said.hasPrefix("RCPT failed: 5"):
            return .refused("the mail server \(server) refused the recipient: \(detail)")
        default: return .notNow("the mail server \(server): \(detail)")
        }
    }

    /// The settings of a handle, and the first that was not taken.
    private struct Settings {
        let handle: UnsafeMutableRawPointer
        private(set) var failure = CURLE_OK

        init(handle: UnsafeMutableRawPointer) {
            self.handle = handle
        }

        mutating func set(_ option: CURLoption, _ text: String) {
            note(curl_set_text(handle, option, text))
        }

        mutating func set(_ option: CURLoption, _ number: Int) {
            note(curl_set_number(handle, option, number))
        }

        mutating func note(_ code: CURLcode) {
            if failure == CURLE_OK { failure = code }
        }
    }
}
