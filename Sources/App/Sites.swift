import DataRegister
import Foundation
import Hummingbird
import Logging
import Membership
import Partnership
import Press
import Storage
import Synchronization
import Web

/// The sites of an installation's partnerships, each at its host name. What names none of them is the first's: with one
/// partnership, every host is.
final class Sites: Sendable {
    private struct State {
        /// Those that were entered first, first.
        var all: [PartnershipSite] = []
        var byHost: [HostName: PartnershipSite] = [:]
        var isKnown: Set<ID<Tenant>> = []
        /// The looks that were begun, and the last of them whose outcome stands.
        var begun = 0
        var standing = 0
        var welcome: (@Sendable (PartnershipSite) async -> Void)?
    }

    private let state = Mutex(State())
    private let installation: Installation
    private let signIn: SignInAddresses
    private let settings: Settings
    private let press: Press
    private let logger: Logger
    private let entrance: Entrance
    private let workers = PasswordWorkers()
    private let elapsed = Kit.sinceStart()
    private let looking: LookingTurns
    private let startedAt: Date

    /// - Parameters:
    ///   - installation: opened for the partnership that was entered first.
    ///   - signIn: that partnership's one-time addresses.
    ///   - looking: in which all partnerships' files are looked at.
    init(
        of installation: Installation, settings: Settings, press: Press, signIn: SignInAddresses,
        looking: LookingTurns, logger: Logger
    ) {
        (self.installation, self.settings, self.press) = (installation, settings, press)
        (self.signIn, self.looking, self.logger) = (signIn, looking, logger)
        startedAt = installation.now()
        entrance = Entrance(settings.limits, elapsed: elapsed)
    }

    var all: [PartnershipSite] { state.withLock(\.all) }

    /// Whose site a request is for.
    ///
    /// - Parameter authority: the host it asks for, and perhaps a port.
    func site(for authority: String?) -> PartnershipSite? {
        let host = authority.flatMap { HostName(authority: $0) }
        return state.withLock { state in host.flatMap { state.byHost[$0] } ?? state.all.first }
    }

    /// Tells every site there is, and from then on every new one.
    func announce(_ welcome: @escaping @Sendable (PartnershipSite) async -> Void) async {
        let all = state.withLock { state in
            state.welcome = welcome
            return state.all
        }
        for site in all { await welcome(site) }
    }

    /// Looks at which partnerships there are and what each says of itself, and puts together anew the site of each that
    /// is not as it was: its officers may have changed that, or another process entered one.
    ///
    /// - Throws: `DatabaseFault`
    func refresh() async throws {
        let look = state.withLock { state in
            state.begun += 1
            return state.begun
        }
        let known = Dictionary(uniqueKeysWithValues: all.map { ($0.installation.partnership.id, $0) })
        var sites: [PartnershipSite] = []
        for installation in try await installation.partnerships() {
            let before = known[installation.partnership.id]
            let isAsBefore = before?.installation.partnership == installation.partnership
            if isAsBefore, let before {
                sites.append(before)
            } else {
                sites.append(try await open(installation, before))
            }
        }
        await take(sites, of: look)
    }

    /// Puts a site together; what is under way at its desk, and its one-time addresses, stay.
    private func open(_ installation: Installation, _ before: PartnershipSite?) async throws -> PartnershipSite {
        let isFirst = installation.partnership.id == self.installation.partnership.id
        return try await PartnershipSite.open(
            installation, desk: before?.desk ?? installation.importDesk(logger: logger),
            looking: before?.looking ?? installation.mappingDesk(settings, looking),
            signIn: before?.signIn ?? (isFirst ? signIn : SignInAddresses(SignInAddress(at: installation.now()))),
            PartnershipSite.Surroundings(
                settings: settings, press: press, entrance: entrance, workers: workers, elapsed: elapsed,
                startedAt: startedAt,
                logger: logger, changed: { [weak self] in try await self?.refresh() }))
    }

    private func take(_ sites: [PartnershipSite], of look: Int) async {
        let (new, welcome) = state.withLock { state in
            // One that looked earlier and took longer knows less.
            guard look > state.standing else { return ([PartnershipSite](), state.welcome) }
            state.standing = look
            state.all = sites
            state.byHost = Dictionary(
                sites.compactMap { site in site.installation.partnership.host.map { ($0, site) } },
                uniquingKeysWith: { first, _ in first })
            let new = sites.filter { state.isKnown.insert($0.installation.partnership.id).inserted }
            return (new, state.welcome)
        }
        for site in new { await welcome?(site) }
    }
}

/// Hands each request to the site it is for. A form that was sent may have posted a letter, which then goes at once.
struct SitesResponder: HTTPResponder {
    let sites: Sites
    let letters: LetterRound

    func respond(to request: Request, context: WebContext) async throws -> Response {
        defer { if request.method == .post { letters.nudge() } }
        guard let site = sites.site(for: request.head.authority) else { throw HTTPError(.serviceUnavailable) }
        return try await site.responder.respond(to: request, context: context)
    }
}
