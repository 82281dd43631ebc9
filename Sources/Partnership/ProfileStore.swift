import Foundation
import Storage

/// The partnerships this installation serves.
public struct ProfileStore: Sendable {
    private let database: Database
    private let identities: Identities

    /// - Parameter database: the installation's own records.
    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// All of them: first the one without a host name, or else that which was entered first.
    ///
    /// - Throws: `DatabaseFault`
    public func partnerships() async throws -> [ServedPartnership] {
        try await database.read { db in try db.partnerships() }
    }

    /// Enters a partnership. The first needs no host name: it answers wherever no other does.
    ///
    /// - Throws: ``PartnershipRefusal``, `DatabaseFault`
    public func enter(
        _ profile: Profile, host: HostName? = nil, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Tenant> {
        let id: ID<Tenant> = identities.new(at: time)
        let entry = Entry(
            .partnershipEntered, of: .init("partnership", id), by: actor, at: time,
            changes: [
                .init("name", from: String?.none, to: profile.name), .init("host", from: HostName?.none, to: host),
            ])
        try await database.write(entry) { db in
            let others = try db.partnerships()
            guard host != nil || others.isEmpty else { throw PartnershipRefusal.hostNeeded }
            try others.makeWay(for: profile.name, at: host)
            try db.run(
                "INSERT INTO partnership_profile (id, profile, host) VALUES (\(id), \(JSON(profile)), \(host))")
        }
        return id
    }

    /// Gives a partnership’s site another host name.
    ///
    /// - Throws: ``PartnershipRefusal``, `DatabaseFault`
    public func move(_ id: ID<Tenant>, to host: HostName, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.partnershipMoved, of: .init("partnership", id), by: actor, at: time)
        try await database.write(entry) { db in
            let all = try db.partnerships()
            guard let before = all.first(where: { $0.id == id }) else { throw PartnershipRefusal.notHere }
            try all.filter { $0.id != id }.makeWay(for: before.profile.name, at: host)
            try db.run("UPDATE partnership_profile SET host = \(host) WHERE id = \(id)")
            db.changed("host", from: before.host, to: host)
        }
    }
}

/// What a partnership says of itself, as its own officers change it.
struct OwnProfileStore: Sendable {
    private let database: Database

    /// - Parameter database: the partnership's records.
    init(_ database: Database) {
        self.database = database
    }

    /// - Throws: ``PartnershipRefusal``, `DatabaseFault`
    func profile() async throws -> Profile {
        try await database.read { db in
            guard let own = try db.partnerships().first(where: { $0.id == db.partnership }) else {
                throw PartnershipRefusal.notHere
            }
            return own.profile
        }
    }

    /// Changes a part of what a partnership says of itself, and leaves the rest as it is.
    ///
    /// - Parameter known: what the part is believed to be.
    /// - Throws: `ChangedMeanwhile` where it is something else; ``PartnershipRefusal``, `DatabaseFault`
    func change<Part: Equatable & Sendable>(
        _ part: any WritableKeyPath<Profile, Part> & Sendable, from known: Part, to new: Part, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            .partnershipDescribed, of: .init("partnership", database.partnership), by: actor, at: time)
        try await database.write(entry) { db in
            let all = try db.partnerships()
            guard let own = all.first(where: { $0.id == db.partnership }) else { throw PartnershipRefusal.notHere }
            guard own.profile[keyPath: part] == known else { throw ChangedMeanwhile() }
            var profile = own.profile
            profile[keyPath: part] = new
            if profile.name != own.profile.name {
                try all.filter { $0.id != own.id }.makeWay(for: profile.name, at: nil)
            }
            try db.run("UPDATE partnership_profile SET profile = \(JSON(profile)) WHERE id = \(db.partnership)")
            db.changed("name", from: own.profile.name, to: profile.name)
            db.changed("district", from: own.profile.district, to: profile.district)
            db.changed("plan year", from: own.profile.planYear, to: profile.planYear)
            db.changed("accent", from: own.profile.accent, to: profile.accent)
            db.changed("contact", from: own.profile.contact, to: profile.contact)
            db.changed("dates", from: own.profile.datesAsTyped, to: profile.datesAsTyped)
        }
    }
}

extension Reading {
    fileprivate func partnerships() throws -> [ServedPartnership] {
        try rows(
            """
            SELECT id, profile, host FROM partnership_profile
            ORDER BY CASE WHEN host IS NULL THEN 0 ELSE 1 END, id
            """
        ).map { row in
            let profile: JSON<Profile> = try row("profile")
            return try ServedPartnership(id: row("id"), profile: profile.content, host: row("host"))
        }
    }
}

extension [ServedPartnership] {
    /// Whether one more, or one changed, can be told from these.
    fileprivate func makeWay(for name: String, at host: HostName?) throws(PartnershipRefusal) {
        if contains(where: { $0.profile.name.lowercased() == name.lowercased() }) { throw .nameTaken }
        if let host, contains(where: { $0.host == host }) { throw .hostTaken }
    }
}

extension Act {
    static let partnershipEntered = Act("partnership entered", "A partnership was set up in this installation.")
    static let partnershipMoved = Act(
        "partnership moved", "A partnership’s site is asked for by another host name from now on.")
    static let partnershipDescribed = Act(
        "partnership described", "Somebody changed what the partnership says of itself: its name, its area or its year."
    )

    /// The acts of this slice.
    public static let ofPartnership: [Act] = [.partnershipEntered, .partnershipMoved, .partnershipDescribed]
}
