/// A figure as programs load it: a number with its unit and the two ends of its interval, or none and why.
public struct Measured: Hashable, Sendable, Codable {
    /// Nil where it cannot be told.
    public let value: Double?
    /// What it is a number of: "crimes", "per 1,000 people", "percent".
    public let unit: String
    /// The ends of the interval; nil where there is none, or it is open on that side.
    public let lower: Double?
    public let upper: Double?
    /// Of the interval, in per cent; nil where there is none.
    public let confidencePercent: Double?
    /// Why there is no value; nil where there is one.
    public let reason: String?
    /// What it is at least, where it is no more than that which is known; nil of any other. It is no value: whoever adds up values
    /// would take it for all there was.
    public let atLeast: Double?

    public init(_ value: Double, _ unit: String, from lower: Double? = nil, to upper: Double? = nil) {
        (self.value, self.unit, reason, atLeast) = (Self.plain(value), unit, nil, nil)
        (self.lower, self.upper) = (lower.flatMap(Self.plain), upper.flatMap(Self.plain))
        confidencePercent = lower == nil && upper == nil ? nil : 95
    }

    public init(missing reason: String, of unit: String, atLeast: Double? = nil) {
        self.atLeast = atLeast.flatMap(Self.plain)
        (value, self.unit, lower, upper, confidencePercent, self.reason) = (nil, unit, nil, nil, nil, reason)
    }

    private static func plain(_ value: Double) -> Double? {
        switch Fact.number(value) {
        case .decimal(let number): number
        default: nil
        }
    }

    /// Its value, unit, ends, confidence, reason and lower bound, under ``columns``.
    public var facts: [Fact] {
        [
            .number(value), .said(unit), .number(lower), .number(upper), .number(confidencePercent), .said(reason),
            .number(atLeast),
        ]
    }

    public static let columns = ["value", "unit", "lower", "upper", "confidence_percent", "reason", "at_least"]

    // What is not there is said to be null, and not left out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(value, forKey: .value)
        try fields.encode(unit, forKey: .unit)
        try fields.encode(lower, forKey: .lower)
        try fields.encode(upper, forKey: .upper)
        try fields.encode(confidencePercent, forKey: .confidencePercent)
        try fields.encode(reason, forKey: .reason)
        try fields.encode(atLeast, forKey: .atLeast)
    }
}
