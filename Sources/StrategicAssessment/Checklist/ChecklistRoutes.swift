import Membership
import Web

/// `/strategic-assessments/{year}/checklist`: what the law asks of it.
struct ChecklistRoutes: Sendable {
    let finder: AssessmentFinder

    func add(to routes: inout Routes) {
        routes.members(.get, "/strategic-assessments/{year}/checklist", may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let themes = try await finder.store.themes(of: assessment.id)
            let texts = try await finder.texts.texts(of: assessment.id)
            return .page(
                ChecklistPage(
                    assessment: assessment, duties: DutyStanding.all(texts, themes: themes), themes: themes
                ).page)
        }
    }
}
