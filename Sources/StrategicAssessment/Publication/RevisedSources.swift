import DataRegister
import Foundation
import Publishing
import Storage
import Wording

/// What became of that on which a published version rests.
struct RevisedSources: Sendable {
    let publication: Publication
    let version: PublishedVersion
    let record: DocumentRecord
    /// What took the place of its sources; never empty.
    let supersessions: [Supersession]
    let figures: [RevisedFigure]
    /// The pictures and tables that would show other numbers; none where the year looks at other months by now.
    let exhibits: [RevisedExhibit]

    var sentence: String {
        [figures.sentence(of: "this document"), exhibits.sentence].compactMap(\.self).joined(separator: " ")
    }

    /// Whether newer data would say or show anything otherwise.
    var isAnother: Bool { !exhibits.isEmpty || figures.contains(where: \.isAnother) }

    /// What readers are told where an officer wants them to be: which sources were revised, and no number.
    var note: String {
        var revised: [String: [String]] = [:]
        for (publisher, group) in Dictionary(grouping: supersessions, by: \.new.publisher) {
            revised[publisher] = Self.whats(group)
        }
        let told = revised.sorted { $0.key < $1.key }.map { publisher, whats in
            let name = publisher == "a partner" ? "a partner has" : "\(publisher) has"
            return "\(name) revised \(whats.map(\.begunSmall).inWords)"
        }
        // The last of its sources that were here when it was published.
        let asAt = record.sources.map(\.receivedAt).max() ?? version.publishedAt
        return "Since this was published, \(told.inWords). The figures here are those of what had been received by "
            + "\(asAt.day)."
    }

    /// "Street-level crime, January to March 2015", each data set once.
    private static func whats(_ supersessions: [Supersession]) -> [String] {
        Dictionary(grouping: supersessions, by: \.dataSet).sorted { $0.key < $1.key }.map { name, group in
            let periods = group.flatMap(\.periods)
            return periods.isEmpty ? name : "\(name) of \(Supersession.joined(periods).map(\.description).inWords)"
        }
    }
}

/// Where it is worked out what newer data would say of what was published.
struct RevisedDesk: Sendable {
    let documents: DocumentDesk
    let ranking: RankingDesk
    let supersessions: SupersessionStore

    private typealias Told = [String: Result<Evidence.Figure, Evidence.Missing>]

    /// A release may be superseded for some of its months only, as an archive of years is, and what was told of its other months
    /// stands: so it goes by what each figure, picture and table is read from now.
    ///
    /// - Parameter release: what must be among that which took the place of its sources; nil is anything.
    /// - Returns: nil where nothing took the place of anything that the version that stands rests on since it was published.
    func revised(_ publication: Publication, by release: ID<Release>? = nil) async throws -> RevisedSources? {
        guard let version = publication.current, let record = try await documents.record(in: version) else {
            return nil
        }
        let sources = Set(record.sources.map(\.id))
        let since = try await supersessions.supersessions(of: Set(sources.compactMap { ID<Release>($0) }))
            // What it was published from is no news to it, though the order that was agreed before may rest on what gave way.
            .filter { !sources.contains("\($0.new.id)") }
        guard release.map({ release in since.contains { $0.new.id == release } }) ?? !since.isEmpty else { return nil }
        let replaced = Set(since.map { "\($0.old)" })
        var now: Told = [:]
        // What rests on none of them says what it said.
        for figure in record.figures where figure.releases.map({ !replaced.isDisjoint(with: $0) }) ?? true {
            now[figure.address] = try await documents.finder.evidence.figure(at: figure.address)
        }
        let assessment = try await finder.assessments().first { $0.publicationSlug == publication.slug }
        let document = try await document(of: assessment, as: record)
        let found = try await concerning(version, record, now, assessment, document, among: since)
        guard release.map({ release in found.contains { $0.new.id == release } }) ?? !found.isEmpty else { return nil }
        return RevisedSources(
            publication: publication, version: version, record: record, supersessions: found,
            figures: RevisedFigure.all(in: record, now: now, since: since.map(Replacement.init)),
            exhibits: document.map { record.exhibits(otherwiseIn: DocumentRecord($0)) } ?? [])
    }

