import DataRegister
import Foundation
import Membership
import Press
import Publishing
import Storage
import Web

/// Everything that a partnership's strategic assessments are made with.
public struct StrategicDesks: Sendable {
    let finder: AssessmentFinder
    let ranking: RankingDesk
    let documents: DocumentDesk
    let years: YearDesk
    let ahead: FiguresAhead
    let printer: DocumentPrinter
    let publishing: PublishingDesk
    let revising: RevisedDesk
    let focus: FocusStore
    let following: any FollowingDesk
    let people: PersonStore
    let agencies: AgencyStore
    /// Published lists of severity, and where their files are opened.
    let severity: SeverityStore
    let tables: MappingDesk
    let files: KeptFiles

    /// - Parameters:
    ///   - evidence: where the figures of themes and texts come from.
    ///   - exhibits: where the document's pictures and tables come from.
    ///   - following: where wards are followed through the year.
    ///   - smallNumbers: where it is looked whether a document gives small numbers away.
    ///   - tables: where tables that somebody gives are opened.
    ///   - today: the day on which data are due or not.
    public init(
        _ database: Database, identities: Identities, evidence: any EvidenceDesk, exhibits: any ExhibitDesk,
        following: any FollowingDesk,
        smallNumbers: any SmallNumberCheck, tables: MappingDesk, printing: Printing,
        now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        let finder = AssessmentFinder(
            store: AnnualAssessmentStore(database, identities: identities), texts: TextStore(database),
            review: ReviewStore(database, identities: identities), sets: DataSetStore(database), evidence: evidence,
            now: now, today: today)
        (severity, self.tables, files) = (SeverityStore(database), tables, database.files)
        let ranking = RankingDesk(
            store: finder.store, scores: ScoreStore(database), rules: RulesStore(database),
            rankings: RankingStore(database), evidence: evidence, severity: severity, sets: finder.sets)
        (focus, self.following) = (FocusStore(database, identities: identities), following)
        let publications = PublicationStore(database, identities: identities)
        let documents = DocumentDesk(
            finder: finder, exhibits: exhibits, focus: focus, rankings: ranking.rankings,
            register: DataSetStandingStore(database), publications: publications, partnership: printing.partnership)
        (self.finder, self.ranking, self.documents) = (finder, ranking, documents)
        ahead = FiguresAhead(finder.store, evidence: evidence)
        revising = RevisedDesk(
            documents: documents, ranking: ranking, supersessions: SupersessionStore(database))
        years = YearDesk(
            finder: finder, ranking: ranking, register: DataSetStandingStore(database), publications: publications,
            focus: focus, revising: revising)
        printer = DocumentPrinter(printing)
        publishing = PublishingDesk(
            documents: documents, printer: printer, store: publications, smallNumbers: smallNumbers, revising: revising)
        people = PersonStore(database, identities: identities)
        agencies = AgencyStore(database, identities: identities)
    }

    /// Enters an assessment that was written elsewhere, and publishes it: all by the way that people take.
    ///
    /// - Throws: ``StrategicRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    public func publish(_ prepared: PreparedAssessment, by actor: Entry.Actor) async throws {
        let time = finder.now()
        let assessment = try await finder.store.begin(
            prepared.year, over: prepared.period, comparedWith: prepared.comparison, by: actor, at: time)
        let themes = try await finder.store.themes(of: assessment.id)
        var rules = RankingRules.usual
        rules.weights = prepared.weights.of
        try await ranking.rules.set(
            rules, because: prepared.weights.why, after: 0, of: assessment.id, by: actor, at: time)
        let scores = prepared.scores.compactMap { scored in
            themes.first { $0.name == scored.theme }.map { theme in
                GivenScore(
                    theme: theme.id, criterion: scored.criterion, scorer: .person(scored.scorer), score: scored.score,
                    reason: scored.reason, source: "", enteredBy: scored.name, at: time)
            }
        }
        try await ranking.scores.give(scores, in: assessment.id, by: actor, at: time)
        try await ranking.rankings.agree(
            AgreedRanking(try await ranking.matrix(of: assessment)), by: prepared.agreed.by, on: prepared.agreed.on,
            note: prepared.agreed.note, in: assessment.id, entered: actor, at: time)
        for (place, text) in prepared.parts(among: themes) {
            try await finder.texts.save(text, at: place, of: assessment.id, after: 0, by: actor, at: time)
        }
        try await follow(prepared.focus, in: assessment, by: actor)
        let plan = try await publishing.plan(assessment)
        _ = try await publishing.publish(plan, after: plan.before, by: actor, at: time)
    }

    /// Follows those of some wards that are known, by their names.
    private func follow(
        _ focus: [PreparedAssessment.Focus], in assessment: AnnualAssessment, by actor: Entry.Actor
    ) async throws {
        guard !focus.isEmpty else { return }
        let known = try await following.followable()
        for one in focus {
            guard let place = known.first(where: { $0.name == one.name }) else { continue }
            try await self.focus.choose(place, because: one.reason, in: assessment.id, by: actor, at: finder.now())
        }
    }
}
