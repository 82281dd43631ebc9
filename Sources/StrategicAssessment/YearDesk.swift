import DataRegister
import Publishing
import Storage

/// How a year's assessment stands, worked out from the records: nobody has to say that something is done.
struct YearStanding: Sendable {
    let assessment: AnnualAssessment
    /// Deliveries of data that are overdue, over all data sets.
    let overdue: Int
    let themes: [Theme]
    /// How many themes have a place, as the scores are now; nil while the figures are worked out.
    let ranked: Int?
    /// The newest order that was agreed.
    let agreed: RankingVersion?
    let texts: [TextPlace: SavedText]
    let duties: [DutyStanding]
    let comments: [ReviewComment]
    let publication: Publication?
    /// What became of that on which it rests; nil where all of it stands, and while figures are worked out.
    let revised: RevisedSources?
    /// What became of the sets of districts that it is told among; nil likewise.
    let changedSets: ChangedSets?
    /// How many of the months it looks at are here, as its themes count them.
    let months: MonthsHere.Account
    /// The names of the wards that are followed.
    let focus: [String]
    /// From which other set its themes could be counted, as what they count is not here; nil where nothing is to be gained.
    let counting: DataSet?
    /// Whether nobody put anything into it yet.
    let isUntouched: Bool

    var open: Int { comments.count(where: \.isOpen) }

    func isWritten(_ place: TextPlace) -> Bool { texts[place].map { !$0.isBlank } ?? false }

    /// How many of the parts that people write have words.
    var written: Int { DocumentSection.allCases.count { $0.isWritten && isWritten(.section($0)) } }

    /// Themes of which something is written in depth.
    var inDepth: Int { themes.count { theme in ThemeAspect.allCases.contains { isWritten(.theme(theme.id, $0)) } } }
}

/// Where the standing of a year is worked out.
struct YearDesk: Sendable {
    let finder: AssessmentFinder
    let ranking: RankingDesk
    let register: DataSetStandingStore
    let publications: PublicationStore
    let focus: FocusStore
    let revising: RevisedDesk

    /// - Parameter withRanking: whether the figures are at hand, on which the ranking rests.
    func standing(of assessment: AnnualAssessment, withRanking: Bool) async throws -> YearStanding {
        let texts = try await finder.texts.texts(of: assessment.id)
        let matrix = withRanking ? try await ranking.matrix(of: assessment) : nil
        let themes = try await finder.store.themes(of: assessment.id)
        let here = try await finder.evidence.monthsHere()
        return YearStanding(
            assessment: assessment,
            overdue: try await register.standings(on: finder.today()).reduce(0) { $0 + $1.overdue.count },
            themes: themes, ranked: matrix?.rows.count { $0.place != nil },
            agreed: try await ranking.rankings.versions(of: assessment.id).first, texts: texts,
            duties: DutyStanding.all(texts, themes: themes),
            comments: try await finder.review.comments(on: assessment.id),
            publication: try await publications.publication(assessment.publicationSlug),
            revised: withRanking ? try await revising.revised(assessment) : nil,
            changedSets: withRanking ? try await revising.changedSets(assessment) : nil,
            months: here.account(of: assessment.allMonths, for: themes, named: try await names()),
            focus: try await focus.places(of: assessment.id).filter(\.isFollowed).map(\.name),
            counting: try await counting(themes, here: here, over: assessment.allMonths),
            isUntouched: try await finder.store.contents(of: assessment.id).isEmpty)
    }

    private func names() async throws -> [DataSetAddress: String] {
        Dictionary(
            try await finder.sets.dataSets().map { ($0.address, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Another set that the themes could be counted from, where that gains something.
    private func counting(_ themes: [Theme], here: MonthsHere, over periods: [Period]) async throws -> DataSet? {
        guard let offered = ThemeCounting.offered(themes, here: here, over: periods) else { return nil }
        let known = Set(try await finder.sets.measures(of: offered).map { "\($0.address)" })
        guard ThemeCounting(themes, to: offered, known: known)?.changes.isEmpty == false else { return nil }
        return try await finder.sets.dataSet(offered)
    }
}
