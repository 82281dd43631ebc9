import DataRegister
import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/months` and `…/removal`: what was begun wrongly is put right.
struct MonthsRoutes: Sendable {
    let finder: AssessmentFinder
    let rankings: RankingStore

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}"
        routes.members(.get, path + "/months", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let known = Answers(MonthFields.known(assessment.period, assessment.comparison))
            return .page(MonthsPages.choose(for: assessment, known).page(for: context.visit))
        }
        routes.members(.post, path + "/months", may: .writeStrategicAssessments, use: choose)
        routes.members(.get, path + "/removal", may: .writeStrategicAssessments) { _, context in
            .page(try await removal(try await finder.assessment(context), context.visit))
        }
        routes.members(.post, path + "/removal", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            do {
                try await finder.store.takeAway(assessment, by: context.member.actor, at: finder.now())
                return .redirect(to: "/strategic-assessments")
            } catch is StrategicRefusal {
                return .page(try await removal(assessment, context.visit), status: .unprocessableContent)
            }
        }
    }

    private func removal(_ assessment: AnnualAssessment, _ visit: Visit) async throws -> Page {
        MonthsPages.removal(of: assessment, holding: try await finder.store.contents(of: assessment.id), visit)
    }

    /// Asks first, and chooses when it is sent again.
    private func choose(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        func again(_ refusals: Refusals) -> FormPage {
            MonthsPages.choose(for: assessment, Answers(form), refusals: refusals)
        }
        var refusals = Refusals()
        let months = MonthFields.read(form, &refusals)
        if let months, months.period == assessment.period, months.comparison == assessment.comparison {
            refusals.add("These are its months already", field: "from")
        }
        guard refusals.all.isEmpty, let months else { return again(refusals).refused(refusals, for: context.visit) }
        guard form["confirmed"] == "yes", form["was"] == MonthsPages.key(of: assessment) else {
            return .page(try await confirmation(of: months, for: assessment, context.visit))
        }
        return try await answering(context.visit, again: again) {
            do {
                try await finder.store.choose(
                    months.period, comparedWith: months.comparison, for: assessment, by: context.member.actor,
                    at: finder.now())
            } catch let refusal as StrategicRefusal {
                throw Refusals(refusal.reason, field: "from")
            }
            return assessment.address
        }
    }

    private func confirmation(
        of months: (period: Period, comparison: Period), for assessment: AnnualAssessment, _ visit: Visit
    ) async throws -> Page {
        let here = try await finder.evidence.monthsHere()
        let texts = try await finder.texts.texts(of: assessment.id).values.filter { text in
            LivePiece.all(in: text.markdown).contains { $0.address != nil }
        }
        return MonthsPages.confirmation(
            of: months, for: assessment, textsWithFigures: texts.count,
            agreed: try await rankings.versions(of: assessment.id).first,
            doubts: [here.seasonalDoubt(about: months.period, against: months.comparison)].compactMap(\.self)
                + here.doubts(about: [months.period, months.comparison], on: finder.today()), visit)
    }
}
