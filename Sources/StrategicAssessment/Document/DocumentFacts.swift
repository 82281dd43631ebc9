import DataFiles
import Foundation
import Statistics
import Storage

// The tables of the document as programs load them. What a page says in words, a place with a sign or a dash among numbers, is a
// number here or nothing, with the reason beside it.

extension YearDocument {
    /// Every figure that the texts name, in their order.
    var figureFacts: FactTable {
        FactTable(
            ["number", "kind"] + Measured.columns
                + ["said", "interval_said", "sentence", "notes", "source", "address"],
            rows: figures.told.map { named in
                let figure = named.figure
                let measured = figure.measured ?? Measured(missing: "it is told in words alone", of: "")
                return [.whole(named.number), .said(named.address.split(separator: " ").first.map(String.init))]
                    + measured.facts + [
                        .text(figure.words), .said(figure.interval), .text(figure.sentence),
                        .said(figure.notes.joined(separator: " ")), .text(figure.source), .text(named.address),
                    ]
            })
    }

    /// The themes in the order agreed, with how far each place holds, and why one is another than the scores give.
    var rankingFacts: FactTable? { ranking?.ranking.facts }

    /// The own district beside others, a row for each theme of which something is counted; nil where none can be told.
    var comparisonFacts: FactTable? {
        guard !beside.told.isEmpty else { return nil }
        return FactTable(
            [
                "theme", "per_1000", "per_1000_lower", "per_1000_upper", "group_mean_per_1000", "beside_the_others",
                "place", "place_of", "place_could_be_from", "place_could_be_to", "reason", "counted", "sentence",
                "source", "address",
            ],
            rows: beside.rows.map { row in
                switch row.told {
                case .success(let standing): Self.facts(of: row.theme, standing)
                case .failure(let missing):
                    [.text(row.theme)] + [Fact](repeating: .missing, count: 9) + [.text(missing.reason)]
                        + [Fact](repeating: .missing, count: 4)
                }
            })
    }

    private static func facts(of theme: String, _ standing: BesideOthers.Standing) -> [Fact] {
        let numbers = standing.numbers
        let rates = [numbers?.per1000, numbers?.per1000Lower, numbers?.per1000Upper, numbers?.groupMeanPer1000]
        let places = [numbers?.placeNumber, numbers?.placeOf, numbers?.couldBeFrom, numbers?.couldBeTo]
        return [.text(theme)] + rates.map(Fact.number) + [.text(standing.besideMean)] + places.map(Fact.count) + [
            .missing, .text(standing.what), .text(standing.figure.sentence), .text(standing.figure.source),
            .said(standing.figure.address),
        ]
    }

    /// What the figures rest on.
    var sourceFacts: FactTable {
        FactTable(
            ["title", "publisher", "licence", "received", "sha256"],
            rows: releases.map {
                [
                    .text($0.title), .text($0.publisher), .text($0.licence), .text("\(Day($0.receivedAt))"),
                    .said($0.sha256),
                ]
            })
    }
}

extension AgreedRanking {
    /// A row for each theme, in the order agreed. Scores go from 1 to 5.
    var facts: FactTable {
        let scored = Criterion.allCases.filter { $0.source == .people }
        let spreads = scored.flatMap { criterion in
            ["scores", "lowest", "highest", "krippendorff_alpha"].map { "\(criterion.rawValue)_\($0)" }
        }
        return FactTable(
            ["theme", "place", "place_by_scores"] + Criterion.allCases.map(\.rawValue) + [
                "composite", "best_place_by_weights", "worst_place_by_weights", "best_place_by_scorer",
                "worst_place_by_scorer",
            ] + spreads + ["place_is_shared", "place_by_scores_is_shared", "reason", "why_place_differs"],
            rows: lines.map { line in
                let scores = Criterion.allCases.map { criterion in
                    line.scores.first { $0.criterion == criterion.rawValue }?.score
                }
                return [.text(line.theme), .count(line.place), .count(line.rank)] + scores.map(Fact.number)
                    + [.number(line.composite)] + Self.ends(line.overWeights) + Self.ends(line.overScorers)
                    + scored.flatMap { spread(of: line, on: $0) } + [
                        .text(line.agreed?.isShared ?? line.isShared ? "yes" : "no"),
                        .text(line.isShared ? "yes" : "no"), .said(Self.reason(line)), .said(line.agreed?.why),
                    ]
            })
    }

    private static func ends(_ range: [Int]?) -> [Fact] {
        (range ?? []).count == 2 ? (range ?? []).map(Fact.whole) : [.missing, .missing]
    }

    private func spread(of line: Line, on criterion: Criterion) -> [Fact] {
        let spread = line.spread(on: criterion)
        let alpha = agreement?.first { $0.criterion == criterion.rawValue }?.alpha
        return [.count(spread?.count), .count(spread?.lowest), .count(spread?.highest), .number(alpha)]
    }

    /// Which scores it has not, each with why; nil where it has all.
    private static func reason(_ line: Line) -> String? {
        let lacking = line.scores.filter { $0.score == nil }.map { "\($0.criterion): \($0.words)" }
        return lacking.isEmpty ? nil : lacking.joined(separator: "; ")
    }
}
