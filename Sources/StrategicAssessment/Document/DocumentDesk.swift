import DataRegister
import Publishing
import Storage
import Wording

/// Where the document is put together.
struct DocumentDesk: Sendable {
    let finder: AssessmentFinder
    let exhibits: any ExhibitDesk
    let focus: FocusStore
    let rankings: RankingStore
    let register: DataSetStandingStore
    let publications: PublicationStore
    let partnership: String

    func document(of assessment: AnnualAssessment) async throws -> YearDocument {
        try await sinceLastYear(try await asWritten(assessment))
    }

    /// The same with what is different from what was published of the year before.
    private func sinceLastYear(_ document: YearDocument) async throws -> YearDocument {
        guard let last = document.assessment.year.before,
            let record = try await record(
                in: try await publications.publication("strategic-assessment-\(last.slug)")?.current)
        else { return document }
        var document = document
        document.sinceLastYear = DocumentRecord(document).changes(since: record)
        return document
    }

    /// What a published version says, for programs; nil of one whose record is of another making and cannot be compared.
    func record(in version: PublishedVersion?) async throws -> DocumentRecord? {
        try await publications.record(in: version)
    }

    private func asWritten(_ assessment: AnnualAssessment) async throws -> YearDocument {
        let saved = try await finder.texts.texts(of: assessment.id).filter { !$0.value.isBlank }
        let themes = try await finder.store.themes(of: assessment.id)
        let ranking = try await rankings.versions(of: assessment.id).first
        let inDepth = Self.inDepth(themes, in: ranking, saved)
        var figures = FigureList()
        for section in DocumentSection.allCases {
            if let text = saved[.section(section)] {
                try await figures.take(text.markdown, in: section.title, from: finder.evidence)
            }
            guard section == .themes else { continue }
            for one in inDepth {
                for (aspect, text) in one.aspects {
                    let title = TextPlace.theme(one.theme.id, aspect).title(among: themes)
                    try await figures.take(text, in: title, from: finder.evidence)
                }
            }
        }
        let counted = themes.filter { !$0.details.measures.isEmpty }.map { ($0.name, $0.details.measures) }
        let known = try await KnownMeasures(finder.sets)
        let beside = try await finder.evidence.besideOthers(on: counted, over: assessment.period)
        let unshown = try await exhibits.untold(over: assessment.period, against: assessment.comparison)
        return YearDocument(
            assessment: assessment, partnership: partnership,
            texts: Dictionary(
                uniqueKeysWithValues: DocumentSection.allCases.compactMap { section in
                    saved[.section(section)].map { (section, $0.markdown) }
                }),
            ranking: ranking, inDepth: inDepth, themes: themes, figures: figures,
            beside: beside,
            exhibits: try await DocumentExhibits(
                of: assessment, themes: inDepth.map(\.theme), focus: try await focused(assessment), from: exhibits),
            owed: try await owed(of: assessment), unshown: unshown,
            notKnown: try await notKnown(of: assessment, themes, in: ranking, unshown: unshown),
            counted: Dictionary(
                themes.compactMap { theme in known.otherWords(of: theme).map { ("\(theme.id)", $0) } },
                uniquingKeysWith: { first, _ in first }),
            setsBeside: known.sets(telling: beside, of: themes))
    }

    /// The pictures alone, for whoever asks for one of them.
    func exhibits(of assessment: AnnualAssessment) async throws -> DocumentExhibits {
        let saved = try await finder.texts.texts(of: assessment.id).filter { !$0.value.isBlank }
        let themes = try await finder.store.themes(of: assessment.id)
        let ranking = try await rankings.versions(of: assessment.id).first
        return try await DocumentExhibits(
            of: assessment, themes: Self.inDepth(themes, in: ranking, saved).map(\.theme),
            focus: try await focused(assessment), from: exhibits)
    }

    /// The places that are followed, as figures name them.
    private func focused(_ assessment: AnnualAssessment) async throws -> [String] {
        try await focus.places(of: assessment.id).filter(\.isFollowed).map(\.place)
    }

    /// The first of the order that was agreed, then the others that have words.
    private static func inDepth(
        _ themes: [Theme], in ranking: RankingVersion?, _ saved: [TextPlace: SavedText]
    ) -> [YearDocument.InDepth] {
        let ranked = (ranking?.ranking.lines ?? []).filter { $0.place != nil }.compactMap { line in
            themes.first { $0.id.description == line.id }
        }
        // All that share the last place are told of, or the choice between them would be nobody's.
        let places = (ranking?.ranking.lines ?? []).compactMap(\.place)
        let last = places.prefix(YearDocument.topThemes).last
        let count = max(YearDocument.topThemes, places.count { place in last.map { place <= $0 } ?? false })
        let top = ranked.prefix(count)
        let others = (ranked.dropFirst(count) + themes.filter { !ranked.contains($0) })
        return (top + others).map { theme in
            YearDocument.InDepth(
                theme: theme,
                aspects: ThemeAspect.allCases.compactMap { aspect in
                    saved[.theme(theme.id, aspect)].map { (aspect, $0.markdown) }
                })
        }.filter { !$0.aspects.isEmpty || top.contains($0.theme) }
    }

    /// What partners promised for its months, or for those that they are set against, and has not come, by who owes it.
    private func owed(of assessment: AnnualAssessment) async throws -> [YearDocument.Owed] {
        let wanted = [assessment.period, assessment.comparison].map { $0.from...$0.to }
        return try await register.standings(on: finder.today()).compactMap { standing in
            let overdue = standing.overdue.filter { late in
                wanted.contains { $0.overlaps(late.period.from...late.period.to) }
            }
            guard let first = overdue.first, let last = overdue.last else { return nil }
            let months = first == last ? "\(first.period)" : "\(first.period) to \(last.period)"
            return YearDocument.Owed(
                provider: standing.set.provider.name, what: "\(standing.set.name), \(months)",
                due: first.due.words)
        }
    }
}
