import Storage
import Web

extension SearchDocument.Kind {
    /// A version of a publication, by "slug/2", or a further page or file of it, by "slug/2/item-6".
    public static let publishedDocument = SearchDocument.Kind("published document")
    public static let publishedAgenda = SearchDocument.Kind("published agenda")
    public static let publishedMinutes = SearchDocument.Kind("published minutes")
    public static let publishedPaper = SearchDocument.Kind("published paper")
    /// What was decided, by "slug/2/" and the key of the item.
    public static let publishedDecision = SearchDocument.Kind("published decision")
    /// By what it is called in addresses.
    public static let publishedBody = SearchDocument.Kind("published body")

    /// All of what everybody may find.
    public static let published: [SearchDocument.Kind] = [
        .publishedAgenda, .publishedPaper, .publishedDecision, .publishedMinutes, .publishedBody, .publishedDocument,
    ]
}

/// Which part of which version something is that was found.
public struct PublishedPart: Hashable, Sendable {
    /// The publication, as it is called in addresses.
    public let publication: String
    public let version: Int
    /// "item-6"; of a decision the key of its item; nil for the version’s own page.
    public let part: String?

    public init(_ publication: String, _ version: Int, _ part: String? = nil) {
        (self.publication, self.version, self.part) = (publication, version, part)
    }

    public init?(subject: String) {
        let parts = subject.split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count > 1, let version = Int(parts[1]) else { return nil }
        self.init(parts[0], version, parts.count > 2 ? parts[2] : nil)
    }

    var subject: String { "\(publication)/\(version)" + (part.map { "/\($0)" } ?? "") }
}

/// What of a version can be found by its words.
struct VersionTexts {
    let slug: String
    let number: Int
    let kind: Publication.Kind
    let page: FrozenPage
    /// Further pages, by their names.
    let parts: [(name: String, page: FrozenPage)]
    /// The words of files that were given to us.
    let files: [(name: String, title: String, text: String)]
    let record: PublicationRecord?

    var documents: [SearchDocument] {
        let own: SearchDocument.Kind =
            switch kind {
            case .agenda: .publishedAgenda
            case .minutes: .publishedMinutes
            default: .publishedDocument
            }
        let pages = [document(own, nil, page.title, page.plainText)]
        let further = parts.map { document(.publishedPaper, $0.name, $0.page.title, $0.page.plainText) }
        let given = files.filter { !$0.text.isEmpty }.map { document(.publishedPaper, $0.name, $0.title, $0.text) }
        return pages + further + given + decisions
    }

    private var decisions: [SearchDocument] {
        (record?.minutes?.items ?? []).filter { !$0.decisions.isEmpty }.map { item in
            document(
                .publishedDecision, item.key, item.title, item.decisions.map(\.text).joined(separator: "\n"))
        }
    }

    private func document(
        _ kind: SearchDocument.Kind, _ part: String?, _ title: String, _ text: String
    ) -> SearchDocument {
        SearchDocument(
            kind, called: PublishedPart(slug, number, part).subject, title: title, text: text, audience: .everybody)
    }
}

extension SearchDocument {
    init(_ body: PublishedBody, called slug: String) {
        let people = body.seats.flatMap { seat in seat.holders.map { "\($0.name), \(seat.title)" } }
        self.init(
            .publishedBody, called: slug, title: body.name,
            text: ([body.kind, body.purpose.begunLarge] + people).filter { !$0.isEmpty }.joined(separator: ". "),
            audience: .everybody)
    }
}

extension String {
    fileprivate var begunLarge: String { prefix(1).uppercased() + dropFirst() }
}
