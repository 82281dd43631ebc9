import Foundation
import Hummingbird
import Membership
import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// Everything that decisions are recorded and planned with.
public struct DecisionDesk: Sendable {
    let drafts: DraftStore
    let rules: RegisterRulesStore
    let register: DecisionRegisterStore
    let publications: PublicationStore
    let database: Database
    let identities: Identities
    let bodies: any DecidingBodyDesk
    let resolutions: any ResolutionDesk
    var now: @Sendable () -> Date
    var today: @Sendable () -> Day

    public init(
        _ database: Database, identities: Identities, bodies: any DecidingBodyDesk, resolutions: any ResolutionDesk,
        now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        (self.database, self.identities, self.bodies, self.resolutions) = (database, identities, bodies, resolutions)
        drafts = DraftStore(database, identities: identities)
        rules = RegisterRulesStore(database)
        register = DecisionRegisterStore(database)
        publications = PublicationStore(database, identities: identities)
        (self.now, self.today) = (now, today)
    }

    /// From when notice is counted: now, or noon of the day it is for readers of an example.
    var moment: Date {
        let (now, today) = (now(), today())
        return Day(now) == today ? now : TimeOfDay(minutes: 12 * 60)?.moment(on: today) ?? now
    }

    func body(_ key: String) async throws -> DecidingBody? {
        guard !key.isEmpty else { return nil }
        return try await bodies.bodies().first { $0.key == key }
    }

    // MARK: Decisions

    /// A record with what its pages show of it.
    struct OpenedDecision {
        let draft: RegisterDraft<DecisionStatement>
        let published: RegisteredDecision?
        let body: DecidingBody?
        let missing: [MissingField]
        let warning: String?

        var address: Address { "/committees/decisions/\(draft.id)" }
        var title: String { draft.statement.title }
        /// Whether it says the same as what everybody reads.
        var isAsPublished: Bool {
            guard let published else { return false }
            var own = draft.statement
            own.callIn.period = published.statement.callIn.period
            return own == published.statement
        }
    }

    func decision(_ context: MemberContext) async throws -> OpenedDecision {
        guard let id = context.parameters.get("decision").flatMap({ ID<DraftRecord>($0) }),
            let draft = try await drafts.decision(id)
        else { throw HTTPError(.notFound) }
        return try await opened(draft)
    }

    func opened(_ draft: RegisterDraft<DecisionStatement>) async throws -> OpenedDecision {
        let body = try await body(draft.body)
        var published: RegisteredDecision?
        if let slug = draft.publication { published = try await register.decision(slug) }
        return OpenedDecision(
            draft: draft, published: published, body: body,
            missing: DecisionChecking(draft.statement, on: today()).missing,
            warning: StrategyWarning.words(
                for: draft.statement,
                isExecutive: body?.isExecutive ?? (draft.statement.maker.kind.map { $0 != .body } ?? false)))
    }

    /// Lays a decision before everybody.
    ///
    /// - Parameters:
    ///   - changes: what is different from the version before; nothing for the first.
    ///   - day: the day it is for readers; nil for that of the time.
    /// - Returns: what it is called in addresses.
    /// - Throws: ``DecisionsRefusal``, `PublishingRefusal`, `DatabaseFault`
    @discardableResult
    public func publish(
        decision id: ID<DraftRecord>, saying changes: [String] = [], by actor: Entry.Actor, at time: Date,
        on day: Day? = nil
    ) async throws -> String {
        let day = day ?? Day(time)
        guard let draft = try await drafts.decision(id) else { throw DecisionsRefusal.notHere }
        let opened = try await opened(draft)
        let missing = DecisionChecking(draft.statement, on: day).missing
        guard missing.isEmpty else { throw DecisionsRefusal.missing(missing.map(\.message)) }
        var statement = draft.statement
        let known = try await known(draft.publication, changes)
        statement.callIn.period = try await period(of: statement, opened, from: day, isFirst: known == nil)
        let slug = try await slug(draft.publication, statement.title)
        let version = try VersionDraft(
            .decision, slug: slug, page: DecisionBody(statement).frozen,
            files: [
                .init("decision.json", title: "The record for programs", type: .json, bytes: Self.record(statement))
            ],
            changes: changes)
        let number = (known?.versions.first?.number ?? 0) + 1
        try await publications.publish(version, after: number - 1, by: actor, at: time) { [statement] db in
            try db.register(statement, of: slug, version: number)
            if number == 1, let plan = try db.plans(called: statement.plan).first, plan.isAhead {
                try db.tell(
                    RegisterEvent(
                        .decided, on: statement.decidedOn ?? day, saying: slug, at: time, by: actor.shownName),
                    of: plan.slug)
            }
            try db.markPublished(draft.id, revision: draft.revision, as: slug)
        }
        return slug
    }

