import Storage
import Wording

/// Why a decision or a notice cannot be published, called in or settled, in the words a person should read.
public enum DecisionsRefusal: Refused, Hashable {
    case notHere
    case changedMeanwhile
    case takenAlready
    case missing([String])
    case changesWanted
    case callInOver
    case notCalledIn
    case tooFewSignatories(Int, needed: Int)
    case planIsSettled

    public var reason: String {
        switch self {
        case .notHere: "That is not here any more. Load the page again"
        case .changedMeanwhile:
            "Somebody else saved it while you were writing. What you typed stands here: look at the record in another window, and save again"
        case .takenAlready: "This resolution has its record already. Open it from the list"
        case .missing(let all): "It cannot be published yet. \(all.joined(separator: ". "))"
        case .changesWanted: "Say what is different from the version before: everybody reads it"
        case .callInOver: "It may not be called in today: it is exempt, its time is over, or it was called in before"
        case .notCalledIn: "It is not called in, so there is nothing to settle"
        case .tooFewSignatories(let signed, let needed):
            "\(signed.counted("person", "people")) signed, and the rules ask for \(needed.grouped). Enter each on a line"
        case .planIsSettled: "This notice is settled already: the decision was made, or it was dropped"
        }
    }
}
