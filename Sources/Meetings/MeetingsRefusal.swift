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
    case openedAlready
    case nothingToCombine
    case combinedAlready
    case tooMuch(String)
    case keptByLaw
    case stillToCome
    case nothingToOpen
    case reviewDayPast

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
        case .nothingToCombine:
            "There is one document so far: the agenda. Once a supplement is published, they go in one"
        case .combinedAlready: "Everything that is published is in one pack already"
        case .tooMuch(let words): words
        case .openedAlready: "These papers are open to everybody already. Load the page again"
        case .keptByLaw: "This item is confidential: the law keeps it from the public, and nobody here can open it"
        case .stillToCome:
            "The meeting is still to come. Change the item on the agenda, and publish a supplementary agenda"
        case .nothingToOpen: "No paper of this item was published for members, so there is nothing to open"
        case .reviewDayPast: "Choose a day after today on which it is looked at again"
        }
    }
}
