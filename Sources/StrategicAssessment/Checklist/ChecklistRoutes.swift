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
                    assessment: assessment, duties: DutyStanding.all(texts, themes: themes), themes: themes,
                    typed: typed(
                        in: texts, of: assessment, themes, mayWrite: context.member.may(.writeStrategicAssessments))
                ).page)
        }
    }

    /// Text by text, in the order of the document.
    private func typed(
        in texts: [TextPlace: SavedText], of assessment: AnnualAssessment, _ themes: [Theme], mayWrite: Bool
    ) -> TypedNumbersByText {
        let aspects = themes.flatMap { theme in ThemeAspect.allCases.map { TextPlace.theme(theme.id, $0) } }
        let places = DocumentSection.allCases.map(TextPlace.section) + aspects
        return TypedNumbersByText(
            texts: places.compactMap { place in
                guard let text = texts[place] else { return nil }
                let way: Address? =
                    switch place {
                    case .section(let section): mayWrite ? assessment.editing(section) : assessment.address(of: section)
                    case .theme: assessment.address(of: place, among: themes)
                    }
                return (place.title(among: themes), way, TypedNumber.all(in: text.markdown))
            })
    }
}
