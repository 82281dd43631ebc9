/// A range the data are compatible with, both ends included, and how sure it is: 0.95 for a 95 % interval.
///
/// The ends are never NaN; the upper one of a ratio is `.infinity` where the data set no bound.
public struct Interval: Hashable, Sendable {
    public let lower: Double
    public let upper: Double
    public let confidence: Double

    public init(lower: Double, upper: Double, confidence: Double) {
        self.lower = lower
        self.upper = upper
        self.confidence = confidence
    }

    public func contains(_ value: Double) -> Bool {
        lower <= value && value <= upper
    }

    /// The same interval on another scale.
    /// - Parameter transform: must rise, so that the lower end stays the lower.
    public func mapped(_ transform: (Double) -> Double) -> Interval {
        Interval(lower: transform(lower), upper: transform(upper), confidence: confidence)
    }
}
