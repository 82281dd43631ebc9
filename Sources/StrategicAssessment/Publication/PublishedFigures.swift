import Publishing

/// Every figure that any version of any year’s document told, those withdrawn too: somebody may have kept them.
public struct PublishedFigures: Sendable {
    private let publications: PublicationStore

    public init(_ publications: PublicationStore) {
        self.publications = publications
    }

    /// By their addresses.
    ///
    /// - Throws: `DatabaseFault`
    public func addresses() async throws -> [String] {
        var told: [String] = []
        for publication in try await publications.publications() where publication.kind == .strategicAssessment {
            for version in publication.versions {
                told += try await publications.record(in: version)?.allTold ?? []
            }
        }
        return told
    }
}

extension PublicationStore {
    /// What a published version says, for programs; nil of one whose record is of another making and cannot be compared.
    func record(in version: PublishedVersion?) async throws -> DocumentRecord? {
        guard let file = version?.file(DocumentRecord.file) else { return nil }
        return try? DocumentRecord(bytes: try await bytes(of: file))
    }
}
