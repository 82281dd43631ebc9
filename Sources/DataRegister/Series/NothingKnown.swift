import Wording

/// Why nothing is known of a place in all of a series, and what to do about it. What is not known is never none.
public struct NothingKnown: Hashable, Sendable, CustomStringConvertible {
    public let reason: String
    public let remedy: String

    public var description: String { "\(reason) \(remedy)" }

    /// - Parameters:
    ///   - areas: how few of its small areas have rows: "3 of its 72 small areas (LSOAs)".
    public init(strayDistrict district: String, areas: String) {
        reason =
            "Of \(district) a neighbour’s rows alone are here, from only \(areas): they do not tell how much crime there is."
        remedy = "Import the files of its own police force."
    }

    /// - Parameters:
    ///   - set: what the data set is called.
    ///   - told: the districts that its files tell of.
    ///   - asked: the districts asked of that they do not.
    init(set: String, tellsOf told: [String], notOf asked: [String]) {
        let whole =
            switch told.count {
            case 0: "have no row of \(asked.inWords)"
            case 1...3: "tell of \(told.inWords) alone"
            default: "tell of \(told.count) districts, and not of \(asked.count > 3 ? "all of these" : asked.inWords)"
            }
        reason = "Not known: the files of ‘\(set)’ \(whole)."
        remedy =
            "That they have no row elsewhere, or a few, does not say how many there were. Choose a place they tell of, "
            + "or import files that tell of this one."
    }
}
