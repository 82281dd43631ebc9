import Markdown
import Storage

/// A meeting's order of business as it is being made up, and what speaks against publishing it.
public struct Agenda: Hashable, Sendable {
    public let meeting: ID<Meeting>
    /// In their order, those taken off among them.
    public let items: [AgendaItem]
    /// What was published of it, the first first.
    public let editions: [AgendaEdition]

    public init(meeting: ID<Meeting>, items: [AgendaItem], editions: [AgendaEdition]) {
        (self.meeting, self.items, self.editions) = (meeting, items, editions)
    }

    public var standing: [AgendaItem] { items.filter { !$0.isTakenOff } }

    /// With the number each has on the agenda. One that was published keeps its number for good, so that nobody looks for
    /// item 6 and finds another; what comes later has the numbers after those.
    public var numbered: [(number: Int, item: AgendaItem)] {
        var next = (items.compactMap(\.number).max() ?? 0) + 1
        return standing.map { item in
            if let number = item.number { return (number, item) }
            defer { next += 1 }
            return (next, item)
        }
    }

    /// Tells one state of it from another.
    public var revision: String { items.map { "\($0.id) \($0.revision) \($0.papers.count)" }.joined(separator: "\n") }

    /// What must be put right before it can be published.
    public struct Obstacle: Hashable, Sendable {
        public let item: ID<AgendaItem>?
        public let words: String
    }

    /// - Parameter needsReason: whether the day has passed until which an agenda can be published without one.
    public func obstacles(needsReason: Bool) -> [Obstacle] {
        var found = obstaclesToGiving + misplaced
        for (number, item) in numbered {
            func add(_ words: String) { found.append(Obstacle(number, item, words)) }
            if case .exempt(let paragraphs, let reasoning, _) = item.details.withholding {
                if paragraphs.isEmpty { add("say under which paragraph of Schedule 12A") }
                if reasoning.isEmpty { add("say why keeping it back is more in the public interest") }
            }
            // LGA 1972 s.100B(4): urgent by special circumstances, which the chair must state.
            if needsReason, !isPublished(item), item.details.lateReason.isEmpty {
                add("give the chair’s reason why it cannot wait")
            }
        }
        return found
    }

    /// What must be put right before the members of a body are given it that is never public.
    var obstaclesToGiving: [Obstacle] {
        guard !standing.isEmpty else { return [.init(item: nil, words: "There is nothing on the agenda yet")] }
        return numbered.filter { $0.item.details.kind == .report && $0.item.standing.isEmpty }.map {
            .init($0.number, $0.item, "there is no report with it yet")
        } + typedUnits
    }

    /// Texts with a table whose unit of money was typed: held to what reports are held to. What was published stands.
    private var typedUnits: [Obstacle] {
        let published = Set(editions.flatMap { $0.contents.items.flatMap(\.papers).map(\.id) })
        return numbered.flatMap { number, item in
            var texts = [("what the meeting is asked", item.details.text)]
            for paper in item.standing where !published.contains("\(paper.id)") {
                if case .text(let text) = paper.content { texts.append(("the paper ‘\(paper.title)’", text)) }
            }
            return texts.compactMap { name, text in
                TypedUnits.refusal(of: text).map { Obstacle(number, item, "\(name): \($0)") }
            }
        }
    }

    /// What stands on the wrong side of the resolution to exclude press and public (LGA 1972 s.100A(4); D76).
    private var misplaced: [Obstacle] {
        beforeExclusion.map { .init($0, $1, "put the resolution to exclude press and public before it") }
            + behindExclusion.map {
                .init($0, $1, "the public may see it, so it is taken before press and public are excluded: move it up")
            }
            + emptyExclusions.map {
                .init($0, $1, "nothing that is kept from the public follows it: take it off the agenda")
            }
    }

    /// Whether it was on the agenda in any edition.
    func isPublished(_ item: AgendaItem) -> Bool { item.number != nil }
}

extension Agenda.Obstacle {
    init(_ number: Int, _ item: AgendaItem, _ words: String) {
        self.init(item: item.id, words: "Item \(number), ‘\(item.title)’: \(words)")
    }
}
