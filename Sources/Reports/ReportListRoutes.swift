import Hummingbird
import Membership
import Storage
import Web

/// `/reports` and `/reports/new`.
struct ReportListRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/reports", may: .readReports, use: list)
        routes.members(.get, "/reports/new", may: .writeReports) { _, context in
            .page(newReport(Answers()).page(for: context.visit))
        }
        routes.members(.post, "/reports", may: .writeReports) { form, context in
            try await answering(context.visit, again: { newReport(Answers(form), refusals: $0) }) {
                var check = Check(form)
                let title = check.text(
                    "title", ask: "Write what the report is called", longest: PartChecking.longestLine)
                try check.refusals.check()
                let id = try await desk.reports.begin(title, by: context.member.actor, at: desk.now())
                return "/reports/\(id)/edit"
            }
        }
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let reports = try await desk.reports.reports(for: context.member, on: desk.today())
        let body = request.asked("body").flatMap { ID<Body>($0) }
        return .page(
            ReportListPage(
                all: reports, show: request.asked("show").flatMap(ReportListPage.Show.init(rawValue:)), body: body,
                bodies: try await desk.reports.bodyNames(), due: try await desk.due(for: context.member),
                mayWrite: context.member.may(.writeReports)
            ).page)
    }

    private func newReport(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Begin a report",
            lead: """
                <p class="lead">A report asks a body to decide something, or tells it something. It is written part by part, in the \
                order of the paper; each saving is kept.</p>
                """,
            crumbs: [ReportCrumbs.reports], action: "/reports", button: Button("Begin the report"),
            fields: [
                Field(
                    "title", "What is it called?", hint: "As it will stand on the agenda: it can be changed later.",
                    value: answers["title"], refusals: refusals)
            ], refusals: refusals, back: "/reports")
    }
}
