import Storage

/// One thing that a data set counts, or says of a place.
public struct Measure: Hashable, Sendable {
    /// Whether less of it is better.
    public enum Polarity: String, Sendable, CaseIterable, SQLConvertible {
        case lowIsGood = "low is good"
        case highIsGood = "high is good"
        /// How much is recorded says as much about how hard somebody looked.
        case noJudgement = "no judgement"
    }

    public let address: MeasureAddress
    /// "Burglary".
    public let name: String
    /// What there are so many of: "crimes", "incidents", "callouts".
    public let unit: String
    public let polarity: Polarity

    public init(_ address: MeasureAddress, name: String, unit: String, polarity: Polarity) {
        self.address = address
        self.name = name
        self.unit = unit
        self.polarity = polarity
    }
}
