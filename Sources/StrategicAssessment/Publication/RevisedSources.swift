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

    var sentence: String { figures.sentence(of: "this document") }

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
            "\(name) of \(Supersession.joined(group.flatMap(\.periods)).map(\.description).inWords)"
        }
    }
}

/// Where it is worked out what newer data would say of what was published.
struct RevisedDesk: Sendable {
    let documents: DocumentDesk
    let supersessions: SupersessionStore

    /// - Parameter release: what must be among that which took the place of its sources; nil is anything.
    /// - Returns: nil where nothing took the place of anything that the version that stands rests on.
    func revised(_ publication: Publication, by release: ID<Release>? = nil) async throws -> RevisedSources? {
        guard let version = publication.current, let record = try await documents.record(in: version) else {
            return nil
        }
        let found = try await supersessions.supersessions(of: Set(record.sources.compactMap { ID<Release>($0.id) }))
        guard release.map({ release in found.contains { $0.new.id == release } }) ?? !found.isEmpty else { return nil }
        let replaced = Set(found.map { "\($0.old)" })
        var now: [String: Result<Evidence.Figure, Evidence.Missing>] = [:]
        // What rests on none of them says what it said.
        for figure in record.figures where figure.releases.map({ !replaced.isDisjoint(with: $0) }) ?? true {
            now[figure.address] = try await documents.finder.evidence.figure(at: figure.address)
        }
        return RevisedSources(
            publication: publication, version: version, record: record, supersessions: found,
            figures: RevisedFigure.all(in: record, now: now, replaced: replaced))
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

    /// The pictures and tables that would show other numbers; none where the year looks at other months by now.
    func tables(_ revised: RevisedSources, of assessment: AnnualAssessment) async throws -> [String] {
        let now = DocumentRecord(try await documents.document(of: assessment))
        guard now.period == revised.record.period, now.comparedWith == revised.record.comparedWith else { return [] }
        let beside =
            now.comparison?.set == revised.record.comparison?.set && now.comparison != revised.record.comparison
            ? ["Beside other districts"] : []
        return now.tables(since: revised.record) + beside
    }
}
