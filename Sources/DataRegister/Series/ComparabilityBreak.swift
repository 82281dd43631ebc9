import DataFiles

/// A change in what is counted, or where: figures before it and after it do not mean the same.
public struct ComparabilityBreak: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// The publisher's types of crime changed.
        case categories
        /// Small areas were drawn anew.
        case areas
        /// The rules or the care of recording changed.
        case recording
    }

    /// Which way a change of recording alone would move the numbers.
    public enum Direction: Hashable, Sendable {
        case up, down
    }

    public let kind: Kind
    /// The first month that is counted in the new way.
    public let month: Month
    /// What changed, in a sentence.
    public let sentence: String
    /// Where that is written.
    public let source: String

    /// Nil where it is not known, as of what a partnership entered.
    public let leads: Direction?

    /// Whether two periods on either side of it are not to be set against each other at all. Where they may be, the change
    /// is said beside the figures; a trend across it is drawn in no case.
    public var forbidsComparison: Bool { kind != .recording }

    public init(_ kind: Kind, from month: Month, _ sentence: String, source: String, leads: Direction? = nil) {
        self.leads = leads
        self.kind = kind
        self.month = month
        self.sentence = sentence
        self.source = source
    }
}

/// A change of recording that a partnership knows of: a force's new system, a campaign.
public struct RecordingChange: Hashable, Sendable {
    public let month: Month
    /// The measures it touches.
    public let measures: [MeasureAddress]
    public let sentence: String
    public let source: String
    /// Where; nil is everywhere.
    public let place: Place?

    public init(
        from month: Month, of measures: [MeasureAddress], _ sentence: String, source: String, in place: Place? = nil
    ) {
        self.place = place
        self.month = month
        self.measures = measures
        self.sentence = sentence
        self.source = source
    }

    var asBreak: ComparabilityBreak { ComparabilityBreak(.recording, from: month, sentence, source: source) }
}
