import Foundation
import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/reports/{report}`: a report as it reads, its paper, its versions, and what changed between two of them.
struct ReportRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/reports/{report}", may: .readReports, use: read)
        routes.members(.get, "/reports/{report}/report.pdf", may: .readReports, as: .printing, use: print)
        routes.members(.get, "/reports/{report}/finals/{final}", may: .readReports, use: readFinal)
        routes.members(.get, "/reports/{report}/finals/{final}/report.pdf", may: .readReports, as: .printing) {
            _, context in
            let (opened, final) = try await desk.final(context)
            return try await printed(opened, final.frozen.document, (final.number, final.finishedAt))
        }
        routes.members(.get, "/reports/{report}/versions", may: .readReports) { _, context in
            let opened = try await desk.draft(context)
            return .page(
                VersionsPage(
                    opened: opened, content: try await desk.reports.content(of: opened.report.id),
                    versions: try await desk.contents.versions(of: opened.report.id),
                    finals: try await desk.finishing.finals(of: opened.report.id)
                ).page)
        }
        routes.members(.get, "/reports/{report}/comparison", may: .readReports, use: compare)
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        let finals = try await desk.finishing.finals(of: opened.report.id)
        guard opened.reach.readsDraft, opened.report.state != .final else {
            guard let newest = finals.first else { throw HTTPError(.notFound) }
            return .page(try await finalPage(opened, newest, finals, context))
        }
        let content = try await desk.reports.content(of: opened.report.id)
        return .page(
            try await ReportPage(
                opened: opened, document: desk.document(of: opened.report.id),
                readiness: desk.readiness(of: opened.report.id, content), finals: finals,
                steps: desk.finishing.steps(of: opened.report.id), visit: context.visit,
                canPrint: desk.printer.canPrint
            ).page)
    }

    private func readFinal(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (opened, final) = try await desk.final(context)
        let finals = try await desk.finishing.finals(of: opened.report.id)
        return .page(try await finalPage(opened, final, finals, context))
    }

    private func finalPage(
        _ opened: OpenReport, _ final: FinalReport, _ finals: [FinalReport], _ context: MemberContext
    ) async throws -> Page {
        try await FinalPage(
            opened: opened, final: final, finals: finals, steps: desk.finishing.steps(of: opened.report.id),
            visit: context.visit, canPrint: desk.printer.canPrint
        ).page
    }

    private func print(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        guard opened.reach.readsDraft, opened.report.state != .final else {
            guard let newest = try await desk.finishing.finals(of: opened.report.id).first else {
                throw HTTPError(.notFound)
            }
            return try await printed(opened, newest.frozen.document, (newest.number, newest.finishedAt))
        }
        return try await printed(opened, desk.document(of: opened.report.id), nil)
    }

    private func printed(
        _ opened: OpenReport, _ document: ReportDocument, _ final: (number: Int, at: Date)?
    ) async throws -> Reply {
        do {
            let pdf = try await desk.printer.pdf(of: document, final: final, at: desk.now())
            return .shown(
                pdf, type: "application/pdf",
                named: final.map { "report-version-\($0.number).pdf" } ?? "report-draft.pdf")
        } catch let error as PressError {
            let page = MissingPaper(
                "The PDF could not be made", because: "\(error)",
                instead: Mention(at: opened.report.address, titled: "The report"), crumbs: ReportCrumbs.of(opened)
            ).page
            return .page(page, status: .serviceUnavailable)
        }
    }

    private func compare(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.draft(context)
        let newest = opened.report.newest
        let to = min(max(request.asked("to").flatMap { Int($0) } ?? newest, 1), newest)
        let from = min(max(request.asked("from").flatMap { Int($0) } ?? to - 1, 0), newest)
        let (before, after) = (
            try await desk.reports.content(of: opened.report.id, asOf: from),
            try await desk.reports.content(of: opened.report.id, asOf: to)
        )
        return .page(
            ComparisonPage(
                opened: opened, from: from, to: to, changes: ReportChanges(from: before, to: after).all,
                bodies: try await desk.reports.bodyNames()
            ).page)
    }
}
