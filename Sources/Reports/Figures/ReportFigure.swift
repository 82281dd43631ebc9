/// A figure that a report names by its address, as it was told: its words carry its unit, so that no text can give it another.
public struct ReportFigure: Codable, Hashable, Sendable {
    public let address: String
    /// "245 crimes", "fewer than 5 crimes"
    public let words: String
    /// "245"; nil of one that is words alone.
    public let number: String?
    /// What is counted: "crimes".
    public let unit: String?
    /// All that it tells, in a sentence.
    public let sentence: String
    /// What it was worked out from, and what is to be known of it.
    public let source: String

    public init(address: String, words: String, number: String?, unit: String?, sentence: String, source: String) {
        (self.address, self.words, self.number) = (address, words, number)
        (self.unit, self.sentence, self.source) = (unit, sentence, source)
    }
}

/// That a figure cannot be told, and why: "March 2014 is missing."
public struct UntoldFigure: Error, Hashable, Sendable {
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}

/// Who tells reports the figures that they name.
public protocol FiguresForReports: Sendable {
    /// - Throws: what reading the records throws. What cannot be told is an ``UntoldFigure``.
    func figure(at address: String) async throws -> Result<ReportFigure, UntoldFigure>

    /// What can be worked out from figures that a report is about to tell everybody, and from all that was told before, though it
    /// is too small to be told: a sentence each.
    ///
    /// - Parameter figures: by their addresses.
    /// - Throws: what reading the records throws.
    func givenAway(by figures: [String]) async throws -> [String]
}
