import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/account`: how one signs in oneself, and where one is signed in.
public struct AccountRoutes: Sendable {
    private let sessions: SessionStore
    private let passwords: PasswordStore
    private let secondFactors: SecondFactorStore
    private let people: PersonStore

    /// - Parameter news: tells a person what became of how they sign in.
    public init(
        _ database: Database, identities: Identities, sessions: SessionStore, workers: PasswordWorkers,
        news: any AccountNews
    ) {
        self.sessions = sessions
        passwords = PasswordStore(database, identities: identities, workers: workers, news: news)
        secondFactors = SecondFactorStore(database, identities: identities, news: news)
        people = PersonStore(database, identities: identities)
    }

    public func add(to routes: inout Routes) {
        let (site, sessions) = (routes.site, sessions)
        routes.members(.get, "/account", may: .keepOwnAccount) { request, context in
            let done = request.uri.queryParameters["done"].flatMap { AccountPage.Done(rawValue: String($0)) }
            return .page(try await account(context, done, at: site.now()).page(for: context.visit))
        }
        routes.members(.post, "/account/sessions/{session}/end", may: .keepOwnAccount) { _, context in
            guard let id = ID<Session>(context.parameters.get("session") ?? "") else { throw HTTPError(.notFound) }
            try await sessions.end(id, of: context.member, at: site.now())
            return .redirect(to: ("/account" as Address).asking(["done": AccountPage.Done.sessionEnded.rawValue]))
        }
        routes.members(.post, "/account/sessions/others/end", may: .keepOwnAccount) { _, context in
            try await sessions.endOthers(than: context.session, at: site.now())
            return .redirect(to: ("/account" as Address).asking(["done": AccountPage.Done.othersEnded.rawValue]))
        }
        // That somebody asked is all it takes: the session was seen before this was reached.
        routes.members(.post, "/account/presence", may: .keepOwnAccount) { _, _ in try .json(["isSignedIn": true]) }
        PasswordRoutes(passwords: passwords, people: people).add(to: &routes)
        SecondStepRoutes(store: secondFactors, people: people).add(to: &routes)
    }

    private func account(
        _ context: MemberContext, _ done: AccountPage.Done?, at time: Date
    ) async throws -> AccountPage {
        let id = context.member.id
        return try await AccountPage(
            session: context.session, email: people.person(id)?.details.email,
            hasPassword: passwords.hasPassword(id), secondFactor: secondFactors.secondFactor(of: id),
            sessions: sessions.open(of: id, at: time), done: done)
    }
}
