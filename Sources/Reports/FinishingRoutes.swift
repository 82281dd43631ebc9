import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/reports/{report}/completion` and what follows: what is missing, making it final, opening it again, withdrawing it.
struct FinishingRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/reports/{report}/completion", may: .readReports) { _, context in
            let opened = try await desk.draft(context)
            return .page(try await completion(opened, context))
        }
        routes.members(.post, "/reports/{report}/finals", may: .finishReports) { form, context in
            let opened = try await desk.opened(context)
            return try await reporting({ try await completion(opened, context, $0) }) {
                try await desk.finish(
                    opened.report.id, asShownIn: Int(form["version"]) ?? 0, on: desk.today(), by: context.member.actor,
                    at: desk.now())
                return opened.report.address
            }
        }
        routes.members(.post, "/reports/{report}/draft", may: .finishReports) { form, context in
            try await because("why-draft", "Say why it is changed", form, context) { report, why in
                try await desk.finishing.reopen(report.id, because: why, by: context.member.actor, at: desk.now())
                return report.overview
            }
        }
        routes.members(.post, "/reports/{report}/withdrawal", may: .finishReports) { form, context in
            try await because("why-withdrawn", "Say why it is withdrawn", form, context) { report, why in
                try await desk.finishing.withdraw(report.id, because: why, by: context.member.actor, at: desk.now())
                return report.address
            }
        }
        routes.members(.post, "/reports/{report}/resumption", may: .finishReports) { _, context in
            let opened = try await desk.opened(context)
            return try await reporting({ try await completion(opened, context, $0) }) {
                try await desk.finishing.resume(opened.report.id, by: context.member.actor, at: desk.now())
                return opened.report.overview
            }
        }
    }

    private func because(
        _ field: String, _ ask: String, _ form: Form, _ context: MemberContext,
        _ deed: @Sendable (Report, String) async throws -> Address
    ) async throws -> Reply {
        let opened = try await desk.opened(context)
        return try await reporting({ try await reasonPage(field, opened, Answers(form), context, $0) }) {
            var check = Check(form)
            let why = check.text(field, ask: ask, longest: 500)
            try check.refusals.check()
            return try await deed(opened.report, why)
        }
    }

    /// The form by itself, where its reason was missing.
    private func reasonPage(
        _ field: String, _ opened: OpenReport, _ answers: Answers, _ context: MemberContext, _ refusals: Refusals
    ) async throws -> Page {
        let isDraft = field == "why-draft"
        return FormPage(
            title: isDraft ? "Begin a new draft" : "Withdraw the report", crumbs: ReportCrumbs.of(opened),
            action: isDraft ? "/reports/\(opened.report.id)/draft" : "/reports/\(opened.report.id)/withdrawal",
            button: Button(
                isDraft ? "Begin a new draft" : "Withdraw the report", weight: isDraft ? .primary : .warning),
            fields: [
                Field(
                    field, isDraft ? "Why is it changed?" : "Why is it withdrawn?", value: answers[field],
                    refusals: refusals)
            ], refusals: refusals, back: opened.report.address
        ).page(for: context.visit)
    }

    private func completion(
        _ opened: OpenReport, _ context: MemberContext, _ refusals: Refusals? = nil
    ) async throws -> Page {
        // As it is now, and not as it was when the form was opened.
        let opened = try await desk.draft(context)
        let content = try await desk.reports.content(of: opened.report.id)
        let finals = try await desk.finishing.finals(of: opened.report.id)
        return CompletionPage(
            opened: opened, readiness: try await desk.readiness(of: opened.report.id, content),
            changes: finals.first.map { ReportChanges(from: $0.frozen.content, to: content).lines },
            replaces: finals.first?.number, visit: context.visit, refusals: refusals
        ).page
    }
}