    /// As programs read it.
    static func record(_ statement: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try [UInt8](encoder.encode(statement))
    }

    /// A correction leaves the time for call-in as it was told.
    private func period(
        of statement: DecisionStatement, _ opened: OpenedDecision, from day: Day, isFirst: Bool
    ) async throws -> CallInTerms.Period? {
        guard statement.callIn.isSubject == true, statement.urgency.isUrgent != true else { return nil }
        if !isFirst, let told = opened.published?.statement.callIn.period { return told }
        return CallInTerms.Period(
            from: day, body: opened.body, rules: try await rules.rules(), closures: try await bodies.closures())
    }

    /// The publication there is already, whose next version must say what it changes.
    private func known(_ slug: String?, _ changes: [String]) async throws -> Publication? {
        guard let slug, let known = try await publications.publication(slug) else { return nil }
        guard !changes.isEmpty else { throw DecisionsRefusal.changesWanted }
        return known
    }

    private func slug(_ known: String?, _ title: String) async throws -> String {
        if let known { return known }
        return try await database.read { db in try db.freeSlug(title) }
    }

    // MARK: The forward plan

    /// A notice with what its pages show of it.
    struct OpenedPlan {
        let draft: RegisterDraft<PlanStatement>
        let published: PlannedDecision?
        let reckoning: NoticeReckoning?
        let missing: [MissingField]

        var address: Address { "/committees/forward-plan/\(draft.id)" }
        var title: String { draft.statement.title }
        var isAsPublished: Bool {
            guard let published else { return false }
            var own = draft.statement
            own.notice.given = published.statement.notice.given
            own.notice.deadline = published.statement.notice.deadline
            return own == published.statement
        }
    }

    func plan(_ context: MemberContext) async throws -> OpenedPlan {
        guard let id = context.parameters.get("entry").flatMap({ ID<DraftRecord>($0) }),
            let draft = try await drafts.plan(id)
        else { throw HTTPError(.notFound) }
        return try await opened(draft, at: moment)
    }

    func opened(_ draft: RegisterDraft<PlanStatement>, at time: Date) async throws -> OpenedPlan {
        let days = try await body(draft.body)?.noticeDays ?? NoticeReckoning.usualDays
        let closures = try await bodies.closures()
        let reckoning = draft.statement.from.map {
            NoticeReckoning(before: $0, days: days, publishedAt: time, closures: closures)
        }
        var published: PlannedDecision?
        if let slug = draft.publication { published = try await register.plan(slug) }
        let keepsDay = keepsDay(draft, published)
        let checking = PlanChecking(
            draft.statement, reckoning, on: Day(time), isPublished: keepsDay,
            isToldInPrivate: keepsDay && published?.statement.privacy.isPrivate == true)
        return OpenedPlan(draft: draft, published: published, reckoning: reckoning, missing: checking.missing)
    }

    /// A notice that was published stands as given in time, unless the decision is now to be made earlier.
    private func keepsDay(_ draft: RegisterDraft<PlanStatement>, _ published: PlannedDecision?) -> Bool {
        guard let told = published?.statement.from, let from = draft.statement.from else { return false }
        return from >= told
    }

    /// Lays a notice before everybody.
    ///
    /// - Returns: what it is called in addresses.
    /// - Throws: ``DecisionsRefusal``, `PublishingRefusal`, `DatabaseFault`
    @discardableResult
    public func publish(
        plan id: ID<DraftRecord>, saying changes: [String] = [], by actor: Entry.Actor, at time: Date,
        countedFrom moment: Date? = nil
    ) async throws -> String {
        guard let draft = try await drafts.plan(id) else { throw DecisionsRefusal.notHere }
        let opened = try await opened(draft, at: moment ?? time)
        guard opened.published?.isAhead != false else { throw DecisionsRefusal.planIsSettled }
        guard opened.missing.isEmpty else { throw DecisionsRefusal.missing(opened.missing.map(\.message)) }
        let known = try await known(draft.publication, changes)
        var statement = draft.statement
        let told = keepsDay(draft, opened.published) ? opened.published?.statement.notice : nil
        statement.notice.given = told?.given ?? opened.reckoning?.given.clearDays
        statement.notice.deadline = told?.deadline ?? opened.reckoning?.deadline.day
        let slug = try await slug(draft.publication, statement.title)
        let version = try VersionDraft(
            .plannedDecision, slug: slug, page: PlanBody(statement).frozen,
            files: [.init("notice.json", title: "The notice for programs", type: .json, bytes: Self.record(statement))],
            changes: changes)
        let number = (known?.versions.first?.number ?? 0) + 1
        try await publications.publish(version, after: number - 1, by: actor, at: time) { [statement] db in
            try db.register(statement, of: slug, version: number)
            try db.markPublished(draft.id, revision: draft.revision, as: slug)
        }
        return slug
    }
}
