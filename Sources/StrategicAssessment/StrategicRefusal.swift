import Storage
import Wording

/// Why something of a strategic assessment cannot be, in the words a person should read.
public enum StrategicRefusal: Refused, Hashable {
    case begunAlready(PlanYear)
    case unequalMonths
    case nameTaken(String)
    case changedMeanwhile
    /// So many of one person's are open.
    case manyComments(Int)
    case notHere
    /// What is in an assessment that was to be taken away.
    case notEmpty([String])
    case monthsChosenMeanwhile
    case scoringIsClosed
    /// Nothing is written, or these figures cannot be told.
    case notToBePublished(figures: [String])
    case changedSinceShown
    case followedAlready(String)
    case manyFocusPlaces(Int)
    case focusMoved
    case severityTitleTaken(String)
    case severitySuperseded
    /// What is too small to be told and could be worked out.
    case tellsSmallNumbers([String])

    public var reason: String {
        switch self {
        case .begunAlready(let year): "The strategic assessment \(year) was begun already. Open it from the list"
        case .unequalMonths:
            "The two periods must have the same number of months, or a change would only say that one is longer"
        case .nameTaken(let name):
            "There is a theme called ‘\(name)’ already. Give this one another name, or change that one"
        case .manyComments(let open):
            "\(open.grouped) of your comments wait to be settled. Ask whoever writes the assessment to settle some first"
        case .changedMeanwhile: "Somebody changed this theme while you were writing. Look at it, and change it again"
        case .notToBePublished(let figures):
            figures.isEmpty
                ? "Nothing is written yet. Write at least a summary, and publish it then"
                : "These figures cannot be told: \(figures.joined(separator: "; ")). Put that right, and publish it then"
        case .tellsSmallNumbers(let found):
            "Small numbers could be worked out from it: \(found.joined(separator: " ")) Take out one of the figures of each, "
                + "or tell longer periods or wider places"
        case .changedSinceShown:
            "Something in the document changed since you were shown it. Look at it again, and publish it then"
        case .notEmpty(let things):
            "It has \(things.inWords) by now, and stays. What should not be in it can be left out or written anew"
        case .monthsChosenMeanwhile:
            "Somebody chose other months while you were looking. Look at those that it has now, and choose again"
        case .followedAlready(let name): "\(name) is followed already. Change why it is, or choose another"
        case .manyFocusPlaces(let most):
            "\(most) are followed already, more than anybody can give their mind to. Follow one of them no longer first"
        case .focusMoved:
            "Somebody changed or ended this one meanwhile. Look at how it stands now, and decide again"
        case .severityTitleTaken(let title):
            "There is a list called ‘\(title)’ already, or nothing in the title can stand in an address. Open that one and import its "
                + "next version, or give this one another title"
        case .severitySuperseded:
            "Somebody imported another version meanwhile. Look at it, and import this one again if it is newer"
        case .scoringIsClosed: "Scoring is closed. Ask an officer to open it again"
        case .notHere: "That is not in this assessment any more. Load the page again"
        }
    }
}
