import Membership
import Storage

/// What an officer has to say of what a report asks for (paragraph by paragraph as committee papers have it).
public enum Implication: String, Sendable, CaseIterable, SQLConvertible, Codable {
    case financial, legal, corporate, equality
    /// Section 17 of the Crime and Disorder Act 1998.
    case crime

    public var title: String {
        switch self {
        case .financial: "Financial"
        case .legal: "Legal"
        case .corporate: "Corporate"
        case .equality: "Equality"
        case .crime: "Crime and disorder"
        }
    }

    /// What it is to say.
    var guidance: String {
        switch self {
        case .financial:
            "What it costs, in which year, out of which budget, and what happens if the money does not come."
        case .legal: "The power to do it, the duties that bear on it, and what could be challenged."
        case .corporate:
            "Which priorities of the council’s plan it serves, and what it asks of staff, buildings and systems."
        case .equality:
            "Who could be affected differently, and how that was looked at (the public sector equality duty, section 149 of "
                + "the Equality Act 2010)."
        case .crime:
            "What it does to prevent crime and disorder: section 17 of the Crime and Disorder Act 1998 asks for that to be "
                + "considered in every decision."
        }
    }

    var part: ReportPart { ReportPart(rawValue: rawValue) ?? .financial }
    var place: ReportPlace { .part(part) }
}

/// What a body is asked to agree. It keeps its identity from body to body, whatever becomes of its words.
public struct Recommendation: Hashable, Sendable, Codable {
    public let id: ID<Recommendation>
    /// The body that is to decide it.
    public let body: ID<Body>?
    /// In Markdown.
    public let text: String

    public init(id: ID<Recommendation>, body: ID<Body>?, text: String) {
        (self.id, self.body, self.text) = (id, body, text)
    }
}

/// Who may be asked about a report, or to whom they report.
struct ContactOfficer: Hashable, Sendable {
    let name: String
    let title: String
    let telephone: String
    let email: String
    /// Otherwise they are whom the contact officer reports to.
    let isContact: Bool
}

extension ReportContent {
    var title: String { self[.title]["title"] }

    /// Whether a body is asked to decide something; nil where nobody has said.
    var isForDecision: Bool? {
        switch self[.status]["status"] {
        case "decision": true
        case "information": false
        default: nil
        }
    }

    var classification: Classification? { Classification(self[.classification]) }

    /// The bodies in the order in which it goes to them.
    var path: [ID<Body>] { self[.path].compactMap { ID<Body>($0.answers["body"]) } }

    /// The body it is addressed to: the one of them that is marked so, and else the first.
    var addressee: ID<Body>? {
        (self[.path].first { $0.answers["to"] == "yes" } ?? self[.path].first).flatMap { ID<Body>($0.answers["body"]) }
    }

    var recommendations: [Recommendation] {
        self[.recommendations].compactMap { item in
            ID<Recommendation>(item.id.description).map {
                Recommendation(id: $0, body: ID<Body>(item.answers["body"]), text: item.answers["text"])
            }
        }
    }

    /// The people of the partnership among its authors.
    var authors: [ID<Person>] { self[.authors].compactMap { ID<Person>($0.answers["person"]) } }

    var contacts: [ContactOfficer] {
        self[.contacts].map {
            ContactOfficer(
                name: $0.answers["name"], title: $0.answers["title"], telephone: $0.answers["telephone"],
                email: $0.answers["email"], isContact: $0.answers["as"] != "reporting")
        }
    }

    /// Whether somebody said that there are no background papers.
    var hasNoPapers: Bool { self[.background]["none"] == "yes" }

    /// “All wards”, or their names; nil where nobody has said.
    var wards: String? {
        let named = self[.wards]["wards"].split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }
        if self[.wards]["all"] == "yes" { return "All wards" }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    /// The tables of money that stand in a part.
    func tables(in place: ReportPlace) -> [ReportContent.Item] {
        self[.tables].filter { $0.answers["in"] == place.description }
    }

    /// Those in no part that is there any more: they come after everything else, so that none is lost from sight.
    var tablesWithoutPlace: [ReportContent.Item] {
        let places = Set(places.map(\.description))
        return self[.tables].filter { !places.contains($0.answers["in"]) }
    }
}

extension ReportContent {
    /// A hash of what a clearance rests on besides its own text: sections, options and recommendations, with their tables.
    ///
    /// - Throws: `EncodingError`
    func substance() throws -> FileHash {
        var material = ReportContent()
        for list in [ReportList.sections, .options, .recommendations] { material[list] = self[list] }
        material[.tables] = self[.tables].filter { item in
            ReportPlace(item.answers["in"]).flatMap(\.list) == .sections
        }
        return FileHash(of: try material.canonical())
    }

    /// A hash of the text of an implication, with its tables.
    ///
    /// - Throws: `EncodingError`
    func text(of implication: Implication) throws -> FileHash {
        var own = ReportContent()
        own[implication.part] = self[implication.part]
        own[.tables] = tables(in: implication.place)
        return FileHash(of: try own.canonical())
    }
}
