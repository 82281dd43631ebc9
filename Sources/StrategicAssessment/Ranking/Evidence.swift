import DataRegister
import Statistics

/// What the figures say of a theme.
public struct Evidence: Sendable {
    /// One figure that a score rests on.
    public struct Figure: Sendable, Hashable, Codable {
        /// "4,007 crimes", "rose by 13.7%".
        public let words: String
        public let sentence: String
        /// What must be said beside it.
        public let notes: [String]
        /// "data.police.uk, street-level crime, received 22 November 2026".
        public let source: String
        /// By which it is opened; nil where it has no page.
        public let address: String?

        public init(words: String, sentence: String, notes: [String], source: String, address: String?) {
            (self.words, self.sentence, self.notes) = (words, sentence, notes)
            (self.source, self.address) = (source, address)
        }
    }

    /// Why there is none, in a sentence.
    public struct Missing: Error, Sendable, Hashable {
        public let reason: String

        public init(_ reason: String) {
            self.reason = reason
        }
    }

    public let volume: Result<(Int, Figure), Missing>
    public let trend: Result<(Change, Figure), Missing>
    /// - Returns: nil as a score where no judgement can be made of more or less.
    public let comparison: Result<(Score?, Figure), Missing>

    public init(
        volume: Result<(Int, Figure), Missing>, trend: Result<(Change, Figure), Missing>,
        comparison: Result<(Score?, Figure), Missing>
    ) {
        (self.volume, self.trend, self.comparison) = (volume, trend, comparison)
    }
}

/// Where the figures of themes come from.
public protocol EvidenceDesk: Sendable {
    /// - Parameter measures: by their addresses; there is at least one.
    /// - Throws: what reading the records throws. What cannot be told is ``Evidence/Missing``.
    func evidence(on measures: [String], over period: Period, against comparison: Period) async throws -> Evidence

    /// A figure that a text names by its address.
    func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing>
}
