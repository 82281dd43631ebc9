import Statistics
import Storage
import Wording

/// Something that the document says is not known, and why, besides what partners owe.
struct NotKnown: Codable, Hashable, Sendable {
    /// Of which themes it is said, by their names; none of what holds for the whole district.
    let themes: [String]
    let sentence: String
}

extension AgreedRanking {
    /// The themes that the scores could not place, and the criteria on which nothing was judged, each with why.
    ///
    /// - Parameters:
    ///   - themes: the identifiers of those of which it is said already that no data tell of them.
    ///   - known: the identifiers of those whose number is known by now, which it may not have been then.
    func notKnown(besides themes: Set<String>, known: Set<String>) -> [NotKnown] {
        let lines = lines.filter { !themes.contains($0.id) }
        return unplaced(lines, known) + unjudged(lines)
    }

    /// Those that had no score by their number, by their identifiers.
    var uncounted: [String] {
        lines.filter { line in
            line.rank == nil && line.scores.contains { $0.criterion == Criterion.volume.rawValue && $0.score == nil }
        }.map(\.id)
    }

    /// Whether the scores gave a place to none of some themes, by their identifiers.
    func places(none themes: Set<String>) -> Bool {
        let lines = lines.filter { themes.contains($0.id) }
        return !lines.isEmpty && lines.allSatisfy { $0.rank == nil }
    }

    /// Those without a place by the scores: once what several lack alike.
    private func unplaced(_ lines: [Line], _ known: Set<String>) -> [NotKnown] {
        var found: [(themes: [String], reasons: String)] = []
        let uncounted = Set(uncounted)
        for line in lines where line.rank == nil {
            let lacking = line.scores.filter { $0.score == nil && weighs($0.criterion) }
            guard !lacking.isEmpty else { continue }
            let since = uncounted.contains(line.id) && known.contains(line.id) ? " The number is known since then." : ""
            found.add(line.theme, Self.reasons(lacking) + since)
        }
        return found.map { themes, reasons in
            NotKnown(
                themes: themes,
                sentence:
                    "\(themes.inWords) had no place by the scores when the order was agreed. \(reasons)"
            )
        }
    }

    /// Scores in the middle that stand for no judgement.
    private func unjudged(_ lines: [Line]) -> [NotKnown] {
        Criterion.allCases.filter { weighs($0.rawValue) }.flatMap { criterion in
            var found: [(themes: [String], reasons: String)] = []
            for line in lines {
                guard let score = line.scores.first(where: { $0.criterion == criterion.rawValue }),
                    let value = score.score, let why = score.untold
                else { continue }
                found.add(line.theme, "counted as \(Score.wording(value)), the middle: \(why.begunSmall)".withFullStop)
            }
            return found.map { themes, reasons in
                NotKnown(themes: themes, sentence: "‘\(criterion.title)’ of \(themes.inWords) \(reasons)")
            }
        }
    }

    private func weighs(_ criterion: String) -> Bool {
        Criterion(rawValue: criterion).map { rules.weight(of: $0) > 0 } ?? false
    }

    /// "Volume and trend: nothing is known of 2015. Influence: nobody has scored it."
    private static func reasons(_ scores: [Line.Score]) -> String {
        var found: [(themes: [String], reasons: String)] = []
        for score in scores {
            let title = Criterion(rawValue: score.criterion)?.title ?? score.criterion
            found.add(
                found.contains { $0.reasons == (score.untold ?? score.words) } ? title.begunSmall : title,
                score.untold ?? score.words)
        }
        return found.map { "\($0.themes.inWords): \($0.reasons.begunSmall)".withFullStop }.joined(separator: " ")
    }
}

extension [(themes: [String], reasons: String)] {
    /// Puts what shares a reason together.
    fileprivate mutating func add(_ name: String, _ reasons: String) {
        if let same = firstIndex(where: { $0.reasons == reasons }) {
            self[same].themes.append(name)
        } else {
            append(([name], reasons))
        }
    }
}

extension DocumentDesk {
    /// What is not known, of the whole district and of its themes.
    ///
    /// - Parameter unshown: what the data that are here cannot show, in sentences.
    func notKnown(
        of assessment: AnnualAssessment, _ themes: [Theme], in ranking: RankingVersion?, unshown: [String]
    ) async throws -> [NotKnown] {
        let untold = themes.filter(\.details.measures.isEmpty)
        var found = unshown.map { NotKnown(themes: [], sentence: $0) }
        if !untold.isEmpty {
            let names = untold.map(\.name)
            let unplaced = ranking?.ranking.places(none: Set(untold.map(\.id.description))) ?? false
            let place = unplaced ? ": \(names.count == 1 ? "it has" : "they have") no place by the scores" : ""
            found.append(NotKnown(themes: names, sentence: "No data tell of \(names.inWords) yet\(place)."))
        }
        guard let ranking else { return found + (try await uncounted(themes, of: assessment)) }
        var known: Set<String> = []
        let uncounted = Set(ranking.ranking.uncounted)
        for theme in themes where uncounted.contains(theme.id.description) && !theme.details.measures.isEmpty {
            let evidence = try await finder.evidence.evidence(
                on: theme.details.measures, over: assessment.period, against: assessment.comparison)
            if case .success = evidence.volume { known.insert(theme.id.description) }
        }
        return found
            + ranking.ranking.notKnown(
                besides: Set(untold.map(\.id.description)), known: known)
    }

    /// Themes of which there is no number, where no order was agreed that says so.
    private func uncounted(_ themes: [Theme], of assessment: AnnualAssessment) async throws -> [NotKnown] {
        var found: [(themes: [String], reasons: String)] = []
        for theme in themes where !theme.details.measures.isEmpty {
            let evidence = try await finder.evidence.evidence(
                on: theme.details.measures, over: assessment.period, against: assessment.comparison)
            if case .failure(let missing) = evidence.volume { found.add(theme.name, missing.fact.begunSmall) }
        }
        return found.map { NotKnown(themes: $0, sentence: "No number of \($0.inWords): \($1)".withFullStop) }
    }
}
