import Foundation
import ScratchDatabases
import Testing

@testable import Membership
@testable import Storage

@Suite("The secret of a second step is wrapped with the installation’s key")
struct SecretWrappingTests {
    private static let noon = Office.noon
    private static let later = Office.noon + 60

    /// An office whose Ada has a second step, and the stores of it.
    private struct Desk {
        let office: Office
        let ada: ID<Person>
        let token: SessionToken
        let secret: OneTimeSecret
        let codes: [RecoveryCode]

        var database: Database { office.database }
        var code: String { secret.code(at: OneTimeSecret.step(at: SecretWrappingTests.later)) }

        /// The same records with other keys beside them.
        func database(_ ring: [InstallationKey]) throws -> Database {
            let keys = try #require(InstallationKeys(ring))
            return Database(
                partnership: database.partnership, files: database.files, keys: keys, engine: database.engine,
                identities: database.identities, migrations: database.migrations)
        }

        func wrap(in database: Database? = nil) async throws -> SecretWrapping {
            try await SecondFactorStore(database ?? self.database, identities: .seeded(61))
                .wrapSecrets(by: .job("a test"), at: SecretWrappingTests.noon)
        }

        func accepts(_ code: String, in database: Database? = nil) async throws -> Bool {
            let (database, ada) = (database ?? self.database, ada)
            let keys = database.keys
            let entry = Entry(.proved, of: .init("test", ada), by: .job("a test"), at: SecretWrappingTests.later)
            return try await database.write(entry) { db in
                try db.accept(code, of: ada, keys, at: SecretWrappingTests.later) != nil
            }
        }

        func kept() async throws -> [UInt8] {
            try #require(try await database.read { try $0.value("SELECT secret FROM second_factor") })
        }

        func keep(_ bytes: [UInt8]) async throws {
            let entry = Entry(.proved, of: .init("test", ada), by: .job("a test"), at: SecretWrappingTests.noon)
            try await database.write(entry) { db in
                try db.run("UPDATE second_factor SET secret = \(bytes), last_step = NULL")
            }
        }
    }

    private func open(_ scratch: Scratch, _ body: (Desk) async throws -> Void) async throws {
        try await Office.open(scratch) { office in
            let ada = try await office.person("Ada Byron", "ada@example.org")
            let token = try #require(try await office.sessions.begin(for: ada, by: .password, at: Self.noon))
            let session = try #require(try await office.sessions.session(with: token, at: Self.noon))
            let store = SecondFactorStore(office.database, identities: .seeded(60))
            let secret = try await store.propose(in: session, at: Self.noon)
            let code = secret.code(at: OneTimeSecret.step(at: Self.noon))
            let set = try await store.confirm(code, in: session, at: Self.noon)
            try await body(Desk(office: office, ada: ada, token: set.token, secret: secret, codes: set.codes))
        }
    }

    @Test("it does not stand in the records, and a code of it is taken", arguments: Scratch.engines)
    func wrapped(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let kept = try await desk.kept()
            #expect(kept.count == OneTimeSecret.length + InstallationKeys.overhead)
            #expect(Data(kept).range(of: Data(desk.secret.bytes)) == nil)
            #expect(try await desk.accepts(desk.code))
            #expect(try await desk.wrap() == SecretWrapping(wrapped: 0, lost: 0))
        }
    }

    @Test(
        "one from before secrets were wrapped goes on working, and is wrapped at the start", arguments: Scratch.engines)
    func before(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            try await desk.keep(desk.secret.bytes)
            #expect(try await desk.accepts(desk.code))
            #expect(try await desk.wrap() == SecretWrapping(wrapped: 1, lost: 0))
            #expect(try await desk.kept().count > OneTimeSecret.length)
            let entry = try #require(try await desk.database.read { try $0.entries(1) }.first)
            #expect(entry.act == "secrets wrapped")
            try await desk.keep(desk.kept())
            #expect(try await desk.accepts(desk.code))
            #expect(try await desk.wrap() == SecretWrapping(wrapped: 0, lost: 0))
        }
    }

    @Test(
        "without the key a recovery code still gets in, a code is told apart, and with the key again all is well",
        arguments: Scratch.engines)
    func lost(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let without = try desk.database([InstallationKey()])
            #expect(try await desk.wrap(in: without) == SecretWrapping(wrapped: 0, lost: 1))
            await #expect(throws: SignInRefusal.codeCannotBeChecked) { try await desk.accepts(desk.code, in: without) }
            #expect(try await desk.accepts(desk.codes[0].text, in: without))
            #expect(try await !desk.accepts(desk.codes[0].text, in: without))
            #expect(try await desk.accepts(desk.code))
        }
    }

    @Test("after a new key is put before the old, all are wrapped with it", arguments: Scratch.engines)
    func renewed(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let new = InstallationKey()
            let old = try #require(desk.database.keys.firstLine.flatMap { InstallationKey($0) })
            let both = try desk.database([new, old])
            #expect(try await desk.accepts(desk.code, in: both))
            #expect(try await desk.wrap(in: both) == SecretWrapping(wrapped: 1, lost: 0))
            let alone = try desk.database([new])
            try await desk.keep(desk.kept())
            #expect(try await desk.accepts(desk.code, in: alone))
        }
    }

    @Test("S81: another’s secret put in its place is not taken for theirs", arguments: Scratch.engines)
    func swapped(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let bo = try await desk.office.person("Bo Commander")
            try await desk.keep(desk.database.keys.kept(desk.secret, of: bo))
            await #expect(throws: SignInRefusal.codeCannotBeChecked) { try await desk.accepts(desk.code) }
        }
    }

    @Test("a proposal whose key is gone is made anew", arguments: Scratch.engines)
    func proposal(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let bo = try await desk.office.person("Bo Commander")
            let token = try #require(try await desk.office.sessions.begin(for: bo, by: .password, at: Self.noon))
            let session = try #require(try await desk.office.sessions.session(with: token, at: Self.noon))
            let first = try await SecondFactorStore(desk.database, identities: .seeded(62))
                .propose(in: session, at: Self.noon)
            let without = SecondFactorStore(try desk.database([InstallationKey()]), identities: .seeded(63))
            let second = try await without.propose(in: session, at: Self.noon)
            #expect(first != second)
            #expect(try await without.propose(in: session, at: Self.noon) == second)
        }
    }
}
