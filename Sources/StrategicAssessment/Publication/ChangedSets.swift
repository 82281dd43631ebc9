import Publishing
import Wording

/// That sets of districts were changed, among which a published version is told: none of its sources was revised by that, and its
/// figures would say otherwise all the same.
struct ChangedSets: Sendable {
    let version: PublishedVersion
    /// "the set ‘Most similar to Hull’ was changed on 28 November 2026: Nottingham for Burnley"; never empty.
    let changes: [String]
    /// Those that are told among them.
    let figures: [RevisedFigure]

    var sentence: String {
        let changed = changes.map { "\($0.withCapital)." }.joined(separator: " ")
        guard !figures.isEmpty else {
            return "\(changed) The table beside other districts rests on the set as it was."
        }
        let (all, other) = (figures.count, figures.count(where: \.isAnother))
        let rest = "\(all.counted("figure rests", "figures rest")) on the set as it was"
        let now =
            switch (other, all) {
            case (0, _): "now they would say the same"
            case (1, 1): "now it would say otherwise"
            case (all, _): "now each would say otherwise"
            default: "now \(other == 1 ? "one" : other.grouped) of them would say otherwise"
            }
        return "\(changed) \(rest); \(now)."
    }
}

extension RevisedDesk {
    /// - Returns: nil where the version that stands is told among the districts of today.
    func changedSets(_ publication: Publication) async throws -> ChangedSets? {
        guard let version = publication.current, let record = try await documents.record(in: version) else {
            return nil
        }
        var (changes, figures): ([String], [RevisedFigure]) = ([], [])
        for figure in record.figures {
            guard let was = figure.comparedWith,
                case .success(let now) = try await documents.finder.evidence.figure(at: figure.address),
                let change = now.comparedWith?.change(since: was)
            else { continue }
            if !changes.contains(change) { changes.append(change) }
            figures.append(RevisedFigure(figure, now: now))
        }
        if let change = try await changedBeside(record), !changes.contains(change) { changes.append(change) }
        return changes.isEmpty ? nil : ChangedSets(version: version, changes: changes, figures: figures)
    }

    /// Of the set that the table beside other districts is told among.
    private func changedBeside(_ record: DocumentRecord) async throws -> String? {
        guard let told = record.comparison, let now = try await documents.finder.evidence.comparedWith() else {
            return nil
        }
        return told.comparedWith.map { now.change(since: $0) } ?? now.change(sinceCitedAs: told.set)
    }

    func changedSets(_ assessment: AnnualAssessment) async throws -> ChangedSets? {
        guard let publication = try await documents.publications.publication(assessment.publicationSlug) else {
            return nil
        }
        return try await changedSets(publication)
    }
}
