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
    /// The names of themes of which no data tell.
    let untold: [String]

    /// The first of the agreed order are written of in depth, and whichever other theme has words.
    static let topThemes = 5

    /// Everything that its figures rest on, those of the ranking too.
    var releases: [Evidence.Release] {
        let told = figures.releases + beside.releases + exhibits.all.flatMap(\.releases)
        return Set(told + (ranking?.ranking.releases ?? [])).sorted {
            $0.order < $1.order
        }
    }

    /// Whether there is anything to read in a part.
    func hasContent(_ section: DocumentSection) -> Bool {
        if texts[section] != nil || exhibits.bySection[section]?.isEmpty == false { return true }
        return switch section {
        // That no set was chosen is said too.
        case .comparison: true
        case .themes: ranking != nil || !inDepth.isEmpty
        case .gaps: !owed.isEmpty || !untold.isEmpty
        case .sources: !releases.isEmpty
        default: false
        }
    }

    /// What a search engine and a list say of it.
    var summary: String {
        "What \(partnership) makes of crime, disorder and substance misuse in \(assessment.period), and what to put first."
    }
}
