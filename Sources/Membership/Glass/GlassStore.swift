import Foundation
import Storage

/// Breaking the glass: a permission for a limited time, with a reason, before witnesses, and on record (S46).
///
/// It is bound to the session in which it was proved who asks: when that ends, for whatever reason, so does it.
public struct GlassStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let permissions: Set<Permission>
    private let news: (any GlassNews)?

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - news: tells the witnesses; nil tells nobody, and is for those who break nothing.
    public init(
        _ database: Database, identities: Identities, permissions: Set<Permission>, news: (any GlassNews)? = nil
    ) {
        self.database = database
        self.identities = identities
        self.permissions = permissions
        self.news = news
    }

    /// What a member could take in an emergency: what is declared so and is not theirs anyway, by name.
    public func breakable(by member: Member) -> [Permission] {
        permissions.filter { $0.emergency != nil && !member.holds($0) }.sorted { $0.name < $1.name }
    }

    /// Who would be told if somebody broke the glass.
    ///
    /// - Throws: `DatabaseFault`
    public func witnesses(besides person: ID<Person>, at time: Date) async throws -> [Participant] {
        try await database.read { db in
            try db.witnesses(besides: person, at: time)
        }
    }

    /// Takes a permission for a while; everybody who oversees it is told.
    ///
    /// - Throws: ``GlassRefusal``, `DatabaseFault`
    public func breakGlass(
        for permission: Permission, _ span: BrokenGlass.Span, because given: String, in session: Session, at time: Date
    ) async throws {
        let reason = given.trimmingCharacters(in: .whitespacesAndNewlines)
        guard reason.count <= BrokenGlass.longestReason else { throw GlassRefusal.reasonIsLong }
        guard BrokenGlass.isReason(reason) else { throw GlassRefusal.noReason }
        let (id, permissions, news): (ID<BrokenGlass>, _, _) = (identities.new(at: time), permissions, news)
        let entry = Entry(
            .glassBroken, of: .init("broken glass", id), by: session.member.actor, at: time, why: reason,
            changes: [.init("permission", from: String?.none, to: permission.name)])
        try await database.write(entry) { db in
            let breaker = try db.mayBreak(permission, in: session, permissions, at: time)
            let witnesses = try db.witnesses(besides: breaker.id, at: time)
            guard !witnesses.isEmpty else { throw GlassRefusal.nobodyToTell }
            let end = min(time + span.seconds, try db.end(of: session.id) ?? time)
            let glass = BrokenGlass(
                id: id, person: breaker.id, name: breaker.name, permission: permission.name, reason: reason,
                beganAt: time, endsAt: end, ending: nil)
            try db.insert(glass, in: session.id)
            db.changed("until", from: Date?.none, to: end)
            try news?.tell(glass, of: permission, by: breaker, to: witnesses, in: db)
        }
    }

    /// Ends it before its time: one's own, or, for those who oversee it, anybody's.
    ///
    /// - Throws: ``GlassRefusal``, `DatabaseFault`
    public func end(_ id: ID<BrokenGlass>, by member: Member, at time: Date) async throws {
        let entry = Entry(.glassEnded, of: .init("broken glass", id), by: member.actor, at: time)
        let news = news
        try await database.write(entry) { db in
            guard let glass = try db.glass(id), glass.person == member.id || member.holds(.overseeGlass) else {
                throw GlassRefusal.notHere
            }
            guard glass.isOpen(at: time) else { throw GlassRefusal.isOver }
            try db.run(
                """
                UPDATE broken_glass SET ended_at = \(time), ended_by = \(member.id)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
            db.changed("permission", from: glass.permission, to: String?.none)
            guard glass.person != member.id, let ended = try db.glass(id) else { return }
            try news?.tellEnded(ended, in: db)
        }
    }

    /// Notes that somebody who broke the glass opens an address, the first time they do. While the glass is broken all
    /// they open is noted, not only what it opened: a first page may show what only it lets them see. The pictures of a
    /// page that is noted are part of it.
    ///
    /// - Throws: `DatabaseFault`
    public func note(_ address: String, openedIn session: Session, for permission: Permission, at time: Date)
        async throws
    {
        let member = session.member
        let broken = member.brokenGlass.map(\.id)
        let covering = address.hasSuffix(".svg") ? Self.andAbove(address) : [address]
        let known: Int? = try await database.read { db in
            try db.value(
                """
                SELECT count(DISTINCT glass) AS n FROM glass_use
                WHERE partnership = \(db.partnership) AND glass IN \(broken) AND address IN \(covering)
                """)
        }
        guard (known ?? 0) < broken.count else { return }
        let entry = Entry(
            .openedUnderGlass, of: .init("page", address), by: member.actor, at: time,
            changes: [.init("permission", from: String?.none, to: permission.name)])
        try await database.write(entry) { db in
            for glass in broken {
                try db.run(
                    """
                    INSERT INTO glass_use (partnership, glass, address, permission, opened_at)
                    VALUES (\(db.partnership), \(glass), \(address), \(permission.name), \(time))
                    ON CONFLICT (partnership, glass, address) DO NOTHING
                    """)
            }
        }
    }
}

extension GlassStore {
    /// An address, and those of the pages it may stand on: `/assessment/thanet` of `/assessment/thanet/charts/map.svg`.
    private static func andAbove(_ address: String) -> [String] {
        var (all, rest) = ([address], address[...])
        while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
            rest = rest[..<slash]
            all.append(String(rest))
        }
        return all
    }

    /// How often the glass was broken, ever.
    ///
    /// - Throws: `DatabaseFault`
    public func count() async throws -> Int {
        try await database.read { db in
            try db.value("SELECT count(*) AS n FROM broken_glass WHERE partnership = \(db.partnership)") ?? 0
        }
    }

    /// Who broke the glass, the latest first, each with what they opened.
    ///
    /// - Throws: `DatabaseFault`
    public func all(
        _ limit: Int, after offset: Int = 0
    ) async throws -> [(glass: BrokenGlass, uses: [GlassUse])] {
        try await database.read { db in
            let all = try db.rows(
                """
                \(BrokenGlass.columns) WHERE broken_glass.partnership = \(db.partnership)
                ORDER BY broken_glass.began_at DESC, broken_glass.id DESC LIMIT \(limit) OFFSET \(offset)
                """
            ).map(BrokenGlass.init)
            let uses = try db.rows(
                """
                SELECT glass, address, permission, opened_at FROM glass_use
                WHERE partnership = \(db.partnership) AND glass IN \(all.map(\.id)) ORDER BY opened_at, address
                """
            ).map { row in
                (
                    glass: try row("glass") as ID<BrokenGlass>,
                    use: try GlassUse(
                        address: row("address"), permission: row("permission"), at: row("opened_at"))
                )
            }
            let byGlass = Dictionary(grouping: uses, by: \.glass)
            return all.map { (glass: $0, uses: byGlass[$0.id, default: []].map(\.use)) }
        }
    }
}

extension BrokenGlass {
    fileprivate static let columns: SQL = """
        SELECT broken_glass.*, membership.name, ender.name AS ender FROM broken_glass
        JOIN membership
            ON membership.partnership = broken_glass.partnership AND membership.person = broken_glass.person
        LEFT JOIN membership AS ender
            ON ender.partnership = broken_glass.partnership AND ender.person = broken_glass.ended_by
        """

    fileprivate init(_ row: Row) throws {
        let (endedAt, ender): (Date?, String?) = (try row("ended_at"), try row("ender"))
        try self.init(
            id: row("id"), person: row("person"), name: row("name"), permission: row("permission"),
            reason: row("reason"), beganAt: row("began_at"), endsAt: row("ends_at"),
            ending: endedAt.map { Ending(at: $0, by: ender) })
    }
}

extension Reading {
    fileprivate func glass(_ id: ID<BrokenGlass>) throws -> BrokenGlass? {
        try row("\(BrokenGlass.columns) WHERE broken_glass.partnership = \(partnership) AND broken_glass.id = \(id)")
            .map(BrokenGlass.init)
    }

    /// All who oversee it, but for whoever breaks it.
    fileprivate func witnesses(besides person: ID<Person>, at time: Date) throws -> [Participant] {
        try people(seatedAs: Permission.overseeGlass.holders, on: Day(time)).filter { $0.id != person }
    }

    /// What was broken in a session and is open still.
    func openGlass(in session: ID<Session>, at time: Date) throws -> [BrokenGlass] {
        try rows(
            """
            \(BrokenGlass.columns) WHERE broken_glass.partnership = \(partnership)
                AND broken_glass.session = \(session) AND broken_glass.ended_at IS NULL
                AND broken_glass.began_at <= \(time) AND broken_glass.ends_at > \(time)
            ORDER BY broken_glass.began_at, broken_glass.id
            """
        ).map(BrokenGlass.init)
    }

    /// When a session ends whatever happens; nil where it has ended, or nobody is signed in by it yet.
    fileprivate func end(of session: ID<Session>) throws -> Date? {
        try value(
            "SELECT ends_at FROM session WHERE partnership = \(partnership) AND id = \(session) AND NOT owes_code")
    }

    /// Whether somebody may break the glass for a permission, as things stand now and not when they asked.
    fileprivate func mayBreak(
        _ permission: Permission, in session: Session, _ permissions: Set<Permission>, at time: Date
    ) throws -> Participant {
        guard permissions.contains(permission), permission.emergency != nil else { throw GlassRefusal.notBreakable }
        let person = session.member.id
        guard session.may(.breakGlass), session.isProved(at: time),
            let member = try member(person, on: Day(time), of: permissions), member.holds(.breakGlass),
            let end = try end(of: session.id), end > time, let breaker = try participant(person)
        else { throw GlassRefusal.notTheirs }
        guard !member.holds(permission) else { throw GlassRefusal.isTheirsAnyway }
        guard try !openGlass(in: session.id, at: time).contains(where: { $0.permission == permission.name }) else {
            throw GlassRefusal.isOpenAlready
        }
        return breaker
    }
}

extension Reading {
    /// For what the glass was broken.
    func brokenGlassNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<BrokenGlass>($0) }
        let rows = try rows(
            "SELECT id, permission FROM broken_glass WHERE partnership = \(partnership) AND id IN \(ids)")
        return try Dictionary(
            rows.map { row in (try (row("id") as ID<BrokenGlass>).description, "‘\(try row("permission") as String)’") }
        ) { first, _ in first }
    }
}

extension Writing {
    fileprivate func insert(_ glass: BrokenGlass, in session: ID<Session>) throws {
        try run(
            """
            INSERT INTO broken_glass (id, partnership, person, session, permission, reason, began_at, ends_at)
            VALUES (
                \(glass.id), \(partnership), \(glass.person), \(session), \(glass.permission), \(glass.reason),
                \(glass.beganAt), \(glass.endsAt))
            """)
    }
}

extension Act {
    static let glassBroken = Act("glass broken", "In an emergency, somebody opened what their seats do not let them.")
    static let glassEnded = Act("glass mended", "Somebody ended what was opened in an emergency, before its time.")
    static let openedUnderGlass = Act(
        "opened under broken glass", "Somebody who had broken the glass opened an address for the first time since.")
}
