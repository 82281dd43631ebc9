/// What became of a count from one period to another, as programs load it: both counts, the change in per cent with its interval, and
/// whether it is more than chance.
public struct MeasuredChange: Hashable, Sendable, Codable {
    /// "2014"
    public let before: String
    /// "2015"
    public let after: String
    public let countBefore: Int
    public let countAfter: Int
    /// What is counted, in the plural: "arrivals".
    public let unit: String
    /// Nil where the counts are too few for one.
    public let percent: Double?
    /// The ends of its interval of 95 per cent; nil where none can be told.
    public let percentLower: Double?
    public let percentUpper: Double?
    /// "rise", "fall", "no clear change"; nil where it is not judged.
    public let verdict: String?
    /// Why a part of it is missing; nil where none is.
    public let reason: String?

    public init(
        from before: (span: String, count: Int), to after: (span: String, count: Int), of unit: String,
        percent: Measured, verdict: String?, reason: String? = nil
    ) {
        (self.before, countBefore) = before
        (self.after, countAfter) = after
        self.unit = unit
        (self.percent, percentLower, percentUpper) = (percent.value, percent.lower, percent.upper)
        self.verdict = verdict
        self.reason = reason ?? percent.reason
    }

    // What is not there is said to be null, and not left out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(before, forKey: .before)
        try fields.encode(after, forKey: .after)
        try fields.encode(countBefore, forKey: .countBefore)
        try fields.encode(countAfter, forKey: .countAfter)
        try fields.encode(unit, forKey: .unit)
        try fields.encode(percent, forKey: .percent)
        try fields.encode(percentLower, forKey: .percentLower)
        try fields.encode(percentUpper, forKey: .percentUpper)
        try fields.encode(verdict, forKey: .verdict)
        try fields.encode(reason, forKey: .reason)
    }
}
