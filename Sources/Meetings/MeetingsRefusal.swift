import Storage

/// Why something of a meeting cannot be, in the words a person should read.
public enum MeetingsRefusal: Refused, Hashable {
    case notHere
    /// The body meets then already.
    case calledAlready(String)
    case neverPublic
    case agendaMoved
    case nothingToPublish
    case wantsReason
    case lateWantsReason
    case notYours

    public var reason: String {
        switch self {
        case .notHere: "That is not in this partnership’s records any more. Load the page again"
        case .calledAlready(let when):
            "This body meets on \(when) already. Choose another day or time, or change that one"
        case .neverPublic: "Nothing of this body’s meetings is ever laid before everybody"
        case .agendaMoved: "Somebody changed this agenda while you were looking at it. Look at it again"
        case .nothingToPublish: "Nothing is different from what was published. Change the agenda first"
        case .wantsReason: "Give the chair’s reason why this cannot wait"
        case .lateWantsReason: "Say why the agenda is published later than its rules ask"
        case .notYours: "This paper is not for you to change"
        }
    }
}
