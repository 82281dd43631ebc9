import Wording

/// Why themes can't be scored or ranked.
public enum RankingRefusal: Hashable, Sendable {
    /// A score that is outside its scale.
    case score(Double)
    case noScorers
    case noThemes
    /// Not every scorer, or not every theme, has as many places for scores.
    case ragged
    /// One weight for each criterion, whole, from 0 to `RankWeights.most`, and one of them above 0.
    case weights
    /// By how many per cent weights are varied.
    case weightRange(Int)
    case cutPoints
}

extension RankingRefusal: CustomStringConvertible {
    /// What is wrong and what would be right, as a sentence.
    public var description: String {
        switch self {
        case .score(let score):
            "A score is \(BritishFigures.plain(score)), which is not on the scale. Correct it, or leave it out."
        case .noScorers:
            "Nobody has scored. Give the scores of at least one person."
        case .noThemes:
            "There are no themes to rank. Give at least one."
        case .ragged:
            "The scores don’t fill a sheet: give every scorer every theme and every theme every criterion, "
                + "with a gap where there is no score."
        case .weights:
            "Give each criterion a whole number as its weight, from 0 to 1,000, and at least one above 0."
        case .weightRange(let percent):
            "The weights are to vary by \(percent.grouped)%. Give a whole number from 0 to 99."
        case .cutPoints:
            "Four cut-points part five scores. Give four numbers, each above the one before."
        }
    }
}
