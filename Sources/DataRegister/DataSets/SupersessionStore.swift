import DataFiles
import Foundation
import Storage
import Wording

/// That a release took the place of another: what was published from the older keeps what that one told.
public struct Supersession: Hashable, Sendable {
    public let old: ID<Release>
    /// The newer one, as everybody may read of it.
    public let new: Citation.CitedRelease
    /// "Street-level crime".
    public let dataSet: String
    /// What it tells anew, in order; none of a lookup, which tells of no months.
    public let periods: [Period]

    /// "Street-level crime, January to March 2015 and December 2015".
    public var what: String {
        periods.isEmpty ? dataSet : "\(dataSet), \(Self.joined(periods).map(\.description).inWords)"
    }

    /// Months that follow one another, as one.
    public static func joined(_ periods: [Period]) -> [Period] {
        periods.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) { joined, period in
            guard let last = joined.last, period.from <= last.to.advanced(by: 1),
                let both = try? Period(from: last.from, to: max(last.to, period.to))
            else { return joined.append(period) }
            joined[joined.count - 1] = both
        }
    }
}

/// Which releases took the place of others.
public struct SupersessionStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Everything that took the place of some releases, and of what took theirs.
    ///
    /// - Throws: `DatabaseFault`
    public func supersessions(of releases: Set<ID<Release>>) async throws -> [Supersession] {
        try await database.read { db in
            var found: [Pair: [Period]] = [:]
            var (known, next) = (releases, releases)
            while !next.isEmpty {
                let pairs = try Self.pairs(of: next, db)
                found.merge(pairs) { first, _ in first }
                next = Set(pairs.keys.map(\.new)).subtracting(known)
                known.formUnion(next)
            }
            return try Self.told(found, db)
        }
    }

    private struct Pair: Hashable {
        let old: ID<Release>
        let new: ID<Release>
        let set: DataSetAddress
    }

    private static func pairs(of releases: Set<ID<Release>>, _ db: Reading) throws -> [Pair: [Period]] {
        let ids = releases.sorted()
        let rows = try db.rows(
            """
            SELECT data_release, superseded_by, month AS first_month, month AS last_month FROM force_month
            WHERE partnership = \(db.partnership) AND superseded_by IS NOT NULL AND data_release IN \(ids)
            """)
        let observed = try db.rows(
            """
            SELECT data_release, superseded_by, data_set, first_month, last_month FROM data_set_period
            WHERE partnership = \(db.partnership) AND superseded_by IS NOT NULL AND data_release IN \(ids)
            """)
        var found: [Pair: Set<Period>] = [:]
        func take(_ row: Row, of set: DataSetAddress) throws {
            let (first, last): (String, String) = (try row("first_month"), try row("last_month"))
            guard let from = Month(first), let to = Month(last), let period = try? Period(from: from, to: to) else {
                return
            }
            let pair = Pair(old: try row("data_release"), new: try row("superseded_by"), set: set)
            found[pair, default: []].insert(period)
        }
        for row in rows { try take(row, of: .streetCrime) }
        for row in observed { try take(row, of: try row("data_set")) }
        for row in try db.rows(
            """
            SELECT data_release, superseded_by FROM lookup_supersession
            WHERE partnership = \(db.partnership) AND data_release IN \(ids)
            """)
        {
            found[Pair(old: try row("data_release"), new: try row("superseded_by"), set: .lookups)] = []
        }
        return found.mapValues { $0.sorted { ($0.from, $0.to) < ($1.from, $1.to) } }
    }

    private static func told(_ pairs: [Pair: [Period]], _ db: Reading) throws -> [Supersession] {
        let releases = try db.releases(Set(pairs.keys.map(\.new)))
        let byID = Dictionary(releases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let found = try pairs.compactMap { pair, periods -> Supersession? in
            guard let release = byID[pair.new] else { return nil }
            let name = try db.dataSet(pair.set)?.name ?? pair.set.text
            return Supersession(
                old: pair.old, new: Citation.CitedRelease(release, of: name), dataSet: name, periods: periods)
        }
        return found.sorted {
            ($0.new.receivedAt, $0.new.publicTitle, $0.what) < ($1.new.receivedAt, $1.new.publicTitle, $1.what)
        }
    }
}

/// Which release of a lookup gave way to which. A link that is told anew forgets who told it before, so it is noted when that happens.
extension Reading {
    /// How many links each release tells by now.
    func linksByRelease() throws -> [ID<Release>: Int] {
        var links: [ID<Release>: Int] = [:]
        for row in try rows(
            """
            SELECT data_release, count(*) AS links FROM place_link WHERE partnership = \(partnership)
            GROUP BY data_release
            """)
        {
            links[try row("data_release")] = try row("links")
        }
        return links
    }
}

extension Writing {
    /// - Parameter before: how many links each release told before the newest was taken in.
    func noteSupersession(of before: [ID<Release>: Int], by release: ID<Release>) throws {
        let now = try linksByRelease()
        for (old, links) in before.sorted(by: { $0.key < $1.key }) where (now[old] ?? 0) < links {
            try run(
                """
                INSERT INTO lookup_supersession (partnership, data_release, superseded_by)
                VALUES (\(partnership), \(old), \(release))
                """)
        }
    }
}
