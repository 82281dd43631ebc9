import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Partnership

@Suite("The partnerships an installation serves")
struct ProfileTests {
    private static let thanet = Profile(
        name: "Thanet Community Safety Partnership", district: "Thanet", planYear: "2016/17",
        agencies: [.init(name: "Kent Police", field: "police", isResponsibleAuthority: true)],
        focusAreas: [.init(title: "Domestic abuse", aims: ["Find it earlier"])],
        keyDates: [.init(what: "Scrutiny", when: "2016-02-09")], example: "thanet-2016", exampleDay: "2016-02-03")
    private static let medway = Profile(name: "Medway Community Safety Partnership")

    @Test("each comes back as it was entered, with records of its own, the first first", arguments: Scratch.engines)
    func enter(scratch: Scratch) async throws {
        try await scratch.database([.ofPartnership]) { database in
            let profiles = ProfileStore(database, identities: .seeded(3))
            #expect(try await profiles.partnerships().isEmpty)
            let first = try await profiles.enter(Self.thanet, by: .commandLine(), at: Scratch.noon)
            let host = try #require(HostName("Safer-Medway.example.org"))
            let second = try await profiles.enter(
                Self.medway, host: host, by: .commandLine(), at: Scratch.noon + 1)

            #expect(
                try await profiles.partnerships() == [
                    ServedPartnership(id: first, profile: Self.thanet),
                    ServedPartnership(id: second, profile: Self.medway, host: HostName("safer-medway.example.org")),
                ])
            guard case .whole(entries: 2, _) = try await database.verifyEntries() else {
                Issue.record("entering a partnership leaves one entry")
                return
            }
        }
    }

    @Test("one that could not be told from another is refused", arguments: Scratch.engines)
    func refuse(scratch: Scratch) async throws {
        try await scratch.database([.ofPartnership]) { database in
            let profiles = ProfileStore(database, identities: .seeded(3))
            func enter(_ name: String, _ host: String?) async throws -> ID<Tenant> {
                try await profiles.enter(
                    Profile(name: name), host: host.flatMap { HostName($0) }, by: .commandLine(), at: Scratch.noon)
            }
            let first = try await enter("Thanet", nil)
            _ = try await enter("Medway", "medway.example.org")

            await #expect(throws: PartnershipRefusal.hostNeeded) { _ = try await enter("Swale", nil) }
            await #expect(throws: PartnershipRefusal.nameTaken) { _ = try await enter("MEDWAY", "x.example.org") }
            await #expect(throws: PartnershipRefusal.hostTaken) { _ = try await enter("Swale", "Medway.Example.org") }
            let medway = try #require(HostName("medway.example.org"))
            await #expect(throws: PartnershipRefusal.hostTaken) {
                try await profiles.move(first, to: medway, by: .commandLine(), at: Scratch.noon)
            }
        }
    }

    @Test("one changes what it says of itself, and nothing of another", arguments: Scratch.engines)
    func change(scratch: Scratch) async throws {
        try await scratch.database([.ofPartnership]) { database in
            let profiles = ProfileStore(database, identities: .seeded(3))
            let first = try await profiles.enter(Self.thanet, by: .commandLine(), at: Scratch.noon)
            let second = try await profiles.enter(
                Self.medway, host: HostName("medway.example.org"), by: .commandLine(), at: Scratch.noon)
            let own = OwnProfileStore(database.opened(for: second))
            func call(_ name: String, whileItIs known: String) async throws {
                try await own.change(
                    \.naming, from: Profile.Naming(name: known), to: Profile.Naming(name: name), by: .commandLine(),
                    at: Scratch.noon)
            }
            func set(_ dates: [Profile.KeyDate]) async throws {
                try await own.change(\.keyDates, from: [], to: dates, by: .commandLine(), at: Scratch.noon)
            }
            try await call("Safer Medway", whileItIs: Self.medway.name)
            try await set([.init(what: "Scrutiny", when: "2026-12")])
            await #expect(throws: PartnershipRefusal.nameTaken) {
                try await call(Self.thanet.name, whileItIs: "Safer Medway")
            }
            // What somebody else changed meanwhile is not written over, and what they left alone can be changed.
            await #expect(throws: ChangedMeanwhile()) { try await call("Medway", whileItIs: Self.medway.name) }
            await #expect(throws: ChangedMeanwhile()) { try await set([]) }

            let now = try await profiles.partnerships()
            #expect(now.first { $0.id == first }?.profile == Self.thanet)
            #expect(try await own.profile().name == "Safer Medway")
            #expect(try await own.profile().keyDates == [.init(what: "Scrutiny", when: "2026-12")])
            #expect(now.first { $0.id == second }?.host == HostName("medway.example.org"))
        }
    }

    @Test(
        "a host name is read as browsers write it, and nothing else is",
        arguments: [
            ("medway.example.org", "medway.example.org"), ("Medway.localhost:8080", "medway.localhost"),
            ("a-1.uk", "a-1.uk"), ("127.0.0.1:8080", nil), ("[::1]:80", nil), ("", nil), ("-a.uk", nil), ("a..uk", nil),
            ("me dway.uk", nil), ("médway.uk", nil), (String(repeating: "a", count: 64) + ".uk", nil),
        ] as [(String, String?)])
    func hosts(authority: String, name: String?) {
        #expect(HostName(authority: authority)?.description == name)
    }

    @Test(
        "a date is worded as far as it is known",
        arguments: [
            ("2016-02-09", "9 February 2016"), ("2015-12", "December 2015"), (nil, "date to be set"),
            ("2016-13-01", "2016-13-01"), ("soon", "soon"),
        ] as [(String?, String)])
    func dates(when: String?, words: String) {
        #expect(Profile.KeyDate(what: "Scrutiny", when: when).wording == words)
    }
}
