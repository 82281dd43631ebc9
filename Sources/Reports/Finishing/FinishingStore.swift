import Foundation
import Membership
import Storage

/// Reports that were finished, and what else became of reports: opened again, withdrawn, taken up again.
public struct FinishingStore: Sendable {
    private let database: Database
    private let news: (any FinishedNews)?

    /// - Parameter news: who is told of what is finished.
    public init(_ database: Database, news: (any FinishedNews)? = nil) {
        (self.database, self.news) = (database, news)
    }

    /// The final versions of a report, the newest first.
    ///
    /// - Throws: `DatabaseFault`, ``DamagedReport``
    public func finals(of report: ID<Report>) async throws -> [FinalReport] {
        try await database.read { db in try db.finals("report = \(report)") }
    }

    /// The newest final version of every report that goes to a body and was not withdrawn, what was finished last first: what can be
    /// put on an agenda of the body.
    ///
    /// - Throws: `DatabaseFault`, ``DamagedReport``
    public func finals(for body: ID<Body>) async throws -> [FinalReport] {
        try await database.read { db in
            try db.finals(
                """
                (report, number) IN (
                    SELECT report.id, report.final_number FROM report
                    WHERE report.partnership = \(db.partnership) AND report.state <> \(Report.State.withdrawn)
                        AND report.id IN (
                            SELECT report_path.report FROM report_path
                            WHERE report_path.body = \(body) AND report_path.is_final = \(true)))
                """
            ).sorted { $1.finishedAt < $0.finishedAt }
        }
    }

    /// One final version; nil where there is none of that number.
    ///
    /// - Throws: `DatabaseFault`, ``DamagedReport``
    public func final(_ number: Int, of report: ID<Report>) async throws -> FinalReport? {
        try await database.read { db in try db.finals("report = \(report) AND number = \(number)").first }
    }

    /// The report in which something is recommended; nil where there is no such recommendation.
    ///
    /// - Throws: `DatabaseFault`
    public func report(recommending id: ID<Recommendation>) async throws -> ID<Report>? {
        try await database.read { db in
            try db.value("SELECT report FROM recommendation WHERE partnership = \(db.partnership) AND id = \(id)")
        }
    }

