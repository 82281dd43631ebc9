import Foundation
import Membership
import Press
import Storage

/// What the pages of reports, and what prints them, share.
public struct ReportsDesk: Sendable {
    public let reports: ReportStore
    public let contents: ContentStore
    public let clearances: ClearanceStore
    public let finishing: FinishingStore
    let comments: ReportCommentStore
    let area: AreaStore
    let bodies: BodyStore
    let printer: ReportPrinter
    let figures: any FiguresForReports
    let files: KeptFiles
    let press: Press
    let now: @Sendable () -> Date
    let today: @Sendable () -> Day

    public init(
        _ database: Database, identities: Identities, printing: Printing, figures: any FiguresForReports,
        news: (any FinishedNews)? = nil, now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        reports = ReportStore(database, identities: identities)
        contents = ContentStore(database, identities: identities)
        clearances = ClearanceStore(database, identities: identities)
        finishing = FinishingStore(database, news: news)
        comments = ReportCommentStore(database, identities: identities)
        area = AreaStore(database)
        bodies = BodyStore(database, identities: identities)
        (files, press) = (database.files, printing.press)
        printer = ReportPrinter(printing, files: database.files)
        self.figures = figures
        (self.now, self.today) = (now, today)
    }

    /// How the clearances of a report stand.
    func clearances(of report: ID<Report>, _ content: ReportContent) async throws -> Clearances {
        try Clearances(content, await clearances.requests(of: report), on: today())
    }

    /// A draft as it reads now, or read at a version.
    func document(of report: ID<Report>) async throws -> ReportDocument {
        let content = try await reports.content(of: report)
        return try await ReportDocument(
            content, bodies: reports.bodyNames(), notes: clearances(of: report, content).notes,
            figures: FiguresOfReport(of: content, from: figures, isFinishing: false))
    }

    func readiness(of report: ID<Report>, _ content: ReportContent) async throws -> Readiness {
        try await Readiness(
            content, clearances: clearances(of: report, content), bodies: reports.bodyNames(),
            figures: FiguresOfReport(of: content, from: figures, isFinishing: true))
    }
}

extension ReportsDesk {
    /// Finishes a report as it was shown, with the figures that it names as they are told now.
    ///
    /// - Parameter version: the newest saving when it was shown.
    /// - Throws: `ReportRefusal`, `DatabaseFault`, `EncodingError`, what telling a figure throws
    public func finish(
        _ report: ID<Report>, asShownIn version: Int, on today: Day, by actor: Entry.Actor, at time: Date
    ) async throws {
        let told = try await FiguresOfReport(of: reports.content(of: report), from: figures, isFinishing: true)
        try await finishing.finish(report, asShownIn: version, telling: told, on: today, by: actor, at: time)
    }
}

/// Something of a report that waits for somebody.
public struct ReportDue: Sendable, Hashable {
    public let title: String
    public let detail: String
    /// Whether the day has passed.
    public let isOverdue: Bool
    /// Within the site.
    public let path: String
}

extension ReportsDesk {
    /// What a member is asked to clear and has not.
    ///
    /// - Throws: `DatabaseFault`, `EncodingError`
    public func due(for member: Member) async throws -> [ReportDue] {
        guard member.may(.readReports) else { return [] }
        return try await clearances.waiting(for: member.id).compactMap { report, request, content in
            let state = try ClearanceState(
                request, text: content.text(of: request.implication), substance: content.substance(), on: today())
            guard state.waitsForOfficer else { return nil }
            let subject = request.implication.title.lowercased()
            let title: String
            let detail: String
            switch state {
            case .earlierVersion:
                title = "Confirm your clearance of the \(subject) implications"
                detail = "‘\(report.title)’ has changed since you cleared it."
            default:
                title = "Clear the \(subject) implications"
                detail = "‘\(report.title)’: \(request.askedBy) asked for it by \(request.due.words)."
            }
            return ReportDue(
                title: title, detail: detail, isOverdue: state == .overdue,
                path: "/reports/\(report.id)/clearance/\(request.implication.rawValue)")
        }
    }
}
