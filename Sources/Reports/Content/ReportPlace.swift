import Storage

/// A part of a report that there is exactly one of.
public enum ReportPart: String, Sendable, CaseIterable, Codable {
    case title, classification, wards, status, summary, financial, legal, corporate, equality, crime, process
    /// Whether there are background papers at all (D80).
    case background
}

/// What a report has several of, in an order.
public enum ReportList: String, Sendable, CaseIterable, Codable {
    /// The bodies it goes to, one after the other; unless another is marked, the first is the one it is addressed to.
    case path
    case authors, sections, options, recommendations, consultation, papers, contacts, annexes
    /// Tables of money, each in one of the parts.
    case tables
}

/// Something in one of the lists of a report.
public enum ReportItem {}

/// Where in a report something stands.
public enum ReportPlace: Hashable, Sendable, LosslessStringConvertible, SQLConvertible {
    case part(ReportPart)
    case item(ReportList, ID<ReportItem>)
    /// In which order the items of a list stand.
    case order(ReportList)

    public init?(_ text: String) {
        if let part = ReportPart(rawValue: text) {
            self = .part(part)
            return
        }
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let list = pieces.first.flatMap(ReportList.init(rawValue:)) else { return nil }
        switch pieces.count {
        case 1: self = .order(list)
        case 2:
            guard let id = ID<ReportItem>(pieces[1]) else { return nil }
            self = .item(list, id)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .part(let part): part.rawValue
        case .item(let list, let id): "\(list.rawValue)/\(id)"
        case .order(let list): list.rawValue
        }
    }

    /// The list that it is of, or of which it is the order.
    var list: ReportList? {
        switch self {
        case .part: nil
        case .item(let list, _), .order(let list): list
        }
    }
}

/// What was answered to the questions of a part, by their names; empty where nothing was.
public struct PartAnswers: Hashable, Sendable, Codable {
    private(set) var answers: [String: String]

    public init(_ answers: [String: String] = [:]) {
        self.answers = answers.filter { !$0.value.isEmpty }
    }

    public subscript(name: String) -> String {
        get { answers[name] ?? "" }
        set { answers[name] = newValue.isEmpty ? nil : newValue }
    }

    var isEmpty: Bool { answers.isEmpty }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: String].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(answers)
    }
}

extension ReportPart {
    /// As the page and the entries call it.
    public var title: String {
        switch self {
        case .title: "Title"
        case .classification: "Classification"
        case .wards: "Wards affected"
        case .status: "For decision or for information"
        case .summary: "Summary"
        case .financial, .legal, .corporate, .equality, .crime: implication?.title ?? rawValue
        case .process: "Decision-making process"
        case .background: "Whether there are background papers"
        }
    }

    /// The implication that it tells; nil of every other part.
    var implication: Implication? { Implication(rawValue: rawValue) }
}

extension ReportList {
    public var title: String {
        switch self {
        case .path: "To, and decision path"
        case .authors: "By"
        case .sections: "Sections"
        case .options: "Options"
        case .recommendations: "Recommendations"
        case .consultation: "Consultation undertaken"
        case .papers: "Background papers"
        case .contacts: "Contact officers"
        case .annexes: "Annexes"
        case .tables: "Tables of money"
        }
    }

    /// What one of them is called: "section".
    var one: String {
        switch self {
        case .path: "body"
        case .authors: "author"
        case .sections: "section"
        case .options: "option"
        case .recommendations: "recommendation"
        case .consultation: "person consulted"
        case .papers: "background paper"
        case .contacts: "officer"
        case .annexes: "annex"
        case .tables: "table of money"
        }
    }
}
