import Foundation
import Membership
import Partnership
import Storage

/// The people of an installation, as whoever runs it looks after them at the command line.
struct UserDesk: Sendable {
    private let installation: Installation
    private let people: PersonStore
    private let links: SignInLinkStore
    /// How people reach the site, without a `/` at the end.
    private let address: String
    private let news: AccountNotices

    /// - Parameters:
    ///   - settings: say how people reach the site.
    ///   - site: how they do, where that is said anew.
    init(_ installation: Installation, settings: Settings, site: String? = nil) {
        self.installation = installation
        people = PersonStore(installation.database, identities: installation.identities)
        links = SignInLinkStore(installation.database, identities: installation.identities)
        address = settings.baseAddress(
            port: settings.port, host: installation.partnership.host, toldAs: site)
        news = AccountNotices(
            identities: installation.identities, from: installation.profile.name, sendsMail: settings.mail != nil)
    }

    /// A line for everybody: their email address, how their membership stands, and their name.
    func list() async throws -> [String] {
        try await people.people().map { person in
            let email = person.details.email?.description ?? "(no email address)"
            return "\(email)\t\(person.state.rawValue)\t\(person.name)".forTerminal
        }
    }

    /// Makes a link by which somebody who was entered takes part from then on: they choose a password by it, or sign in with
    /// the one they have. Somebody new is entered first.
    ///
    /// - Parameter name: of somebody new.
    /// - Returns: the link.
    /// - Throws: ``UserFault``, `DatabaseFault`
    func invite(_ email: String, named name: String?) async throws -> String {
        let now = installation.now()
        var person = try await find(email)
        if person == nil, let name {
            guard let email = EmailAddress(email) else { throw UserFault.notAnAddress(email) }
            let details = PersonDetails(name: name, email: email, agency: nil)
            _ = try await people.add([details], by: .commandLine(), at: now)
            person = try await find(email.description)
        }
        guard let person else { throw UserFault.unknownWithoutName(email) }
        guard person.state == .invited || person.state == .active else {
            throw UserFault.isOut(email, person.state.rawValue)
        }
        // For somebody who takes part already, and has no password, it is a first one by another name.
        let (news, isReset) = (news, person.state == .active)
        let token = try await links.make(.invitation, for: person.id, by: .commandLine(), at: now) { db, link, _ in
            guard !isReset || !link.hasPassword else { throw UserFault.hasPassword(email) }
            if isReset { try news.tell(Self.reset(link, takesSecondStep: false, at: now), in: db) }
        }
        return "\(address)/invitation/\(token.text)"
    }

    /// Makes a link by which somebody chooses a new password.
    ///
    /// - Parameter secondStep: whether their second step is taken away too: for somebody whose telephone and recovery
    ///   codes are both gone. Be sure who asks.
    /// - Throws: ``UserFault``, `DatabaseFault`
    func reset(_ email: String, secondStep: Bool) async throws -> String {
        guard let person = try await find(email) else { throw UserFault.unknown(email) }
        guard person.state == .active else { throw UserFault.isOut(email, person.state.rawValue) }
        let now = installation.now()
        if secondStep {
            try await SecondFactorStore(installation.database, identities: installation.identities)
                .remove(from: person.id, by: .commandLine(), at: now)
        }
        let news = news
        let token = try await links.make(.reset, for: person.id, by: .commandLine(), at: now) { db, link, _ in
            try news.tell(Self.reset(link, takesSecondStep: secondStep, at: now), in: db)
        }
        return "\(address)/reset/\(token.text)"
    }

    /// Suspends somebody's membership: from this moment they may do nothing and are signed out everywhere.
    ///
    /// - Throws: ``UserFault``, ``MembershipRefusal``, `DatabaseFault`
    func disable(_ email: String, why: String?) async throws {
        guard let person = try await find(email) else { throw UserFault.unknown(email) }
        try await people.suspend(person.id, by: .commandLine(), why: why, at: installation.now())
    }

    private static func reset(_ link: SignInLink, takesSecondStep: Bool, at time: Date) -> AccountChange {
        AccountChange(
            .resetMade(takesSecondStep: takesSecondStep), of: link.person, named: link.name, at: link.email, on: time)
    }

    private func find(_ email: String) async throws -> Participant? {
        guard let email = EmailAddress(email) else { throw UserFault.notAnAddress(email) }
        return try await people.people().first { $0.details.email == email }
    }
}

/// Why something could not be done about somebody, and what to do.
enum UserFault: Error, Hashable, CustomStringConvertible {
    case notAnAddress(String)
    case unknown(String)
    case unknownWithoutName(String)
    case isOut(String, String)
    case hasPassword(String)

    var description: String {
        switch self {
        case .notAnAddress(let text): "‘\(text)’ is not an email address; one is like name@example.org."
        case .unknown(let email): "Nobody here has the address \(email). ‘frankpledge user list’ shows who there is."
        case .unknownWithoutName(let email):
            "Nobody here has the address \(email). To enter somebody new, say their name too: --name \"Ada Byron\"."
        case .isOut(let email, let state):
            "The membership of \(email) is \(state). An officer can change that, on the person’s page."
        case .hasPassword(let email):
            "\(email) takes part and has a password, so there is nothing to invite them to. If they have forgotten it: "
                + "frankpledge user reset \(email)"
        }
    }
}
