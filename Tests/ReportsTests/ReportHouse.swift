import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Reports

/// A partnership with an officer, a cabinet and a council, in which reports are written.
struct ReportHouse {
    let database: Database
    private(set) var officer: Member
    let cabinet: ID<Body>
    let today = Day(Scratch.noon)
    let reports: ReportStore
    let contents: ContentStore
    let clearances: ClearanceStore
    let finishing: FinishingStore

    init(_ database: Database) async throws {
        self.database = database
        let first = FirstOfficerStore(database, identities: .system)
        try await first.seat(from: Day(Scratch.noon), at: Scratch.noon)
        let known = try #require(try await first.member(of: Permission.ofReports, at: Scratch.noon))
        reports = ReportStore(database, identities: .system)
        contents = ContentStore(database, identities: .system)
        clearances = ClearanceStore(database, identities: .system)
        finishing = FinishingStore(database)
        cabinet = try await BodyStore(database, identities: .system).add(
            BodyDetails(name: "Cabinet", regime: .executiveEngland), from: Day(Scratch.noon), by: known.actor,
            at: Scratch.noon)
        officer = known
        officer = try await somebody("Jessica Bailey", as: .officer)
    }

    /// Somebody in a seat of a role, on a body of their own unless another is named.
    func somebody(_ name: String, as role: Role, on body: ID<Body>? = nil) async throws -> Member {
        let people = PersonStore(database, identities: .system)
        let id = try #require(
            try await people.add(
                [PersonDetails(name: name, email: nil, agency: nil)], as: .active, by: .commandLine(), at: Scratch.noon
            ).first)
        let (bodies, seats) = (
            BodyStore(database, identities: .system), SeatStore(database, identities: .system)
        )
        let own: ID<Body>
        if let body {
            own = body
        } else {
            own = try await bodies.add(
                BodyDetails(name: "Team of \(name)", regime: .team), from: today, by: .commandLine(), at: Scratch.noon)
        }
        let seat = try await seats.add(
            SeatDetails(title: name, role: role, agency: nil), to: own, from: today, by: .commandLine(),
            at: Scratch.noon)
        try await SeatingStore(database, identities: .system, permissions: Permission.ofReports).appoint(
            id, to: seat, for: Term(from: today), by: officer, at: Scratch.noon)
        let sessions = SessionStore(database, permissions: Permission.ofReports)
        let token = try #require(try await sessions.begin(for: id, at: Scratch.noon))
        return try #require(try await sessions.session(with: token, at: Scratch.noon)).member
    }

    func begin() async throws -> ID<Report> {
        try await reports.begin("The plan", by: officer.actor, at: Scratch.noon)
    }

    /// Fills in what is needed, and has all of it cleared.
    func complete(_ report: ID<Report>, classification: [String: String] = ["kind": "unrestricted"]) async throws {
        func add(_ answers: [String: String], _ list: ReportList) async throws {
            try await contents.add(PartAnswers(answers), to: list, of: report, by: officer.actor, at: Scratch.noon)
        }
        var parts: [(ReportPart, [String: String])] = [
            (.classification, classification), (.wards, ["all": "yes"]), (.status, ["status": "decision"]),
            (.summary, ["text": "In short."]), (.background, ["none": "yes"]),
        ]
        parts += Implication.allCases.map { ($0.part, ["text": "None."]) }
        for (part, answers) in parts {
            try await contents.save(
                PartAnswers(answers), at: .part(part), of: report, after: 0, by: officer.actor, at: Scratch.noon)
        }
        try await add(["body": "\(cabinet)"], .path)
        try await add(["name": "Jessica Bailey"], .authors)
        try await add(["heading": "Introduction", "text": "At length."], .sections)
        try await add(["body": "\(cabinet)", "text": "That it is so."], .recommendations)
        try await add(["as": "contact", "name": "Jessica Bailey"], .contacts)
        for implication in Implication.allCases {
            try await clearances.ask(
                officer.id, toClear: implication, of: report, by: today, as: officer.actor, at: Scratch.noon)
            try await clearances.answer(
                .signed, "", about: implication, of: report, asShownIn: newest(report), by: officer.id,
                as: officer.actor,
                at: Scratch.noon)
        }
    }

    @discardableResult
    func finish(_ report: ID<Report>, telling figures: SampleFigures? = nil) async throws -> Int {
        var told = FiguresOfReport()
        if let figures {
            told = try await FiguresOfReport(of: reports.content(of: report), from: figures, isFinishing: true)
        }
        return try await finishing.finish(
            report, asShownIn: newest(report), telling: told, on: today, by: officer.actor, at: Scratch.noon)
    }

    func newest(_ report: ID<Report>) async throws -> Int {
        try await reports.open(report, by: officer, on: today)?.report.newest ?? 0
    }

    /// Tries to change what was finished.
    func tamper() async throws {
        let entry = Entry(.reportFinished, of: .init("report", "x"), by: .job("a test"), at: Scratch.noon)
        try await database.write(entry) { db in
            try db.run("UPDATE report_final SET content = 'x' WHERE partnership = \(db.partnership)")
        }
    }
}
