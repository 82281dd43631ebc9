import Wording

/// Why a table can't be made safe to publish, or its safety can't be told.
public enum DisclosureRefusal: Hashable, Sendable {
    /// The rows of a table are not all of one length, or it has none.
    case ragged
    /// Releases that are compared have tables of different rows and columns.
    case tablesDiffer
    case noReleases
    case noMonths
    case threshold(Int)
    case distance(Int)
    case roundingBase(Int)
    case noSuchCell(TableCell)
    /// A part that was never announced.
    case noSuchPart(Int)
    /// No counts add up to all that is published.
    case contradiction
    /// What is already public, and the zeros that are always shown, give it away whatever else is hidden.
    case beyondProtection(TableCell)
}

extension DisclosureRefusal: CustomStringConvertible {
    /// What is wrong and what would be right, as a sentence.
    public var description: String {
        switch self {
        case .ragged:
            "The rows of the table are not all of one length, or there are none. Give every row the same columns."
        case .tablesDiffer:
            "The releases have tables of different rows or columns. Compare releases of the same table."
        case .noReleases:
            "There is no release to look at. Give at least one."
        case .noMonths:
            "A release covers no months. Say which months its counts are of."
        case .threshold(let threshold):
            "The threshold is \(threshold.grouped). It must be at least 2: a threshold of 5 hides the counts from 1 to 4."
        case .distance(let distance):
            "The possible counts are to lie \(distance.grouped) apart. That must be from 1 to 1,000; with 1 a count can’t be told exactly."
        case .roundingBase(let base):
            "The base for rounding is \(base.grouped). It must lie between 2 and 1,000; 5 is usual."
        case .noSuchCell(let cell):
            "The table has no \(cell)."
        case .noSuchPart(let part):
            "There is no part \(part.grouped). Parts are numbered from 0."
        case .contradiction:
            "No counts add up to all the figures that are published. Where counts were revised between two releases, give "
                + "both as they would be counted today."
        case .beyondProtection(let cell):
            "The \(cell) can be worked out from what is already public, whatever is hidden now. "
                + "Publish wider groups or fewer totals."
        }
    }
}
