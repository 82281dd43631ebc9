import Membership
import Storage
import Web

/// A document that was published from a file whose place another took, with what it says and what would be said now.
public struct PublishedFrom: Sendable {
    public struct Figure: Sendable {
        public let words: String
        public let published: String
        public let now: String

        public init(_ words: String, published: String, now: String) {
            (self.words, self.published, self.now) = (words, published, now)
        }
    }

    public let document: Mention
    /// Where all of it stands.
    public let details: Mention
    /// "2 figures of this document rest on an older release; …"
    public let sentence: String
    public let figures: [Figure]
    /// Its pictures and tables that would show other numbers, each by the first of them.
    public let shown: [Figure]

    public init(
        _ document: Mention, details: Mention, sentence: String, figures: [Figure], shown: [Figure] = []
    ) {
        (self.document, self.details, self.sentence) = (document, details, sentence)
        (self.figures, self.shown) = (figures, shown)
    }
}

/// Who knows what was published from the files that are here.
public protocol PublishedFromDesk: Sendable {
    /// - Returns: what a member may read of the documents that rest on what a release took the place of.
    func published(fromWhatWasReplacedBy release: ID<Release>, for member: Member) async throws -> [PublishedFrom]
}
