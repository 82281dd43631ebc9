import DataRegister
import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/themes`: what is ranked, and what belongs to it.
struct ThemeRoutes: Sendable {
    let finder: AssessmentFinder

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/themes"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let themes = try await finder.store.themes(of: assessment.id)
            return .page(
                ThemesPage(
                    assessment: assessment, themes: themes,
                    leftOut: try await finder.store.themesLeftOut(of: assessment.id),
                    known: try await KnownMeasures(finder.sets), visit: context.visit,
                    mayWrite: context.member.may(.writeStrategicAssessments),
                    others: try await others(themes)
                ).page)
        }
        routes.members(.get, path + "/new", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let known = try await KnownMeasures(finder.sets)
            return .page(ThemeFormPages.add(to: assessment, Answers(), among: known).page(for: context.visit))
        }
        routes.members(.post, path, may: .writeStrategicAssessments, use: add)
        addTheme(at: path + "/{theme}", to: &routes)
    }

    /// One theme's own addresses.
    private func addTheme(at path: String, to routes: inout Routes) {
        routes.members(.get, path, may: .readStrategicAssessments, use: read)
        routes.members(.post, path + "/figures", may: .writeStrategicAssessments, use: put)
        routes.members(.get, path + "/details", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let theme = try await finder.theme(context, of: assessment)
            let known = try await KnownMeasures(finder.sets)
            return .page(ThemeFormPages.details(of: theme, in: assessment, nil, among: known).page(for: context.visit))
        }
        routes.members(.post, path + "/details", may: .writeStrategicAssessments, use: change)
        routes.members(.post, path + "/leaving", may: .writeStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let theme = try await finder.theme(context, of: assessment)
            try await finder.store.leave(
                theme, out: true, of: assessment.id, by: context.member.actor, at: finder.now())
            return .redirect(to: assessment.themes)
        }
        routes.members(.post, path + "/return", may: .writeStrategicAssessments) { _, context in
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

    /// The sets that hold the same types as what themes count, and of which something is here.
    private func others(_ themes: [Theme]) async throws -> [DataSet] {
        let here = try await finder.evidence.monthsHere()
        let counted = Set(themes.flatMap(\.details.measures).compactMap { MeasureAddress($0)?.dataSet })
        return try await finder.sets.dataSets().filter { set in
            guard let like = ThemeCounting.other(than: set.address), counted.contains(like) else { return false }
            return set.address == .districtYears ? !here.years.isEmpty : !here.monthly.isEmpty
        }
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let theme = try await finder.theme(context, of: assessment)
        let measures = theme.details.measures
        let evidence =
            measures.isEmpty
            ? nil
            : try await finder.evidence.evidence(
                on: measures, over: assessment.period, against: assessment.comparison)
        return .page(
            ThemePage(
                assessment: assessment, theme: theme, texts: try await finder.texts.texts(of: assessment.id),
                evidence: evidence,
                signals: measures.isEmpty
                    ? nil : try await finder.evidence.signals(on: measures, over: assessment.period),
                counted: try await KnownMeasures(finder.sets).words(of: measures),
                visit: context.visit, mayWrite: context.member.may(.writeStrategicAssessments)
            ).page)
    }

    /// Puts a figure's sentence at the end of a part, where it is not in it already.
    private func put(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let theme = try await finder.theme(context, of: assessment)
        let at = form["at"]
        guard let place = TextPlace(form["into-\(form["of"])"]), ThemePage.places(of: theme).contains(place),
            let part = try await finder.part(at: place, of: assessment),
            case .success = try await finder.evidence.figure(at: at)
        else { throw HTTPError(.notFound) }
        let newest = try await finder.texts.versions(at: place, of: assessment.id).first
        let text = newest?.markdown ?? ""
        guard !LivePiece.all(in: text).contains(where: { $0.address == at }) else {
            return .redirect(to: part.address)
        }
        do {
            try await finder.texts.save(
                (text.isEmpty ? "" : text + "\n\n") + "{{sentence \(at)}}", at: place, of: assessment.id,
                after: newest?.version ?? 0, by: context.member.actor, at: finder.now())
            return .redirect(to: part.address)
        } catch TextRefusal.savedMeanwhile {
            // It goes to the end of whatever stands there by now.
            return try await put(form, context)
        }
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let known = try await KnownMeasures(finder.sets)
        return try await answering(
            context.visit, again: { ThemeFormPages.add(to: assessment, Answers(form), among: known, refusals: $0) }
        ) {
            let details = try ThemeFormPages.read(form, among: known)
            let id = try await named {
                try await finder.store.add(details, to: assessment.id, by: context.member.actor, at: finder.now())
            }
            return "/strategic-assessments/\(assessment.year.slug)/themes/\(id)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let theme = try await finder.theme(context, of: assessment)
        let known = try await KnownMeasures(finder.sets)
        let wasChanged = !form["seen"].isEmpty && form["seen"] != theme.details.fingerprint
        return try await answering(
            context.visit,
            again: {
                ThemeFormPages.details(
                    of: theme, in: assessment, Answers(form), among: known, refusals: $0, wasChanged: wasChanged)
            }
        ) {
            let details = try ThemeFormPages.read(form, among: known)
            try await named {
                guard !wasChanged else { throw StrategicRefusal.changedMeanwhile }
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
