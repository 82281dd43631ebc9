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
    /// Columns that belong together have different lengths.
    case lengthsDiffer(Int, Int)
    /// A value, a limit or a probability that is not a number, or not a finite one.
    case notFinite(Double)
    /// A probability outside 0 to 1.
    case probability(Double)
    /// Areas to be compared are fewer than the comparison needs.
    case tooFewAreas(Int, needed: Int)
    /// Periods with figures are fewer than a trend needs.
    case tooFewPeriods(Int, needed: Int)
    /// One of the latest periods has no figure; it is counted from 1, the oldest first.
    case missingPeriod(Int)
    /// An interval whose limits are not the lower and the upper one of a value.
    case notAnInterval(lower: Double, upper: Double)
    /// Areas can’t be put into so many groups.
    case groups(Int)
    /// The share to trim at each end must be at least 0 and below a half.
    case trim(Double)
    /// A percentage of events must lie between 1 and 100.
    case percentage(Int)
    /// There are no events at all, so that nothing can be compared with their average.
    case noEvents
    /// A count of 0 has no logarithm.
    case zeroOnLogarithmicScale
    /// What is wrong with one row of a column, counted from 1.
    indirect case row(Int, StatisticsRefusal)
    /// A value of a series that is infinite or not a number.
    case monthNotFinite(Double)
    /// No month of a series is known.
    case nothingKnown
    /// A series with another number of months than was made ready for, or populations that don't match its months.
    case wrongLength(Int, expected: Int)
    /// A month, counted from 0, that the series doesn't have.
    case noSuchMonth(Int, months: Int)
    case monthMissing(Int)
    /// Fewer than two rounds of the season.
    case tooShortForSeason(months: Int, period: Int)
    /// A month of the year, from 1 at the beginning of the series, that is known in fewer than two years.
    case monthSeldomKnown(position: Int)
    /// A window to smooth over that is even, too narrow or absurdly wide.
    case smoothingWindow(Int, least: Int)
    /// A setting, named as it reads after "the", below the least it can be.
    case settingTooSmall(String, Double, least: Double)
    case windowsOverlap(Int, period: Int)
    case tooManyBlocks(Int, most: Int)
    /// A probability to be left above a bound that is not between 0 and ½.
    case tail(Double)
    /// Fewer years before a month than its expected count is made of.
    case tooFewYears(Int, needed: Int)
    /// Too many of the months that an expected count is made of are missing.
    case baselineTooThin(known: Int, needed: Int)
    case noFit
    /// A value, a point or an event, numbered from 1 in the order given, that is infinite or no number.
    case valueNotFinite(at: Int)
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
        case .lengthsDiffer(let one, let other):
            "One column has \(one.counted("row", "rows")) and another \(other.grouped). Give each area one row in both."
        case .notFinite(let value):
            "A value is \(BritishFigures.plain(value)). Leave out what is not known; every value must be a finite number."
        case .probability(let value):
            "A probability is \(BritishFigures.plain(value)). It must lie between 0 and 1."
        case .tooFewAreas(let areas, let needed):
            "There are figures for \(areas.counted("area", "areas")). At least \(needed.grouped) are needed to compare them."
        case .tooFewPeriods(let periods, let needed):
            "There are figures for \(periods.counted("period", "periods")). A trend needs the latest \(needed.grouped)."
        case .missingPeriod(let period):
            "Period \(period.grouped) of the latest has no figure. A trend needs each of them; find the missing one first."
        case .notAnInterval(let lower, let upper):
            "The interval runs from \(BritishFigures.plain(lower)) to \(BritishFigures.plain(upper)). "
                + "Its lower limit must lie below its upper one, and the value between them."
        case .groups(let groups):
            "The number of groups is \(groups.grouped). Use at least 2, such as 5 for fifths."
        case .trim(let share):
            "The share trimmed at each end is \(BritishFigures.plain(share)). It must be at least 0 and below 0.5."
        case .percentage(let percent):
            "The percentage is \(percent.grouped). It must lie between 1 and 100."
        case .noEvents:
            "There are no events in any of the areas, so there is nothing to compare."
        case .zeroOnLogarithmicScale:
            "A count is 0, which has no logarithm. Use the square-root scale."
        case .row(let row, let refusal):
            "Row \(row.grouped): \(refusal.description)"
        case .monthNotFinite(let value):
            "One of the months is \(BritishFigures.plain(value)). A month is a number, or left out where it is not known."
        case .nothingKnown:
            "None of the months is known. At least one is needed."
        case .wrongLength(let months, let expected):
            "There are \(months.grouped) months, where \(expected.grouped) are expected. Give one for each, missing ones too."
        case .noSuchMonth(let month, let months):
            "Month \(month) is not in the series. Its \(months.grouped) months are counted from 0."
        case .monthMissing(let month):
            "Month \(month), counted from 0, is missing, so there is nothing to judge. Ask about a month that is known."
        case .tooShortForSeason(let months, let period):
            "There are \(months.grouped) months. A season needs at least two rounds of \(period.grouped)."
        case .monthSeldomKnown(let position):
            "Month \(position) of the year, counted from the first of the series, is known in fewer than two years. "
                + "Begin the series later, or add the missing months."
        case .smoothingWindow(let window, let least):
            "The smoothing window is \(window.grouped). It must be an odd number from \(least.grouped) up."
        case .settingTooSmall(let name, let value, let least):
            "The \(name) is \(BritishFigures.plain(value)). It must be at least \(BritishFigures.plain(least))."
        case .windowsOverlap(let half, let period):
            "Windows of \(half.grouped) months before and after overlap in a year of \(period.grouped). Use fewer."
        case .tooManyBlocks(let blocks, let most):
            "There are \(blocks.grouped) blocks of the year. With these windows there can be 1 to \(most.grouped)."
        case .tail(let tail):
            "The probability above the bound is \(BritishFigures.plain(tail)). It must lie between 0 and 0.5, such as 0.025."
        case .tooFewYears(let years, let needed):
            "There are \(years.grouped) whole years before the month, and \(needed.grouped) are needed to expect a count. "
                + "Use a chart of the months until then."
        case .baselineTooThin(let known, let needed):
            "Of the months an expected count is made of, \(known.grouped) are known and \(needed.grouped) are needed. "
                + "Add the missing months, or use a chart."
        case .noFit:
            "No expected count could be fitted to the months before. Use fewer blocks of the year, or a chart."
        case .valueNotFinite(let number):
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
        case .notSolved:
            "This was not settled within the steps allowed. Compare fewer figures at once, and take nothing as safe till then."
        case .disclosure(let refusal): refusal.description
        case .survey(let refusal): refusal.description
        case .ranking(let refusal): refusal.description
        }
    }
}
