import Membership
import Storage

extension SearchDocument.Kind {
    public static let report = SearchDocument.Kind("report")
}

/// Reports as search finds them: a draft by whoever writes reports, a final one that the public may read by whoever opens reports.
public struct ReportSearch: Searchable {
    public init() {}

    public var searchKinds: [SearchDocument.Kind] { [.report] }

    public func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        let ids: [ID<Report>] = try db.rows("SELECT id FROM report WHERE partnership = \(db.partnership) ORDER BY id")
            .map { try $0("id") }
        for id in ids {
            if let document = try db.searchDocument(of: id, db.content(of: id)) { try body(document) }
        }
    }
}

extension Reading {
    /// While a draft is written it is for those who write reports, whatever was finished of it before.
    fileprivate func searchDocument(of id: ID<Report>, _ content: ReportContent) throws -> SearchDocument? {
        guard let report = try report(id) else { return nil }
        let isOpen = report.state == .final && (content.classification?.isUnrestricted ?? false)
        // Figures are told when it is read: they are no words of its own.
        let words = try ReportDocument(
            content.withoutFigures, bodies: bodyNames(), notes: [:], figures: FiguresOfReport()
        ).words
        return SearchDocument(
            .report, id, title: content.title, text: words,
            audience: SearchAudience((isOpen ? Permission.readReports : .writeReports).name))
    }
}

extension Writing {
    func indexReport(_ id: ID<Report>, _ content: ReportContent) throws {
        if let document = try searchDocument(of: id, content) { try index(document) }
    }
}
