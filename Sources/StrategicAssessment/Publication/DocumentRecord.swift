import DataFiles
import DataRegister
import Foundation
import Wording

/// The document as programs read it, `assessment.json`, and as the next one is set against it. Names are never taken away,
/// only added; a few that held the words of a number hold the number by now, and its words stand beside it.
struct DocumentRecord: Codable, Hashable, Sendable {
    struct Part: Codable, Hashable, Sendable {
        let title: String
        /// In Markdown, its figures in words.
        let text: String
    }

    struct Theme: Codable, Hashable, Sendable {
        let name: String
        /// Nil where it has none.
        let place: Int?
        let composite: Double?
        /// Which place the scores give it; nil in records of before a meeting's own were entered.
        let placeByScores: Int?
        /// The best and the worst place over other weights, and over the orders of each scorer alone; nil where there is none.
        let placesByWeights: [Int]?
        let placesByScorer: [Int]?
        /// Nil in records of before they were kept.
        let scores: [Score]?

        struct Score: Codable, Hashable, Sendable {
            let criterion: String
            let score: Double?
            /// What people gave, and no word of who gave what.
            let given: ScoreSpread?
            /// What it rests on, where no rule of counts gave it.
            let rests: [String]?
        }
    }

    struct Agreement: Codable, Hashable, Sendable {
        let criterion: String
        let scorers: Int
        /// Krippendorff’s alpha by order.
        let alpha: Double?
        let sentence: String
    }

    struct Comparison: Codable, Hashable, Sendable {
        struct Row: Codable, Hashable, Sendable {
            let theme: String
            let counted: String
            /// For each 1,000 people; in records of before it was a number, in words.
            let rate: Fact
            let rateInWords: String?
            let interval: String
            /// Of the group, likewise.
            let mean: Fact
            let meanInWords: String?
            let besideMean: String
            let place: String
            let couldBe: String
            let sentence: String
            let source: String
            /// The same as numbers; nil in records of before they were kept.
            let numbers: BesideOthers.Numbers?
        }

        /// Why nothing can be told of some themes.
        struct Missing: Codable, Hashable, Sendable {
            let themes: [String]
            let reason: String
        }

        let set: String
        let rows: [Row]
        /// Nil in records of before it was kept.
        let missing: [Missing]?
        /// The set as it was; nil in records of before it was kept.
        let comparedWith: ComparedSet?
    }

    struct Figure: Codable, Hashable, Sendable {
        let number: Int
        let address: String
        let words: String
        let sentence: String
        let interval: String?
        let notes: [String]
        let source: String
        /// The figure alone; nil in records of before it was kept, and of some kinds. In records of before it was a number,
        /// in words.
        let value: Fact?
        let valueInWords: String?
        /// The number with its unit and interval, or why there is none; nil in records of before it was kept.
        let measured: Measured?
        /// The deliveries it rests on, by their identifiers; nil in records of before they were kept.
        let releases: [String]?
        /// Among which districts it is told; nil of one that compares with none, and in records of before it was kept.
        let comparedWith: ComparedSet?

        /// "−4.3%"; nil in records of before it was kept, and of some kinds.
        var said: String? {
            if case .text(let words)? = value { return words }
            return valueInWords
        }

        /// What is told of what and where, whatever the months: "change street-crime/burglary district:thanet".
        var subject: String { address.split(separator: " ").prefix(3).joined(separator: " ") }
    }

    /// A picture or a table, as what it shows.
    struct Exhibit: Codable, Hashable, Sendable {
        let name: String
        let title: String
        let sentence: String
        let columns: [String]
        let rows: [[String]]
        let source: String
        /// What it tells as numbers; nil in records of before it was kept.
        let facts: FactTable?
        /// What must be said beside it; nil in records of before it was kept.
        let notes: [String]?
        /// What its heading says is found; nil where it speaks for itself, and in records of before it was kept.
        let finding: String?
        /// What became of all of it; nil where that is not told, and in records of before it was kept.
        let change: MeasuredChange?
    }

    /// As it is called among the files of a published version.
    static let file = "assessment.json"

