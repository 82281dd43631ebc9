import Markdown
import Membership
import Storage
import Wording

/// What a report still needs before it can be final, each with the place where it is to be done.
public struct Readiness: Hashable, Sendable {
    /// Where something is missing.
    public enum Place: Hashable, Sendable {
        case part(ReportPart)
        case list(ReportList)
        case item(ReportList, ID<ReportItem>)
        case clearance(Implication)
    }

    public struct Gap: Hashable, Sendable {
        public let place: Place
        /// What to do, as a sentence.
        public let words: String
    }

    public private(set) var gaps: [Gap] = []

    /// - Parameters:
    ///   - bodies: what the bodies that there are now are called, by their identifiers.
    ///   - figures: those that it names, as they can be told now.
    init(
        _ content: ReportContent, clearances: Clearances, bodies: [String: String],
        figures: FiguresOfReport
    ) {
        head(content)
        sections(content)
        options(content)
        implications(content, clearances)
        recommendations(content, bodies)
        rest(content)
        typedUnits(content)
        untold(content, figures)
    }

    public var isReady: Bool { gaps.isEmpty }

    private mutating func add(_ words: String, _ place: Place) {
        gaps.append(Gap(place: place, words: words))
    }

    private mutating func head(_ content: ReportContent) {
        if content.title.isEmpty { add("Write what the report is called.", .part(.title)) }
        if content.path.isEmpty { add("Say which body it goes to.", .list(.path)) }
        if content[.path].count(where: { $0.answers["to"] == "yes" }) > 1 {
            add("Mark one body only as the one it is addressed to.", .list(.path))
        }
        if content[.authors].isEmpty { add("Say who the report is by.", .list(.authors)) }
        if content.classification == nil {
            add("Say whether the public may read it, and if not, why.", .part(.classification))
        }
        if content.wards == nil { add("Name the wards affected, or say that all are.", .part(.wards)) }
        if content.isForDecision == nil {
            add("Say whether it is for decision or for information.", .part(.status))
        }
        if content[.summary]["text"].isEmpty { add("Write the summary.", .part(.summary)) }
    }

    private mutating func sections(_ content: ReportContent) {
        if content[.sections].isEmpty { add("Write at least one section.", .list(.sections)) }
        for item in content[.sections] where item.answers["text"].isEmpty {
            add("Write the section ‘\(item.answers["heading"])’, or remove it.", .item(.sections, item.id))
        }
    }

    private mutating func options(_ content: ReportContent) {
        let items = content[.options]
        let recommended = items.filter { $0.answers["recommended"] == "yes" }
        guard !items.isEmpty, recommended.count != 1 else { return }
        add(
            recommended.isEmpty
                ? "Mark the option that the report recommends."
                : "Mark one option only as recommended: \(recommended.count) are.", .list(.options))
    }

    private mutating func implications(_ content: ReportContent, _ clearances: Clearances) {
        for line in clearances.lines {
            let title = line.implication.title
            if content[line.implication.part]["text"].isEmpty {
                add(
                    "Write the \(title.lowercased()) implications; say so where there are none.",
                    .part(line.implication.part))
            }
            let name = line.request?.name ?? ""
            switch line.state {
            case .cleared: continue
            case .notAsked: add("\(title): ask an officer to clear it.", .clearance(line.implication))
            case .waiting: add("\(title): \(name) has not cleared it yet.", .clearance(line.implication))
            case .overdue:
                add(
                    "\(title): \(name) was to answer by \(line.request?.due.words ?? "") and has not. Silence is no "
                        + "clearance: remind them, or ask somebody else.", .clearance(line.implication))
            case .mustChange: add("\(title): \(name) said what must change first.", .clearance(line.implication))
            case .earlierVersion:
                add(
                    "\(title): \(name) cleared an earlier version, and has to confirm it for this one.",
                    .clearance(line.implication))
            }
        }
    }

    private mutating func recommendations(_ content: ReportContent, _ bodies: [String: String]) {
        if content.isForDecision == true, content.recommendations.isEmpty {
            add("Write what the body is asked to decide: the report is for decision.", .list(.recommendations))
        }
        for (item, one) in zip(content[.recommendations], content.recommendations)
        where one.body.map({ bodies[$0.description] == nil }) ?? true {
            add("Say which body is to decide each recommendation.", .item(.recommendations, item.id))
        }
    }

    private mutating func rest(_ content: ReportContent) {
        if content[.papers].isEmpty, !content.hasNoPapers {
            add("List the background papers, or say that there are none (section 100D).", .part(.background))
        }
        if !content[.papers].isEmpty, content.hasNoPapers {
            add("It says that there are no background papers, and lists some. Say which is so.", .part(.background))
        }
        if !content.contacts.contains(where: \.isContact) {
            add("Say whom readers may ask: name a contact officer.", .list(.contacts))
        }
        for item in content[.tables] where (try? MoneyTable(item.answers)) == nil {
            add(
                "The table ‘\(item.answers["title"])’ cannot be read. Put it right, or remove it.",
                .item(.tables, item.id))
        }
        for item in content.tablesWithoutPlace {
            add(
                "The table ‘\(item.answers["title"])’ stood in a part that was removed. Choose another, or remove it.",
                .item(.tables, item.id))
        }
    }

    private mutating func typedUnits(_ content: ReportContent) {
        for place in content.places {
            guard let found = TypedUnits.all(in: Markdown(content[place]?["text"] ?? "")).first else { continue }
            add(
                "\(content.name(of: place)): a table is headed ‘\(found.within)’. Enter it as a table of money, whose unit is "
                    + "chosen once and printed by the program, and take this one out: a unit that is typed can be wrong by a "
                    + "thousand.", Place(place))
        }
    }
}

extension Readiness {
    /// A figure without an answer would stand on the paper as a gap in a sentence.
    private mutating func untold(_ content: ReportContent, _ figures: FiguresOfReport) {
        for place in content.places {
            let named = content.texts(at: place).flatMap { LivePiece.all(in: $0.text).compactMap(\.address) }
            guard let reason = named.compactMap(figures.reason).first else { continue }
            add(
                "\(content.name(of: place)): it names a figure that cannot be told. \(reason) Choose another, or take it out.",
                Place(place))
        }
        guard !figures.givenAway.isEmpty else { return }
        let naming = content.places.first { content.texts(at: $0).contains { $0.text.contains("{{") } }
        add(
            "Small numbers could be worked out from its figures: \(figures.givenAway.joined(separator: " ")) Take out one of the "
                + "figures of each, or tell longer periods or wider places.", Place(naming ?? .part(.summary)))
    }
}

extension Readiness.Place {
    fileprivate init(_ place: ReportPlace) {
        switch place {
        case .part(let part): self = .part(part)
        case .item(let list, let id): self = .item(list, id)
        case .order(let list): self = .list(list)
        }
    }
}

extension ReportContent {
    /// What a place is called, with what stands there: "Section ‘Introduction’", "Summary".
    func name(of place: ReportPlace) -> String {
        switch place {
        case .part(let part): return part.title
        case .order(let list): return list.title
        case .item(let list, _):
            let answers = self[place] ?? PartAnswers()
            let name = ["heading", "name", "title"].map { answers[$0] }.first { !$0.isEmpty }
            let kind = list.one.prefix(1).uppercased() + list.one.dropFirst()
            return name.map { "\(kind) ‘\($0)’" } ?? kind
        }
    }
}