    /// The addresses of all figures that final versions which the public may read ever told.
    ///
    /// - Throws: `DatabaseFault`, ``DamagedReport``
    public func figuresTold() async throws -> [String] {
        try await database.read { db in try db.finals("content LIKE \("%\"figures\":[%")") }
            .filter(\.classification.isUnrestricted).flatMap { ($0.frozen.figures ?? []).map(\.address) }
    }

    /// Finishes a report as it was shown.
    ///
    /// - Parameters:
    ///   - version: the newest saving when it was shown.
    ///   - figures: those that it names, as they can be told now.
    /// - Returns: the number of the final version.
    /// - Throws: ``ReportRefusal``, `DatabaseFault`, `EncodingError`
    @discardableResult
    func finish(
        _ report: ID<Report>, asShownIn version: Int, telling figures: FiguresOfReport = FiguresOfReport(),
        on today: Day, by actor: Entry.Actor, at time: Date
    ) async throws -> Int {
        let entry = Entry(.reportFinished, of: .init("report", report), by: actor, at: time)
        return try await database.write(entry) { db in
            try db.requireDraft(report)
            guard try db.report(report)?.newest == version else { throw ReportRefusal.changedSinceShown }
            let (content, bodies) = (try db.content(of: report), try db.bodyNames())
            let clearances = try Clearances(content, db.clearanceRequests(of: report), on: today)
            let readiness = Readiness(content, clearances: clearances, bodies: bodies, figures: figures)
            guard readiness.isReady else { throw ReportRefusal.notReady(readiness.gaps.count) }
            let last = try db.finals("report = \(report)").first
            let frozen = FrozenReport(content, bodies: bodies, notes: clearances.notes, figures: figures)
            let number = try db.keep(frozen, of: report, version: version, after: last, by: actor, at: time)
            if let news, let final = try db.finals("report = \(report) AND number = \(number)").first {
                try news.finished(final, by: actor, at: time, in: db)
            }
            return number
        }
    }

    /// What became of a report as a whole.
    public enum Step: String, Sendable, SQLConvertible {
        case finished
        /// A new draft of a final one was begun.
        case reopened
        case withdrawn
        /// A withdrawn one was taken up again.
        case resumed
    }

    /// A step of a report with its reason.
    struct Taken: Sendable {
        let step: Step
        let why: String
        let by: String
        let at: Date
    }

    /// The first first.
    ///
    /// - Throws: `DatabaseFault`
    func steps(of report: ID<Report>) async throws -> [Taken] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM report_step WHERE partnership = \(db.partnership) AND report = \(report) ORDER BY number
                """
            ).map { row in
                try Taken(step: row("kind"), why: row("why"), by: row("made_by"), at: row("made_at"))
            }
        }
    }

    /// Begins a new draft of a final report.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    public func reopen(_ report: ID<Report>, because why: String, by actor: Entry.Actor, at time: Date) async throws {
        try await move(report, .reopened, .reportReopened, from: [.final], to: .draft, why, by: actor, at: time)
    }

    /// Withdraws a report: it goes to no body any more. What was finished of it stays.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    public func withdraw(_ report: ID<Report>, because why: String, by actor: Entry.Actor, at time: Date) async throws {
        try await move(
            report, .withdrawn, .reportWithdrawn, from: [.draft, .final], to: .withdrawn, why, by: actor, at: time)
    }

    /// Takes a withdrawn report up again, as a draft.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    public func resume(_ report: ID<Report>, by actor: Entry.Actor, at time: Date) async throws {
        try await move(report, .resumed, .reportResumed, from: [.withdrawn], to: .draft, "", by: actor, at: time)
    }

    private func move(
        _ report: ID<Report>, _ step: Step, _ act: Act, from states: Set<Report.State>, to state: Report.State,
        _ why: String, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(
            act, of: .init("report", report), by: actor, at: time, why: why.isEmpty ? nil : why)
        try await database.write(entry) { db in
            guard let known = try db.report(report) else { throw ReportRefusal.notHere }
            guard states.contains(known.state) else {
                throw known.state == .draft ? ReportRefusal.isDraft : known.state == .final ? .isFinal : .isWithdrawn
            }
            try db.note(step, why, of: report, making: state, by: actor, at: time)
        }
    }
}

/// What is kept of a final report is not what its hash says: it is shown to nobody.
public struct DamagedReport: Error, Hashable, Sendable {
    let report: ID<Report>
    let number: Int
}

extension Reading {
    fileprivate func finals(_ condition: SQL) throws -> [FinalReport] {
        try rows(
            """
            SELECT * FROM report_final WHERE partnership = \(partnership) AND \(condition) ORDER BY number DESC
            """
        ).map { row in
            let (report, number, content): (ID<Report>, Int, String) = try (
                row("report"), row("number"), row("content")
            )
            let hash: FileHash = try row("hash")
            guard FileHash(of: Array(content.utf8)) == hash else { throw DamagedReport(report: report, number: number) }
            return FinalReport(
                report: report, number: number, finishedAt: try row("finished_at"), finishedBy: try row("finished_by"),
                hash: hash, changes: (try row("changes") as JSON<[String]>).content, version: try row("version"),
                frozen: try JSONDecoder().decode(FrozenReport.self, from: Data(content.utf8)))
        }
    }
}

extension Writing {
    fileprivate func keep(
        _ frozen: FrozenReport, of report: ID<Report>, version: Int, after last: FinalReport?, by actor: Entry.Actor,
        at time: Date
    ) throws -> Int {
        let number = (last?.number ?? 0) + 1
        let bytes = try [UInt8](JSONEncoder.canonical.encode(frozen))
        let hash = FileHash(of: bytes)
        let changes = last.map { ReportChanges(from: $0.frozen.content, to: frozen.content).lines } ?? []
        changed("final version", from: last?.number, to: number)
        changed("hash", from: last?.hash, to: hash)
        try run(
            """
            INSERT INTO report_final (
                partnership, report, number, version, content, hash, changes, finished_by, finished_at)
            VALUES (
                \(partnership), \(report), \(number), \(version), \(String(decoding: bytes, as: UTF8.self)), \(hash),
                \(JSON(changes)), \(actor.shownName), \(time))
            """)
        let isOpen = frozen.content.classification?.isUnrestricted ?? false
        try run(
            """
            UPDATE report SET final_number = \(number), final_title = \(frozen.content.title), final_is_open = \(isOpen)
            WHERE partnership = \(partnership) AND id = \(report)
            """)
        try notePath(frozen.content, of: report, isFinal: true)
        try note(.finished, "", of: report, making: .final, by: actor, at: time)
        return number
    }

    fileprivate func note(
        _ step: FinishingStore.Step, _ why: String, of report: ID<Report>, making state: Report.State,
        by actor: Entry.Actor, at time: Date
    ) throws {
        let last: Int? = try value("SELECT COALESCE(MAX(number), 0) FROM report_step WHERE report = \(report)")
        try run(
            """
            INSERT INTO report_step (partnership, report, number, kind, why, made_by, made_at)
            VALUES (
                \(partnership), \(report), \((last ?? 0) + 1), \(step), \(why), \(actor.shownName), \(time))
            """)
        try run(
            """
            UPDATE report SET state = \(state), changed_at = \(time)
            WHERE partnership = \(partnership) AND id = \(report)
            """)
        try indexReport(report, content(of: report))
    }
}