    let year: String
    let period: String
    let comparedWith: String
    let parts: [Part]
    /// In the order agreed.
    let themes: [Theme]
    /// How far those who scored agree, criterion by criterion; nil in records of before it was kept.
    let agreement: [Agreement]?
    /// The own district beside others; nil in records from before it was told, and where none could be.
    let comparison: Comparison?
    let figures: [Figure]
    /// Nil in records of before there were any.
    let exhibits: [Exhibit]?
    let sources: [Evidence.Release]
    /// What it says is not known; nil in records of before it was kept.
    let notKnown: [NotKnown]?
    /// The addresses of all figures that are told in any way; nil in records of before they were kept.
    let told: [String]?

    init(_ document: YearDocument) {
        year = document.assessment.year.description
        period = document.assessment.period.description
        comparedWith = document.assessment.comparison.description
        var parts = DocumentSection.allCases.compactMap { section in
            document.texts[section].map { (title: section.title, text: $0) }
        }
        for one in document.inDepth {
            parts += one.aspects.map { (title: "\(one.theme.name): \($0.aspect.title.lowercased())", text: $0.text) }
        }
        self.parts = parts.map { part in
            Part(title: part.title, text: LiveText(part.text, document.figures, leading: .nowhere).markdown)
        }
        themes = (document.ranking?.ranking.lines ?? []).map {
            Theme($0)
        }
        agreement = document.ranking?.ranking.agreement?.map {
            Agreement(criterion: $0.criterion, scorers: $0.scorers, alpha: $0.alpha, sentence: $0.sentence)
        }
        comparison = Comparison(document.beside)
        figures = document.figures.told.map { named in
            Figure(
                number: named.number, address: named.address, words: named.figure.words,
                sentence: named.figure.sentence, interval: named.figure.interval, notes: named.figure.notes,
                source: named.figure.source, value: .number(named.figure.measured?.value),
                valueInWords: named.figure.number,
                measured: named.figure.measured,
                releases: named.figure.releases.map(\.id), comparedWith: named.figure.comparedWith)
        }
        exhibits = document.exhibits.all.map { exhibit in
            Exhibit(
                name: exhibit.name, title: exhibit.title, sentence: exhibit.sentence,
                columns: exhibit.table.columns.map(\.head), rows: exhibit.table.rows, source: exhibit.source,
                facts: exhibit.facts, notes: exhibit.notes,
                finding: exhibit.finding, change: exhibit.change)
        }
        sources = document.releases
        notKnown = document.notKnown
        told = document.told
    }

    /// Whether a year looks at the months that it was made of.
    func isOf(_ assessment: AnnualAssessment) -> Bool {
        period == assessment.period.description && comparedWith == assessment.comparison.description
    }

    /// - Throws: `EncodingError`
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.dateEncodingStrategy = .iso8601
        return [UInt8](try encoder.encode(self))
    }

    /// - Throws: `DecodingError`
    init(bytes: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        self = try decoder.decode(Self.self, from: Data(bytes))
    }
}

extension DocumentRecord.Theme {
    fileprivate init(_ line: AgreedRanking.Line) {
        self.init(
            name: line.theme, place: line.place, composite: line.composite, placeByScores: line.rank,
            placesByWeights: line.overWeights, placesByScorer: line.overScorers,
            scores: line.scores.map {
                Score(criterion: $0.criterion, score: $0.score, given: $0.spread, rests: $0.rests)
            })
    }
}

extension DocumentRecord.Comparison {
    /// - Returns: nil where none is told.
    fileprivate init?(_ beside: BesideOthers) {
        guard let set = beside.set, !beside.told.isEmpty else { return nil }
        self.set = set
        rows = beside.told.map { theme, standing in
            Row(
                theme: theme, counted: standing.what, rate: .number(standing.numbers?.per1000),
                rateInWords: standing.rate, interval: standing.interval,
                mean: .number(standing.numbers?.groupMeanPer1000), meanInWords: standing.mean,
                besideMean: standing.besideMean, place: standing.place,
                couldBe: standing.couldBe, sentence: standing.figure.sentence, source: standing.figure.source,
                numbers: standing.numbers)
        }
        missing = beside.untold.map { Missing(themes: $0.themes, reason: $0.reason) }
        comparedWith = beside.comparedWith
    }
}
