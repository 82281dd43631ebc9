import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/parts/{part}` and `/strategic-assessments/{year}/themes/{theme}/{aspect}`: the words.
struct PartRoutes: Sendable {
    let finder: AssessmentFinder

    func add(to routes: inout Routes) {
        let finder = finder
        let places: [(path: String, find: @Sendable (MemberContext) async throws -> Part)] = [
            ("/strategic-assessments/{year}/parts/{part}", { try await finder.section($0) }),
            ("/strategic-assessments/{year}/themes/{theme}/{aspect}", { try await finder.aspect($0) }),
        ]
        for (path, find) in places {
            routes.members(.get, path, may: .readStrategicAssessments) { _, context in
                .page(try await finder.page(of: find(context), context).page)
            }
            routes.members(.get, path + "/edit", may: .writeStrategicAssessments) { _, context in
                let part = try await find(context)
                let newest = try await finder.texts.versions(at: part.place, of: part.assessment.id).first
                return .page(
                    WritingPage(
                        part: part, version: newest?.version ?? 0, text: newest?.markdown ?? "",
                        earlier: try await finder.earlierWords(for: part)
                    ).page(for: context.visit))
            }
            routes.members(.post, path, may: .writeStrategicAssessments) { form, context in
                try await save(form, find(context), context)
            }
        }
    }

    private func save(_ form: Form, _ part: Part, _ context: MemberContext) async throws -> Reply {
        let begun = Int(form["version"]) ?? 0
        var refusals = Refusals()
        let isChosen = !form["text-choice"].isEmpty
        let text = MarkdownEditor.measured(
            isChosen ? ConflictScreen.text(form, "text") : form["text"], "text", part.title, refusals: &refusals)
        let figures = Set(LivePiece.all(in: text).compactMap(\.address)).count
        if figures > FigureList.mostOfText {
            refusals.add(
                "It names \(figures.grouped) figures. Nobody reads so many: name \(FigureList.mostOfText) at most",
                field: "text")
        }
        var page = WritingPage(
            part: part, version: begun, text: text, earlier: try await finder.earlierWords(for: part))
        if MarkdownEditor.isLooking(form), refusals.all.isEmpty {
            page.reading = try await finder.live(text, of: part)
            return .page(page.page(for: context.visit))
        }
        do {
            try refusals.check()
            let versions = try await finder.texts.versions(at: part.place, of: part.assessment.id)
            if versions.first?.markdown == text { return .redirect(to: part.address) }
            try await finder.texts.save(
                text, at: part.place, of: part.assessment.id, after: begun, by: context.member.actor,
                at: finder.now())
            return .redirect(to: part.address)
        } catch let refusals as Refusals {
            page.refusals = refusals
            return .page(page.page(for: context.visit), status: .unprocessableContent)
        } catch TextRefusal.savedMeanwhile {
            return try await bothVersions(of: part, begun: begun, mine: text, context)
        }
    }

    /// Two wrote at once: the second chooses, and nobody's words are lost.
    private func bothVersions(
        of part: Part, begun: Int, mine: String, _ context: MemberContext
    ) async throws -> Reply {
        let versions = try await finder.texts.versions(at: part.place, of: part.assessment.id)
        guard let newest = versions.first else { throw HTTPError(.notFound) }
        let base = versions.first { $0.version == begun }?.markdown ?? ""
        let screen = ConflictScreen(
            EditConflict(base: base, theirs: newest.markdown, mine: mine), of: "text", part.title,
            savedBy: "\(newest.writtenBy), \(newest.writtenAt.dayAndTime),", to: part.address, context.visit,
            values: [("version", "\(newest.version)")], wayBack: Mention(at: part.address, titled: part.title))
        return .page(screen.page, status: .conflict)
    }
}

/// A text of an assessment, with where it is and what it is called.
struct Part: Sendable {
    let assessment: AnnualAssessment
    let place: TextPlace
    /// "Levels and patterns", "Burglary: why"
    let title: String
    let guidance: String
    let address: Address
    let editing: Address
    let duty: Duty?
    let crumbs: [Mention]
}

extension Part {
    init(_ section: DocumentSection, of assessment: AnnualAssessment) {
        self.init(
            assessment: assessment, place: .section(section), title: section.title, guidance: section.guidance,
            address: assessment.address(of: section), editing: assessment.editing(section), duty: section.duty,
            crumbs: assessment.crumbs)
    }

    init(_ aspect: ThemeAspect, of theme: Theme, in assessment: AnnualAssessment) {
        self.init(
            assessment: assessment, place: .theme(theme.id, aspect),
            title: "\(theme.name): \(aspect.title.lowercased())", guidance: aspect.guidance,
            address: assessment.address(of: aspect, theme), editing: assessment.editing(aspect, theme), duty: nil,
            crumbs: assessment.crumbs + [Mention(at: assessment.address(of: theme), titled: theme.name)])
    }
}

extension AssessmentFinder {
    func section(_ context: MemberContext) async throws -> Part {
        let assessment = try await assessment(context)
        guard let section = context.parameters.get("part").flatMap({ DocumentSection(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return Part(section, of: assessment)
    }

    func aspect(_ context: MemberContext) async throws -> Part {
        let assessment = try await assessment(context)
        let theme = try await theme(context, of: assessment)
        guard let aspect = context.parameters.get("aspect").flatMap({ ThemeAspect(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return Part(aspect, of: theme, in: assessment)
    }

    /// Nil of a theme that is not in it any more.
    func part(at place: TextPlace, of assessment: AnnualAssessment) async throws -> Part? {
        switch place {
        case .section(let section): Part(section, of: assessment)
        case .theme(let id, let aspect):
            try await store.themes(of: assessment.id).first { $0.id == id }.map {
                Part(aspect, of: $0, in: assessment)
            }
        }
    }

    /// A text as it reads, with its figures as they are now.
    func live(_ text: String, of part: Part) async throws -> String {
        var figures = FigureList()
        try await figures.take(text, in: part.title, from: evidence)
        return LiveText(text, figures, leading: .page).markdown
    }

    /// - Parameters:
    ///   - comment: what was typed, where it was refused.
    func page(
        of part: Part, _ context: MemberContext, comment: String = "", refusals: Refusals? = nil
    ) async throws -> PartPage {
        let versions = try await texts.versions(at: part.place, of: part.assessment.id)
        var figures = FigureList()
        if let newest = versions.first { try await figures.take(newest.markdown, in: part.title, from: evidence) }
        return PartPage(
            part: part, versions: versions, figures: figures,
            comments: try await review.comments(on: part.assessment.id).filter { $0.place == part.place },
            visit: context.visit, mayWrite: context.member.may(.writeStrategicAssessments),
            mayComment: context.member.may(.reviewStrategicAssessments), comment: comment, refusals: refusals)
    }
}
