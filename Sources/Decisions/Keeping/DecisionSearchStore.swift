import Membership
import Publishing
import Storage

extension SearchDocument.Kind {
    public static let decision = SearchDocument.Kind("decision")
    public static let plannedDecision = SearchDocument.Kind("planned decision")
}

/// Decisions and notices as search finds them: a draft by who keeps them, what is published by who reads decisions. What is kept
/// from the public is never found.
public struct DecisionSearch: Searchable {
    public init() {}

    public var searchKinds: [SearchDocument.Kind] { [.decision, .plannedDecision] }

    public func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        let ids: [ID<DraftRecord>] = try db.rows(
            "SELECT id FROM decision_draft WHERE partnership = \(db.partnership) ORDER BY id"
        ).map { try $0("id") }
        for id in ids { if let document = try db.draftDocument(id) { try body(document) } }
    }
}

extension Reading {
    fileprivate func draftDocument(_ id: ID<DraftRecord>) throws -> SearchDocument? {
        if let draft = try drafts(.decision, of: DecisionStatement.self, id).first {
            let published = try draft.publication.flatMap { try decisions(called: $0).first?.statement }
            let statement = published ?? draft.statement
            return SearchDocument(
                .decision, id, title: statement.title,
                text: [statement.maker.name, statement.decided, statement.reasons].joined(separator: "\n"),
                audience: audience(published != nil))
        }
        guard let draft = try drafts(.plannedDecision, of: PlanStatement.self, id).first else { return nil }
        let published = try draft.publication.flatMap { try plans(called: $0).first?.statement }
        let statement = published ?? draft.statement
        return SearchDocument(
            .plannedDecision, id, title: statement.title,
            text: [statement.maker.name, statement.matter].joined(separator: "\n"), audience: audience(published != nil)
        )
    }

    private func audience(_ isPublished: Bool) -> SearchAudience {
        SearchAudience((isPublished ? Permission.readDecisions : .keepDecisions).name)
    }
}

extension Writing {
    func indexDraft(_ id: ID<DraftRecord>) throws {
        if let document = try draftDocument(id) { try index(document) }
    }
}
