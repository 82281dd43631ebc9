import Storage

/// A part of the document, in the order in which it is read. Some are written, the others are made from the records.
public enum DocumentSection: String, Sendable, Hashable, CaseIterable, SQLConvertible {
    case summary
    case methods
    case lastPlan = "last-plan"
    case levels
    case changes
    case comparison
    case places
    case themes
    case priorities
    case residents
    case gaps
    case sources

    /// As it stands over the part.
    public var title: String {
        switch self {
        case .summary: "Summary"
        case .methods: "How this was made"
        case .lastPlan: "How last year’s plan was carried out"
        case .levels: "Levels and patterns"
        case .changes: "What changed, and why"
        case .comparison: "Beside other districts"
        case .places: "Places"
        case .themes: "Themes, ranked"
        case .priorities: "Recommended priorities"
        case .residents: "What residents say"
        case .gaps: "What is not known"
        case .sources: "Sources"
        }
    }

    /// What the writer is told to say there.
    public var guidance: String {
        switch self {
        case .summary:
            "What somebody with ten minutes should know: what rose, what fell, what the partnership should do first."
        case .methods: "Which data, over which months, compared with what; what was left out, and why."
        case .lastPlan: "Each of last year’s priorities: what was done, what was not, and what came of it."
        case .levels: "How much crime, disorder and substance misuse there is, where, when, and whom it hurts."
        case .changes:
            "What is different from last year, whether that is more than chance, and what the partners think caused it."
        case .comparison: "How the district stands beside those most like it."
        case .places: "Where it is concentrated, which places stay hot from year to year, and which wards to follow."
        case .themes: "Made from the ranking that was agreed."
        case .priorities: "What the responsible authorities should put first in the coming year, and why."
        case .residents: "What residents told the partnership, by which survey, meeting or consultation, and when."
        case .gaps: "Which partner’s data were asked for and did not come, and what cannot be said without them."
        case .sources: "Made from the releases that the figures rest on."
        }
    }

    /// Whether people write it; the others are made from the records, and words may be put before them.
    public var isWritten: Bool { self != .sources }

    /// The duty that it meets.
    public var duty: Duty? { Duty.allCases.first { $0.section == self } }
}

/// What the law says a strategic assessment holds, and where it is met.
///
/// *Source*: SI 2007/1830 reg. 6 and reg. 12; Crime and Disorder Act 1998 s.6 as amended for reoffending and serious violence.
/// A partnership's own lawyer has the last word: the list is shown, and warns, and never stops a publication.
public enum Duty: String, Sendable, Hashable, CaseIterable {
    case levels, changes, reasons, lastPlan, priorities, residents, reoffending, seriousViolence

    public var words: String {
        switch self {
        case .levels: "An analysis of the levels and patterns of crime, disorder and substance misuse in the area"
        case .changes: "An analysis of the changes in those levels and patterns since the last assessment"
        case .reasons: "An analysis of why those changes have occurred"
        case .lastPlan: "An assessment of how far last year’s partnership plan was implemented"
        case .priorities: "The matters that the responsible authorities should prioritise"
        case .residents: "Regard to the views of people who live and work in the area"
        case .reoffending: "Reoffending"
        case .seriousViolence: "Serious violence"
        }
    }

    public var source: String {
        switch self {
        case .levels, .changes, .reasons, .lastPlan, .priorities: "SI 2007/1830 reg. 6"
        case .residents: "SI 2007/1830 reg. 12"
        case .reoffending, .seriousViolence: "Crime and Disorder Act 1998 s.6(1)"
        }
    }

    /// The part of the document in which it is met where nobody says otherwise.
    public var section: DocumentSection {
        switch self {
        case .levels: .levels
        case .changes, .reasons: .changes
        case .lastPlan: .lastPlan
        case .priorities: .priorities
        case .residents: .residents
        case .reoffending, .seriousViolence: .themes
        }
    }
}
