import Storage

/// From where somebody tries to sign in.
public struct Caller: Sendable, Hashable {
    /// The network address the request came from; only its hash is kept.
    public let address: String
    /// “Firefox on Windows”: what a person knows their browser by.
    public let browser: String
    /// What this browser was given when somebody signed in on it before.
    let known: SessionToken?

    public init(address: String, browser: String, known: SessionToken?) {
        self.address = address
        self.browser = browser
        self.known = known
    }

    /// What is counted against wrong tries for an account from here, with what each allows.
    ///
    /// - Parameter email: the account's; nil for what is no email address, and so nobody's account.
    func guards(of email: EmailAddress?, isKnown: Bool) -> [Guard] {
        guard let account = email?.description else { return [Guard(TallyKey("address", address), .address)] }
        if isKnown, let known { return [Guard(TallyKey("known browser", account, known.text), .knownBrowser)] }
        return [
            Guard(TallyKey("account from address", account, address), .pair),
            Guard(TallyKey("account", account), .account),
            Guard(TallyKey("address", address), .address),
        ]
    }

    /// The same against wrong codes of the second step: whoever has the password, and tries codes from elsewhere, does
    /// not make the owner wait at a browser on which they took both steps before.
    func guards(ofCodesOf person: ID<Person>, isKnown: Bool) -> [Guard] {
        let account = person.description
        if isKnown, let known { return [Guard(TallyKey("code on known browser", account, known.text), .knownBrowser)] }
        return [
            Guard(TallyKey("code from address", account, address), .pair), Guard(TallyKey("code", account), .code),
        ]
    }
}