    /// As it stands now; nil where its year is gone, or looks at other months than those it was published from.
    private func document(of assessment: AnnualAssessment?, as record: DocumentRecord) async throws -> YearDocument? {
        guard let assessment, record.isOf(assessment) else { return nil }
        return try await documents.document(of: assessment)
    }

    /// Those that tell anew something which the document tells.
    private func concerning(
        _ version: PublishedVersion, _ record: DocumentRecord, _ now: Told, _ assessment: AnnualAssessment?,
        _ document: YearDocument?, among since: [Supersession]
    ) async throws -> [Supersession] {
        var read: Set<String> = []
        for figure in record.figures {
            switch now[figure.address] {
            case .success(let current): read.formUnion(current.releases.map(\.id))
            case .failure: read.formUnion(figure.replacing(since.map(Replacement.init)).map(\.new))
            case nil: continue
            }
        }
        if let assessment {
            // Where the year looks at other months by now, its pictures and its ranking tell nothing of those it was published from.
            guard let document else { return since }
            let live = document.figures.releases + document.beside.releases + document.exhibits.all.flatMap(\.releases)
            let order = try await orderNow(assessment).filter { $0.receivedAt > version.publishedAt }
            read.formUnion((live + order).map(\.id))
        }
        var kept = Set(since.filter { read.contains("\($0.new.id)") }.map(\.new.id))
        // What took the place of one of them, and gave way in its turn.
        while let gone = since.first(where: { !kept.contains($0.new.id) && Self.leads($0, to: kept, among: since) }) {
            kept.insert(gone.new.id)
        }
        return since.filter { kept.contains($0.new.id) }
    }

    private static func leads(_ one: Supersession, to kept: Set<ID<Release>>, among since: [Supersession]) -> Bool {
        since.contains { $0.old == one.new.id && kept.contains($0.new.id) }
    }

    private var finder: AnnualAssessmentStore { documents.finder.store }

    /// What the ranking would rest on, were it agreed today.
    private func orderNow(_ assessment: AnnualAssessment) async throws -> [Evidence.Release] {
        AgreedRanking(try await ranking.matrix(of: assessment)).releases ?? []
    }

    /// What became, since the order was agreed, of that on which it rests; nil where none was agreed.
    func since(orderOf assessment: AnnualAssessment) async throws -> SinceOrder? {
        guard let agreed = try await ranking.rankings.versions(of: assessment.id).first?.ranking else { return nil }
        let today = try await ranking.matrix(of: assessment)
        let known = agreed.releases ?? []
        let news = Set((AgreedRanking(today).releases ?? []).map(\.id)).subtracting(known.map(\.id))
        let found = try await supersessions.supersessions(of: Set(known.compactMap { ID<Release>($0.id) }))
        return SinceOrder(
            newer: found.filter { news.contains("\($0.new.id)") }, moved: agreed.moved(since: today),
            changedSet: agreed.changedSet(since: today))
    }

    func revised(_ assessment: AnnualAssessment) async throws -> RevisedSources? {
        guard let publication = try await documents.publications.publication(assessment.publicationSlug) else {
            return nil
        }
        return try await revised(publication)
    }

    /// Every published document that rests on what a release took the place of, at first or through others.
    func restingOn(whatReplaced release: ID<Release>) async throws -> [RevisedSources] {
        var found: [RevisedSources] = []
        for publication in try await documents.publications.publications()
        where publication.kind == .strategicAssessment {
            if let revised = try await revised(publication, by: release) { found.append(revised) }
        }
        return found
    }
}

extension Replacement {
    fileprivate init(_ one: Supersession) {
        self.init(old: "\(one.old)", new: "\(one.new.id)", periods: one.periods)
    }
}

/// What became of that on which the order was agreed.
struct SinceOrder: Sendable {
    /// What took the place of its figures: "street-level crime, February 2014".
    let newer: [Supersession]
    /// The scores that figures give otherwise by now.
    let moved: [String]
    /// What became of the set of districts that it compares with; nil where nothing did.
    let changedSet: String?
}
