import DataFiles
import DataRegister
import Statistics
import Wording

/// One figure, worked out: what it is, how sure it is, and where it comes from.
public struct Figure: Sendable {
    public let address: FigureAddress
    /// What was counted, as a sentence begins: "Burglary".
    public let subject: String
    public let place: String
    /// The figure alone, as a table shows it: "4,007", "28.4", "−31.0%".
    public let value: String
    /// The figure as it stands in a sentence: "4,007 crimes", "fell by 31.0%".
    public let words: String
    /// "95% interval −35.2% to −26.5%"; nil of a count, which is what was recorded.
    public let interval: String?
    /// A plain sentence that says all of it, drafted for the analyst to keep or change.
    public let sentence: String
    /// What must be said beside it.
    public internal(set) var notes: [String]
    /// What it is worked out from: "2014", "2015" and so on, with their counts.
    public let parts: [Part]
    public let citation: Citation
    /// Of a count: the number itself; nil where it is too small to be told, or is a lower bound.
    public var count: Int?
    /// Of a count of which no more is known than that there were at least so many: why, and what would tell how many.
    public var shortfall: FigureRefusal?
    /// Of a count: what is counted, in the plural: "crimes".
    public var unit: String?
    /// Of a change: the change itself.
    public var change: Change?
    /// Of a rank: everybody it is told among.
    public var comparison: Comparison?
    /// Of months out of the ordinary: all that were judged.
    public var signals: SeriesSignals?

    /// The number alone, with its unit and interval, as programs load it; nil of what is no number.
    public var measured: Measured?

    /// One of the numbers a figure is worked out from.
    public struct Part: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

/// Why a figure cannot be told. It never becomes 0 or nothing: whoever asked is told the reason.
public struct FigureRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is the case.
    public let reason: String
    /// What to do about it; nil where the reason has it, or nothing can be done.
    public let remedy: String?
    /// What is known all the same: "at least 711"; nil where nothing is.
    public let least: String?

    public var description: String { remedy.map { "\(reason) \($0)" } ?? reason }

    init(_ reason: String, remedy: String? = nil, least: String? = nil) {
        (self.reason, self.remedy, self.least) = (reason, remedy, least)
    }

    /// Any refusal of what a figure is worked out from.
    ///
    /// - Returns: nil for a fault that is not about the figure.
    public init?(_ error: any Error) {
        switch error {
        case let refusal as FigureRefusal: self = refusal
        case let refusal as SeriesRefusal: self.init("\(refusal)")
        case let refusal as ComparabilityRefusal: self.init("\(refusal)")
        case let refusal as StatisticsRefusal: self.init("\(refusal)")
        case let refusal as ComparisonRefusal: self.init(refusal.reason, remedy: refusal.remedy)
        default: return nil
        }
    }
}
