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
    /// A value, a point or an event, numbered from 1 in the order given, that is infinite or no number.
    case notFinite(at: Int)
    case valuesForAreas(values: Int, areas: Int)
    case tooManyAreas(Int)
    /// A neighbour or an area whose number, from 0, is none of theirs.
    case noSuchArea(Int, areas: Int)
    case ownNeighbour(Int)
    case oneSidedNeighbour(area: Int, neighbour: Int)
    case permutations(Int)
    case tooFewEvents(Int)
    case bandsDoNotRise
    case daysTooFarApart
    case tooManyPairs
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
        case .notFinite(let number):
            "Number \(number.grouped) of those given is infinite or not a number. Correct it, or leave it out as missing."
        case .valuesForAreas(let values, let areas):
            "There are \(values.grouped) values for \(areas.grouped) areas. Give one for each, and none where it is missing."
        case .tooManyAreas(let areas):
            "There are \(areas.grouped) areas. Up to \(Contiguity.most.grouped) can be compared."
        case .noSuchArea(let area, let areas):
            "There is no area \(area.grouped). The \(areas.grouped) areas are numbered from 0."
        case .ownNeighbour(let area):
            "Area \(area.grouped) is given as its own neighbour. Leave it out of its neighbours."
        case .oneSidedNeighbour(let area, let neighbour):
            "Area \(area.grouped) has \(neighbour.grouped) as a neighbour, but not the other way round. Give both, or neither."
        case .permutations(let number):
            "\(number.grouped) permutations were asked for. From 1 to 1,000,000 can be drawn; 999 is usual."
        case .tooFewEvents(let events):
            "There are too few events (\(events)). At least two make a pair."
        case .bandsDoNotRise:
            "The ends of the bands must be at least two numbers, each larger than the one before, such as 0, 100 and 200."
        case .daysTooFarApart:
            "The days lie too far apart. Check the dates, or end the last band of time sooner."
        case .tooManyPairs:
            "More than 20 million pairs of events are near one another. Take a shorter distance, or fewer events."
        }
    }
}
