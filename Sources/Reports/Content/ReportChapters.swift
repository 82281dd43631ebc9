import Markdown
import Membership
import Storage

/// A numbered part of the paper, as it reads: "4.0 Delivery of the plan" with its paragraphs.
struct ReportChapter: Hashable, Sendable {
    /// A part under a heading of its own, such as an implication: "7.1 Financial".
    struct Part: Hashable, Sendable {
        /// Nil where the chapter has one part only.
        let heading: (number: String, title: String)?
        let pieces: [NumberedPiece]
        let tables: [NumberedTable]
        /// Where it is written.
        let place: ReportPlace
        /// "Cleared by Matt Sanham, 1 February 2016", under what was cleared.
        var note: String?

        static func == (one: Part, other: Part) -> Bool {
            one.place == other.place && one.pieces == other.pieces && one.tables == other.tables
                && one.note == other.note
                && one.heading?.number == other.heading?.number && one.heading?.title == other.heading?.title
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(place)
            hasher.combine(pieces)
        }
    }

    /// From 1.
    let number: Int
    let title: String
    let parts: [Part]

    var numbered: String { "\(number).0" }
    /// In addresses of its place on the page.
    var anchor: String { "chapter-\(number)" }
}

/// A table of money with its number in the report.
struct NumberedTable: Hashable, Sendable {
    let number: Int
    let table: MoneyTable
}

/// Makes the chapters of the paper in the order in which real ones have them: sections, options, implications, recommendations,
/// and how it is decided.
struct ReportChapters {
    private let content: ReportContent
    private let bodies: [String: String]
    private let notes: [Implication: String]
    private var lastTable = 0
    private(set) var all: [ReportChapter] = []
    /// In the order of the list, after the chapters.
    private(set) var annexes: [(item: ReportContent.Item, tables: [NumberedTable])] = []
    private(set) var looseTables: [NumberedTable] = []

    /// - Parameters:
    ///   - bodies: what the bodies are called, by their identifiers.
    ///   - notes: what stands under each implication, where something does.
    init(_ content: ReportContent, bodies: [String: String], notes: [Implication: String] = [:]) {
        (self.content, self.bodies, self.notes) = (content, bodies, notes)
        for item in content[.sections] { addSection(item) }
        addOptions()
        addImplications()
        addRecommendations()
        addProcess()
        for item in content[.annexes] {
            annexes.append((item, tables(in: .item(.annexes, item.id))))
        }
        looseTables = content.tablesWithoutPlace.compactMap { number($0) }
    }

    private var next: Int { all.count + 1 }

    private mutating func number(_ item: ReportContent.Item) -> NumberedTable? {
        guard let table = try? MoneyTable(item.answers) else { return nil }
        lastTable += 1
        return NumberedTable(number: lastTable, table: table)
    }

    private mutating func tables(in place: ReportPlace) -> [NumberedTable] {
        var made: [NumberedTable] = []
        for item in content.tables(in: place) {
            if let table = number(item) { made.append(table) }
        }
        return made
    }

    private mutating func addSection(_ item: ReportContent.Item) {
        let place = ReportPlace.item(.sections, item.id)
        var numbering = Numbering("\(next)")
        let part = ReportChapter.Part(
            heading: nil, pieces: numbering.pieces(of: Markdown(item.answers["text"])), tables: tables(in: place),
            place: place)
        all.append(ReportChapter(number: next, title: item.answers["heading"], parts: [part]))
    }

    private mutating func addOptions() {
        let items = content[.options]
        guard !items.isEmpty else { return }
        var numbering = Numbering("\(next)")
        let parts = items.map { item in
            let name = item.answers["name"]
            let mark: [Markdown.Inline] =
                item.answers["recommended"] == "yes" ? [.text(" "), .emphasis([.text("(recommended)")])] : []
            let head = Markdown.Block.paragraph([.strong([.text(name)])] + mark)
            let text = Markdown(item.answers["text"])
            return ReportChapter.Part(
                heading: nil,
                pieces: [NumberedPiece(number: numbering.next(), text: Markdown(blocks: [head] + text.blocks))],
                tables: [], place: .item(.options, item.id))
        }
        all.append(ReportChapter(number: next, title: "Options", parts: parts))
    }

    private mutating func addImplications() {
        var parts: [ReportChapter.Part] = []
        for implication in Implication.allCases {
            let text = content[implication.part]["text"]
            guard !text.isEmpty else { continue }
            let number = "\(next).\(parts.count + 1)"
            var numbering = Numbering(number)
            parts.append(
                ReportChapter.Part(
                    heading: (number, implication.title), pieces: numbering.pieces(of: Markdown(text)),
                    tables: tables(in: implication.place), place: implication.place, note: notes[implication]))
        }
        guard !parts.isEmpty else { return }
        all.append(ReportChapter(number: next, title: "Corporate implications", parts: parts))
    }

    private mutating func addRecommendations() {
        let those = content.recommendations
        guard !those.isEmpty else { return }
        var numbering = Numbering("\(next)")
        let parts = zip(content[.recommendations], those).map { item, recommendation in
            let body = recommendation.body.flatMap { bodies[$0.description] }
            return ReportChapter.Part(
                heading: nil,
                pieces: [NumberedPiece(number: numbering.next(), text: Markdown(recommendation.text))], tables: [],
                place: .item(.recommendations, item.id), note: body.map { "For decision by \($0)" })
        }
        let title = those.count == 1 ? "Recommendation" : "Recommendations"
        all.append(ReportChapter(number: next, title: title, parts: parts))
    }

    private mutating func addProcess() {
        let names = content.path.compactMap { bodies[$0.description] }
        let text = Markdown(content[.process]["text"])
        guard !names.isEmpty || !text.blocks.isEmpty else { return }
        var numbering = Numbering("\(next)")
        var pieces: [NumberedPiece] = []
        if !names.isEmpty {
            let sentence = "This report goes to: \(names.joined(separator: ", then ").withEnd)"
            pieces.append(
                NumberedPiece(number: numbering.next(), text: Markdown(blocks: [.paragraph([.text(sentence)])])))
        }
        pieces += numbering.pieces(of: text)
        all.append(
            ReportChapter(
                number: next, title: "Decision-making process",
                parts: [.init(heading: nil, pieces: pieces, tables: [], place: .part(.process))]))
    }
}

extension String {
    fileprivate var withEnd: String { hasSuffix(".") ? self : self + "." }
}
