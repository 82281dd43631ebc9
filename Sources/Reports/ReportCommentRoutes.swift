import Hummingbird
import Membership
import Storage
import Web

/// `/reports/{report}/comments`: what readers of a draft say of its parts.
struct ReportCommentRoutes: Sendable {
    let desk: ReportsDesk

    private static let longest = 4_000

    func add(to routes: inout Routes) {
        let path = "/reports/{report}/comments"
        routes.members(.get, path, may: .readReports) { request, context in
            let opened = try await desk.draft(context)
            return .page(
                try await page(opened, context, place: request.asked("place").flatMap { ReportPlace($0) }).page)
        }
        routes.members(.post, path, may: .readReports, use: comment)
        routes.members(.post, path + "/{comment}/answers", may: .writeReports, use: answer)
    }

    private func page(
        _ opened: OpenReport, _ context: MemberContext, place: ReportPlace? = nil, text: String = "",
        refusals: Refusals? = nil, refused: ReportCommentsPage.RefusedAnswer? = nil
    ) async throws -> ReportCommentsPage {
        ReportCommentsPage(
            opened: opened, content: try await desk.reports.content(of: opened.report.id),
            comments: try await desk.comments.comments(on: opened.report.id), place: place, text: text,
            visit: context.visit, refusals: refusals, refused: refused)
    }

    private func comment(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.draft(context)
        let (place, text) = (ReportPlace(form["place"]), form["comment"].withoutUnseen)
        return try await reporting(
            { try await page(opened, context, place: place, text: text, refusals: $0).page }
        ) {
            var check = Check(form)
            if let problem = problem(text, "Write what should be different") { check.refuse(problem, field: "comment") }
            if place == nil { check.refuse("Choose the part that you speak of", field: "place") }
            let found = try check.checked { place }
            try await desk.comments.comment(
                text, at: found, of: opened.report.id, by: context.member, at: desk.now())
            return opened.report.comments
        }
    }

    private func answer(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.draft(context)
        guard let id = context.parameters.get("comment").flatMap({ ID<ReportComment>($0) }),
            try await desk.comments.comments(on: opened.report.id).contains(where: { $0.id == id })
        else { throw HTTPError(.notFound) }
        let field = "answer-\(id)"
        let text = form[field].withoutUnseen
        return try await reporting(
            { refusals in
                try await page(opened, context, refused: .init(comment: id, text: text, refusals: refusals)).page
            }
        ) {
            if let problem = problem(text, "Write what became of it") { throw Refusals(problem, field: field) }
            try await desk.comments.answer(
                id, text, settling: form["deed"] != "answer", of: opened.report.id, by: context.member.actor,
                at: desk.now())
            return opened.report.comments
        }
    }

    private func problem(_ text: String, _ ask: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return ask }
        return text.count > Self.longest ? "Use 4,000 characters at most" : nil
    }
}
