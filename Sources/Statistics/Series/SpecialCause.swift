/// Why a month is more than the usual up and down, in the order in which the rules are asked.
public enum SpecialCause: Hashable, Sendable, CaseIterable {
    case aboveUpperLimit
    case belowLowerLimit
    /// One of so many months in a row, each higher than the one before.
    case rising
    case falling
    /// One of two in three months near the upper limit, all three above the mean.
    case nearUpperLimit
    case nearLowerLimit
    /// One of so many months in a row above the mean.
    case aboveMean
    case belowMean

    /// Whether it tells of high values, or of ever higher ones.
    public var isHigh: Bool {
        switch self {
        case .aboveUpperLimit, .rising, .nearUpperLimit, .aboveMean: true
        case .belowLowerLimit, .falling, .nearLowerLimit, .belowMean: false
        }
    }

    /// What it means, given which way is better.
    public func meaning(_ direction: XmRChart.Direction) -> Meaning {
        switch direction {
        case .increase: isHigh ? .improvement : .concern
        case .decrease: isHigh ? .concern : .improvement
        case .neutral: isHigh ? .high : .low
        }
    }

    /// What a special cause means for the people it concerns.
    public enum Meaning: Hashable, Sendable {
        case improvement
        case concern
        /// Where neither way is better.
        case high
        case low
    }
}
