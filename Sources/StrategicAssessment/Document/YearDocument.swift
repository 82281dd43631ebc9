import Foundation
import Storage
import Wording

/// The strategic assessment of a year as one document, put together from the records as they stand.
struct YearDocument: Sendable {
    /// What is written of one of the themes.
    struct InDepth: Sendable {
        let theme: Theme
        /// Those that have words, in their order.
        let aspects: [(aspect: ThemeAspect, text: String)]

        /// What everybody reads of one that has none: its pictures stand for themselves.
        static let unwritten = "Nothing was written of it in depth."
    }

    /// A delivery of data that was promised and has not come.
    struct Owed: Sendable, Hashable {
        /// Who owes it.
        let provider: String
        /// What of it, and of which months.
        let what: String
        /// "30 June 2015"
        let due: String
    }

    let assessment: AnnualAssessment
    let partnership: String
    /// Of each part that has words.
    let texts: [DocumentSection: String]
    let ranking: RankingVersion?
    let inDepth: [InDepth]
    let themes: [Theme]
    let figures: FigureList
    let beside: BesideOthers
    let exhibits: DocumentExhibits
    let owed: [Owed]
    /// What the data that are here cannot show, in sentences.
    let unshown: [String]
    /// The same, and the themes that were not scored or placed, each with why.
    let notKnown: [NotKnown]
    /// What is different from what was published of the year before; nil where nothing was.
    var sinceLastYear: [String]?
    /// What is counted for each theme, by its identifier, where it goes by another name: a theme is the partnership’s, and what
    /// is counted is its source’s.
    let counted: [String: KnownMeasures.Counted]
    /// Of which data set the table beside other districts tells each theme, by its identifier: where the others are not in the files
    /// that a theme counts, it is another.
    let setsBeside: [String: String]

    /// The first of the agreed order are written of in depth, and whichever other theme has words.
    static let topThemes = 5

    /// Which themes it has that it does not tell of in depth, in a sentence; nil where it tells of all.
    var notInDepth: String? {
        let told = Set(inDepth.map(\.theme.id))
        let others = themes.filter { !told.contains($0.id) }.map(\.name)
        return others.isEmpty || told.isEmpty ? nil : "Not told of in depth: \(others.inWords)."
    }

    /// Everything that its figures rest on, those of the ranking too.
    var releases: [Evidence.Release] {
        let told = figures.releases + beside.releases + exhibits.all.flatMap(\.releases)
        let all = Set(told + (ranking?.ranking.releases ?? [])).sorted { $0.order < $1.order }
        // One file may tell two data sets: it is named once.
        var known: Set<[String]> = []
        return all.filter { $0.sha256.isEmpty || known.insert([$0.title, $0.publisher, $0.sha256]).inserted }
    }

    /// What is counted for some themes, in a sentence; nil where each counts what it is called.
    ///
    /// - Parameter sets: of which data sets, where those are others than it counts.
    func counting(_ ids: [String], of sets: [String: String] = [:]) -> String? {
        let names = Dictionary(themes.map { ("\($0.id)", $0.name) }, uniquingKeysWith: { first, _ in first })
        let told = ids.compactMap { id in
            counted[id].flatMap { words in
                names[id].map { (theme: $0, words: words.names, set: sets[id] ?? words.sets) }
            }
        }
        guard !told.isEmpty else { return nil }
        let sets = Set(told.map(\.set))
        let all = sets.count == 1 ? sets.map { ", all of \($0)" }.joined() : ""
        let each = told.map { theme, words, set in "\(theme): \(words)\(all.isEmpty ? ", of \(set)" : "")" }
        return "Themes are the partnership’s own. What is counted for them\(all): \(each.joined(separator: "; "))."
    }

    /// The same of those that the table beside other districts tells of.
    var countingBeside: String? {
        let told = Set(beside.told.map(\.theme))
        return counting(themes.filter { told.contains($0.name) }.map { "\($0.id)" }, of: setsBeside)
    }

    /// The same of those that were ranked.
    var countingRanked: String? { counting(ranking?.ranking.lines.map(\.id) ?? []) }

    /// What a theme covers, and what is counted for it.
    func about(_ theme: Theme) -> String {
        let covers = theme.details.covers.withFullStop
        return counted["\(theme.id)"].map { "\(covers) Counted for it: \($0.names), of \($0.sets)." } ?? covers
    }

    /// Whether there is anything to read in a part.
    func hasContent(_ section: DocumentSection) -> Bool {
        if texts[section] != nil || exhibits.bySection[section]?.isEmpty == false { return true }
        return switch section {
        // That no set was chosen is said too.
        case .comparison: true
        case .themes: ranking != nil || !inDepth.isEmpty
        case .gaps: !owed.isEmpty || !notKnown.isEmpty
        case .places: !unshown.isEmpty
        case .sources: !releases.isEmpty
        default: false
        }
    }

    /// Why nothing is shown of places, where the data that are here know none.
    var withoutPlaces: String? {
        unshown.isEmpty || exhibits.bySection[.places]?.isEmpty == false ? nil : unshown.joined(separator: " ")
    }

    /// What a search engine and a list say of it.
    var summary: String {
        "What \(partnership) makes of crime, disorder and substance misuse in \(assessment.period), and what to put first."
    }
}
