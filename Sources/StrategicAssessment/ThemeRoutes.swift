import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments/{year}/themes`: what is ranked, and what belongs to it.
struct ThemeRoutes: Sendable {
    let finder: AssessmentFinder

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/themes"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            return .page(
                ThemesPage(
                    assessment: assessment, themes: try await finder.store.themes(of: assessment.id),
                    leftOut: try await finder.store.themesLeftOut(of: assessment.id), visit: context.visit,
                    mayWrite: context.member.may(.writeStrategicAssessments)
                ).page)
        }
        routes.members(.get, path + "/new", may: .writeStrategicAssessments) { _, context in
            .page(ThemeFormPages.add(to: try await finder.assessment(context), Answers()).page(for: context.visit))
        }
        routes.members(.post, path, may: .writeStrategicAssessments, use: add)
        routes.members(.get, path + "/{theme}", may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let theme = try await finder.theme(context, of: assessment)
            return .page(
                ThemePage(
                    assessment: assessment, theme: theme, texts: try await finder.texts.texts(of: assessment.id),
                    visit: context.visit, mayWrite: context.member.may(.writeStrategicAssessments)
                ).page)
        }
        routes.members(.get, path + "/{theme}/details", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let theme = try await finder.theme(context, of: assessment)
            return .page(ThemeFormPages.details(of: theme, in: assessment, nil).page(for: context.visit))
        }
        routes.members(.post, path + "/{theme}/details", may: .writeStrategicAssessments, use: change)
        routes.members(.post, path + "/{theme}/leaving", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let theme = try await finder.theme(context, of: assessment)
            try await finder.store.leave(
                theme, out: true, of: assessment.id, by: context.member.actor, at: finder.now())
            return .redirect(to: assessment.themes)
        }
        routes.members(.post, path + "/{theme}/return", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let all = try await finder.store.themesLeftOut(of: assessment.id)
            guard let theme = all.first(where: { $0.id.description == context.parameters.get("theme") }) else {
                throw HTTPError(.notFound)
            }
            try await finder.store.leave(
                theme, out: false, of: assessment.id, by: context.member.actor, at: finder.now())
            return .redirect(to: assessment.address(of: theme))
        }
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        return try await answering(
            context.visit, again: { ThemeFormPages.add(to: assessment, Answers(form), refusals: $0) }
        ) {
            let details = try ThemeFormPages.read(form)
            let id = try await named {
                try await finder.store.add(details, to: assessment.id, by: context.member.actor, at: finder.now())
            }
            return "/strategic-assessments/\(assessment.year.slug)/themes/\(id)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let theme = try await finder.theme(context, of: assessment)
        return try await answering(
            context.visit, again: { ThemeFormPages.details(of: theme, in: assessment, Answers(form), refusals: $0) }
        ) {
            let details = try ThemeFormPages.read(form)
            try await named {
                try await finder.store.change(
                    theme, of: assessment.id, to: details, by: context.member.actor, at: finder.now())
            }
            return assessment.address(of: theme)
        }
    }

    /// What is refused of a theme is refused at its name.
    private func named<Result>(_ deed: () async throws -> Result) async throws -> Result {
        do {
            return try await deed()
        } catch let refusal as StrategicRefusal {
            throw Refusals(refusal.reason, field: "name")
        }
    }
}
