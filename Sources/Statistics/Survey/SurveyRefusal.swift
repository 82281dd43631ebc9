import Wording

/// Why answers to a survey can't be weighted.
public enum SurveyRefusal: Hashable, Sendable {
    case noRespondents
    case noMargins
    /// There are as many of one thing as of another, or one respondent would have the answer of the next.
    case notAligned(String, Int, expected: Int)
    /// A respondent, numbered from 1, whose group is not known.
    case groupMissing(margin: String, respondent: Int)
    case groupWithoutPopulation(margin: String, group: String)
    case groupWithoutRespondents(margin: String, group: String)
    /// A population that is not a positive number.
    case population(margin: String, group: String, Double)
    case startingWeight(Double)
    /// No weights meet all populations at once.
    case noSuchWeights
}

extension SurveyRefusal: CustomStringConvertible {
    /// What is wrong and what would be right, as a sentence.
    public var description: String {
        switch self {
        case .noRespondents:
            "Nobody answered, so there is nothing to weight."
        case .noMargins:
            "There is nothing to weight by. Give at least one set of groups with their populations."
        case .notAligned(let what, let count, let expected):
            "There are \(count.grouped) \(what) for \(expected.grouped) respondents. Give one for each respondent."
        case .groupMissing(let margin, let respondent):
            "Respondent \(respondent.grouped) has no \(margin). Leave out who gave none, or don’t weight by \(margin)."
        case .groupWithoutPopulation(let margin, let group):
            "There are answers from ‘\(group)’ (\(margin)) but no population. Give it, or join the group to another."
        case .groupWithoutRespondents(let margin, let group):
            "Nobody from ‘\(group)’ (\(margin)) answered, so no weight can speak for them. Join the group to another."
        case .population(let margin, let group, let population):
            "The population of ‘\(group)’ (\(margin)) is \(BritishFigures.plain(population)). It must be a number above 0."
        case .startingWeight(let weight):
            "A starting weight is \(BritishFigures.plain(weight)). It must be a number above 0."
        case .noSuchWeights:
            "No weights meet all the populations at once, because some groups are never found together in the answers. "
                + "Join groups, or weight by fewer things."
        }
    }
}
