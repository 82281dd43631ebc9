import Membership
import Storage

extension SearchDocument.Kind {
    public static let recommendation = SearchDocument.Kind("recommendation")
}

/// Recommendations as search finds them: those that are kept from the public by whoever follows them alone.
public struct RecommendationSearch: Searchable {
    public init() {}

    public var searchKinds: [SearchDocument.Kind] { [.recommendation] }

    public func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        for thread in try db.threads() { try body(thread.searchDocument) }
    }
}

extension RecommendationThread {
    fileprivate var searchDocument: SearchDocument {
        let permission = isWithheld ? Permission.followRecommendations : .readRecommendations
        return SearchDocument(
            .recommendation, id, title: title.isEmpty ? "Recommendation" : title,
            text: ([text.full, start.from] + bodies.map(\.name)).joined(separator: "\n"),
            audience: SearchAudience(permission.name))
    }
}

extension Writing {
    func indexThread(_ id: ID<RecommendationThread>) throws {
        if let thread = try thread(id) { try index(thread.searchDocument) }
    }
}
