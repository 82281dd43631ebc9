import DataFiles
import DataRegister
import Foundation
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
        /// "95% interval −35.2% to −26.5%"; nil of what was counted.
        public let interval: String?
        /// What it rests on, of a figure that was worked out just now; one that was kept has its source alone.
        public let releases: [Release]
        /// "4,007": for sentences that name themselves what is counted; nil of one that was kept.
        public let number: String?
        /// Of a count, what is counted: "crimes".
        public let unit: String?
        /// The number as programs load it; nil of one that was kept.
        public let measured: Measured?
        /// Among which districts it is told; nil of one that compares with none, and of one that was kept.
        public let comparedWith: ComparedSet?

        public init(
            words: String, sentence: String, notes: [String], source: String, address: String?,
            interval: String? = nil, releases: [Release] = [], number: String? = nil, unit: String? = nil,
            measured: Measured? = nil, comparedWith: ComparedSet? = nil
        ) {
            (self.measured, self.comparedWith) = (measured, comparedWith)
            (self.words, self.sentence, self.notes) = (words, sentence, notes)
            (self.source, self.address) = (source, address)
            (self.interval, self.releases) = (interval, releases)
            (self.number, self.unit) = (number, unit)
        }

        /// As it is kept where many stand together, which name what they rest on once for all of them.
        var withoutReleases: Figure {
            Figure(
                words: words, sentence: sentence, notes: notes, source: source, address: address, interval: interval)
        }

        private enum CodingKeys: CodingKey { case words, sentence, notes, source, address, interval }

        public init(from decoder: any Decoder) throws {
            let kept = try decoder.container(keyedBy: CodingKeys.self)
            try self.init(
                words: kept.decode(String.self, forKey: .words),
                sentence: kept.decode(String.self, forKey: .sentence),
                notes: kept.decode([String].self, forKey: .notes), source: kept.decode(String.self, forKey: .source),
                address: kept.decodeIfPresent(String.self, forKey: .address),
                interval: kept.decodeIfPresent(String.self, forKey: .interval))
        }
    }

    /// One delivery of data that figures rest on.
    public struct Release: Sendable, Hashable, Codable {
        /// By which it is opened in the register.
        public let id: String
        /// As everybody may read it: documents are published with it.
        public let title: String
        public let publisher: String
        public let licence: String
        public let receivedAt: Date
        /// Empty of a partner's own file.
        public let sha256: String

        public init(
            id: String, title: String, publisher: String, licence: String, receivedAt: Date, sha256: String
        ) {
            (self.id, self.title, self.publisher) = (id, title, publisher)
            (self.licence, self.receivedAt, self.sha256) = (licence, receivedAt, sha256)
        }

        /// As they stand in a list: in the order in which they were received, and never in another.
        var order: (Date, String, String) { (receivedAt, title, id) }
    }

    /// Why there is none, in a sentence.
    public struct Missing: Error, Sendable, Hashable {
        public let reason: String
        /// What is the case, without what members can do about it: for everybody.
        public let fact: String
        /// Whether no data could ever tell it: nothing is missing, and no judgement is to be made.
        public let isOfPrinciple: Bool
        /// What can be told all the same, where it bears no score.
        public let figure: Figure?

        /// - Parameter fact: nil where the reason asks nobody to do anything.
        public init(_ reason: String, fact: String? = nil, isOfPrinciple: Bool = false, figure: Figure? = nil) {
            (self.reason, self.fact, self.isOfPrinciple) = (reason, fact ?? reason, isOfPrinciple)
            self.figure = figure
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

    /// How many of one measure alone there were; what cannot be told, or only as fewer than so many, is ``Evidence/Missing``.
    ///
    /// - Parameter measure: by its address.
    func count(of measure: String, over period: Period) async throws -> Result<(Int, Evidence.Figure), Evidence.Missing>

    /// Whether the same was worked out of late and would be answered at once.
    func isAtHand(on measures: [String], over period: Period, against comparison: Period) async throws -> Bool

    /// Which months the data here tell of, in the partnership's own district.
    ///
    /// - Throws: what reading the records throws.
    func monthsHere() async throws -> MonthsHere

    /// Which months of a period were out of the ordinary; what cannot be told is ``Evidence/Missing``.
    func signals(on measures: [String], over period: Period) async throws -> Result<Evidence.Figure, Evidence.Missing>

    /// The own district beside those of the set that is used for the ranking.
    ///
    /// - Parameter themes: by their names, each with its measures by their addresses; there is at least one.
    func besideOthers(on themes: [(name: String, measures: [String])], over period: Period) async throws -> BesideOthers

    /// The set of districts that is used for the ranking, as it is now; nil where none was chosen.
    func comparedWith() async throws -> ComparedSet?

    /// A figure that a text names by its address.
    func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing>
}

extension EvidenceDesk {
    /// Who keeps nothing at hand is always asked.
    public func isAtHand(on measures: [String], over period: Period, against comparison: Period) async throws -> Bool {
        true
    }

    /// Who compares with nobody.
    public func comparedWith() async throws -> ComparedSet? { nil }

    /// Who tells of no single measure.
    public func count(
        of measure: String, over period: Period
    ) async throws -> Result<(Int, Evidence.Figure), Evidence.Missing> {
        .failure(.init("no data tell of it"))
    }
}
