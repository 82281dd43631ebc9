import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

extension Permission {
    fileprivate static let readPapers = Permission("read papers", "Read what is before a meeting.", heldBy: .officer)
    fileprivate static let closeCases = Permission("close cases", "End a case.", heldBy: .caseworker)
}

@Suite("Who is signed in")
struct SessionTests {
    private func sessions(_ scratch: Scratch, _ body: (SessionStore, Database) async throws -> Void) async throws {
        try await scratch.database([.ofMembership]) { database in
            try await FirstOfficerStore(database, identities: .seeded(2)).seat(
                from: Day(Scratch.noon), at: Scratch.noon)
            try await body(SessionStore(database, permissions: [.readPapers, .closeCases]), database)
        }
    }

    private func begin(_ sessions: SessionStore) async throws -> SessionToken {
        try #require(try await sessions.begin(for: FirstOfficerStore.person, at: Scratch.noon))
    }

    @Test(
        "whoever holds the token is the officer, and may do what was declared and no more", arguments: Scratch.engines)
    func officer(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, _ in
            let token = try await begin(sessions)
            let member = try #require(try await sessions.session(with: token, at: Scratch.noon)?.member)
            #expect(member.may(.readPapers))
            #expect(!member.may(.closeCases))
            #expect(try await sessions.session(with: SessionToken(), at: Scratch.noon)?.member == nil)
        }
    }

    @Test("a session ends after twelve hours, to the second, however much it is used", arguments: Scratch.engines)
    func expires(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, _ in
            let token = try await begin(sessions)
            let end = Scratch.noon + 12 * 60 * 60
            for minutes in stride(from: 50, to: 720, by: 50) {
                _ = try await sessions.session(with: token, at: Scratch.noon + Double(minutes) * 60)
            }
            #expect(try await sessions.session(with: token, at: end - 1)?.member != nil)
            #expect(try await sessions.session(with: token, at: end)?.member == nil)
        }
    }

    @Test("a session in which nothing was asked for ends after an hour, to the second", arguments: Scratch.engines)
    func idle(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, _ in
            let (idle, used) = (try await begin(sessions), try await begin(sessions))
            let hour = Scratch.noon + 60 * 60
            #expect(try await sessions.session(with: used, at: Scratch.noon + 30 * 60) != nil)
            #expect(try await sessions.session(with: idle, at: hour) == nil)
            #expect(try await sessions.session(with: used, at: hour) != nil)
            // A clock that is set back wakes nothing that a later one ended.
            #expect(try await sessions.open(of: FirstOfficerStore.person, at: hour).count == 1)
        }
    }

    @Test("signing out ends that session at once, and no other", arguments: Scratch.engines)
    func signOut(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, _ in
            let (one, other) = (try await begin(sessions), try await begin(sessions))
            let officer = try #require(try await sessions.session(with: one, at: Scratch.noon)?.member)
            try await sessions.end(one, of: officer, at: Scratch.noon)
            #expect(try await sessions.session(with: one, at: Scratch.noon)?.member == nil)
            #expect(try await sessions.session(with: other, at: Scratch.noon)?.member != nil)
        }
    }

    @Test("a session of one partnership is none in another", arguments: Scratch.engines)
    func tenant(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, database in
            let token = try await begin(sessions)
            let neighbour = database.opened(for: Identities.seeded(9).new(Tenant.self, at: Scratch.noon))
            let theirs = SessionStore(neighbour, permissions: [.readPapers])
            #expect(try await theirs.session(with: token, at: Scratch.noon)?.member == nil)
            let officer = try #require(try await sessions.session(with: token, at: Scratch.noon)?.member)
            try await theirs.end(token, of: officer, at: Scratch.noon)
            #expect(try await sessions.session(with: token, at: Scratch.noon)?.member != nil)
        }
    }

    @Test("what is stored does not hold the token, and signing in and out are entries", arguments: Scratch.engines)
    func stored(scratch: Scratch) async throws {
        try await sessions(scratch) { sessions, database in
            let token = try await begin(sessions)
            let stored: [[UInt8]] = try await database.read { db in
                try db.rows("SELECT token_hash FROM session").map { try $0("token_hash") }
            }
            #expect(stored.count == 1)
            #expect(stored != [token.bytes])
            let officer = try #require(try await sessions.session(with: token, at: Scratch.noon)?.member)
            try await sessions.end(token, of: officer, at: Scratch.noon)
            guard case .whole(let entries, _) = try await database.verifyEntries() else {
                Issue.record("the chain is broken")
                return
            }
            // The officer was seated, signed in and signed out.
            #expect(entries == 3)
        }
    }
}

@Suite("The secret a browser shows to be known again")
struct SessionTokenTests {
    @Test("it comes back from its text as it was")
    func roundTrip() {
        let token = SessionToken()
        #expect(token.text.utf8.count == 64)
        #expect(SessionToken(token.text) == token)
        #expect(SessionToken() != token)
    }

    @Test(
        "what cannot be one is not taken for one",
        arguments: [
            "", "abc", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
            String(repeating: "g", count: 64), String(repeating: "é", count: 32), String(repeating: " ", count: 64),
            String(repeating: "+f", count: 32), String(repeating: "-0", count: 32),
        ])
    func malformed(text: String) {
        #expect(SessionToken(text) == nil)
    }
}
