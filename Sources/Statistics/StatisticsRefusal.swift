import Wording

/// Why a figure can't be worked out. Nothing here answers with a number that is not one.
public enum StatisticsRefusal: Error, Hashable, Sendable {
    case negativeCount(Int)
    /// Above 2⁵³ a whole number is no longer exact in the arithmetic used.
    case countTooLarge(Int)
    /// A population, an exposure or a multiplier that is not a positive, finite number.
    case notPositive(Double)
    case partExceedsTotal(part: Int, total: Int)
    case nothingToShare
    /// The confidence must lie between 0 and 1, both excluded.
    case confidence(Double)
    case noMonths
    case tooFewMonths(Int)
    case zeroTotal
    /// The answer is too large or too small to be held as a number.
    case outOfRange
    /// A search for whole numbers that took more steps than it is given.
    case notSolved
    case disclosure(DisclosureRefusal)
    case survey(SurveyRefusal)
    case ranking(RankingRefusal)
}

extension StatisticsRefusal: CustomStringConvertible {
    /// What is wrong and what would be right, as a sentence.
    public var description: String {
        switch self {
        case .negativeCount(let count):
            "The count is \(count.grouped). A count can’t be below 0."
        case .countTooLarge(let count):
            "The count is \(count.grouped). Counts up to 9,007,199,254,740,992 can be used."
        case .notPositive(let value):
            "The population, exposure or multiplier is \(BritishFigures.plain(value)). It must be a number above 0."
        case .partExceedsTotal(let part, let total):
            "The part, \(part.grouped), is larger than the total, \(total.grouped)."
        case .nothingToShare:
            "The total is 0, so there is nothing to take a share of."
        case .confidence(let level):
            "The confidence is \(BritishFigures.plain(level)). It must lie between 0 and 1, such as 0.95 for a 95% interval."
        case .noMonths:
            "There are no months to compare. Each period needs at least one."
        case .tooFewMonths(let months):
            "There are too few months (\(months) in all). At least three are needed to see how much they vary."
        case .zeroTotal:
            "One of the periods has a total of 0, so there is no ratio to put a model to."
        case .outOfRange:
            "The figure is too large or too small to be written as a number."
        case .notSolved:
            "This was not settled within the steps allowed. Compare fewer figures at once, and take nothing as safe till then."
        case .disclosure(let refusal): refusal.description
        case .survey(let refusal): refusal.description
        case .ranking(let refusal): refusal.description
        }
    }
}
