import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments/{year}/ranking/agreement` and `…/scoring`: how scores become an order that stands.
struct AgreementRoutes: Sendable {
    let finder: AssessmentFinder
    let desk: RankingDesk

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}"
        routes.members(.get, path + "/ranking/agreement", may: .writeStrategicAssessments, use: open)
        routes.members(.post, path + "/ranking/agreement", may: .writeStrategicAssessments, use: agree)
        routes.members(.post, path + "/scoring/closing", may: .closeScoring) { _, context in
            try await setScoring(closed: true, context)
        }
        routes.members(.post, path + "/scoring/opening", may: .closeScoring) { _, context in
            try await setScoring(closed: false, context)
        }
    }

    private func setScoring(closed isClosed: Bool, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        try await finder.store.setScoring(
            closed: isClosed, of: assessment.id, by: context.member.actor, at: finder.now())
        return .redirect(to: assessment.ranking)
    }

    private func open(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let matrix = try await desk.matrix(of: assessment, seenBy: context.member)
        guard !matrix.isSealed else { return waiting(assessment, context, status: .ok) }
        let last = try await desk.rankings.versions(of: assessment.id).first?.ranking
        var known = AgreedOrder.known(matrix, after: last)
        known["agreed-on"] = finder.today().typed
        return .page(
            AgreementPage(assessment: assessment, matrix: matrix, answers: Answers(known)).page(for: context.visit))
    }

    private func waiting(
        _ assessment: AnnualAssessment, _ context: MemberContext, status: HTTPResponse.Status
    ) -> Reply {
        .page(
            AgreementPage.waiting(assessment, mayClose: context.member.may(.closeScoring), context.visit),
            status: status)
    }

    private func agree(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let matrix = try await desk.matrix(of: assessment, seenBy: context.member)
        guard !matrix.isSealed else { return waiting(assessment, context, status: .conflict) }
        var page = AgreementPage(assessment: assessment, matrix: matrix, answers: Answers(form))
        guard form["shown"] == AgreedRanking(matrix).fingerprint else {
            page.hasChanged = true
            return .page(page.page(for: context.visit), status: .conflict)
        }
        do {
            let (order, by, on, note) = try read(form, among: matrix)
            let version = try await desk.rankings.agree(
                AgreedRanking(matrix, placed: order.placed), by: by, on: on, note: note, in: assessment.id,
                entered: context.member.actor, at: finder.now())
            return .redirect(
                to: "/strategic-assessments/\(assessment.year.slug)/ranking/versions/\("\(version)")")
        } catch let refusals as Refusals {
            page.refusals = refusals
            return .page(page.page(for: context.visit), status: .unprocessableContent)
        }
    }

    /// - Throws: `Refusals`
    private func read(
        _ form: Form, among matrix: RankingMatrix
    ) throws -> (order: AgreedOrder, by: String, on: Day, note: String) {
        let note = form["note"].split(whereSeparator: \.isNewline).joined(separator: " ")
        var noting = Check(Answers(["note": note]))
        _ = noting.text("note", longest: 2_000)
        var check = Check(form)
        let order = AgreedOrder(form, among: matrix, &check)
        let by = check.text("agreed-by", ask: "Enter who agreed it")
        let on = check.day("agreed-on", ask: "Enter the day on which it was agreed")
        if let on, on > finder.today() {
            check.refuse("\(on.words) is still to come. Enter the day on which it was agreed", field: "agreed-on")
        }
        for refusal in noting.refusals.all { check.refuse(refusal.message, field: "note") }
        return try check.checked { on.map { (order, by, $0, note) } }
    }
}
