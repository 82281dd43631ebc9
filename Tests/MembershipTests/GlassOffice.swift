import Foundation
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import Membership

extension Permission {
    static let openFiles = Permission(
        "open files", "Read a case.", heldBy: .caseworker, inEmergency: "Somebody may come to harm tonight.")
}

/// An office with an administrator who is signed in, and an officer besides the built-in one.
struct GlassOffice {
    static let permissions: Set<Permission> = Permission.ofGlass.union([.openFiles, .decidePapers, .closeFiles])

    let office: Office
    let glass: GlassStore
    let told: Told
    let sessions: SessionStore
    let administrator: ID<Person>
    let officer: ID<Person>
    let token: SessionToken

    func session(_ token: SessionToken? = nil, minutes: Double = 0) async throws -> Session? {
        try await sessions.session(with: token ?? self.token, at: Office.noon + minutes * 60)
    }

    func breakGlass(
        _ permission: Permission = .openFiles, _ span: BrokenGlass.Span = .hour,
        because reason: String = "A fire in the hostel.",
        with token: SessionToken? = nil, minutes: Double = 0
    ) async throws {
        let session = try #require(try await session(token, minutes: minutes))
        try await glass.breakGlass(
            for: permission, span, because: reason, in: session, at: Office.noon + minutes * 60)
    }

    func may(_ token: SessionToken? = nil, minutes: Double = 0) async throws -> Bool? {
        try await session(token, minutes: minutes)?.may(.openFiles)
    }

    /// Keeps a session from ending because nothing was asked for.
    func stay(until minutes: Double) async throws {
        for minute in stride(from: 0, through: minutes, by: 30) { _ = try await session(minutes: minute) }
    }

    static func open(_ scratch: Scratch, _ body: (GlassOffice) async throws -> Void) async throws {
        try await Office.open(scratch) { office in
            let identities = Identities.seeded(41)
            let sessions = SessionStore(office.database, identities: identities, permissions: permissions)
            let team = try await office.body("Team")
            let administrator = try await office.person("Pat Admin", "pat@example.org")
            let officer = try await office.person("Olu Officer", "olu@example.org")
            try await office.appoint(administrator, to: try await office.seat(.administrator, on: team))
            try await office.appoint(officer, to: try await office.seat(.officer, on: team))
            let token = try #require(try await sessions.begin(for: administrator, by: .code, at: Office.noon))
            let told = Told()
            try await body(
                GlassOffice(
                    office: office,
                    glass: GlassStore(
                        office.database, identities: identities, permissions: permissions, news: told),
                    told: told, sessions: sessions, administrator: administrator, officer: officer, token: token))
        }
    }
}

/// Who was told what.
final class Told: GlassNews {
    private let brokenNews = Mutex<[(by: String, witnesses: [String])]>([])
    private let endedNews = Mutex<[String]>([])
    var broken: [(by: String, witnesses: [String])] { brokenNews.withLock(\.self) }
    var ended: [String] { endedNews.withLock(\.self) }

    func tell(
        _ glass: BrokenGlass, of permission: Permission, by breaker: Participant, to witnesses: [Participant],
        in db: Writing
    ) {
        brokenNews.withLock { $0.append((breaker.name, witnesses.map(\.name))) }
    }

    func tellEnded(_ glass: BrokenGlass, in db: Writing) {
        endedNews.withLock { $0.append(glass.ending?.by ?? "") }
    }
}
