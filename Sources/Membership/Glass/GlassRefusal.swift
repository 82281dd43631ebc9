import Storage

/// Why the glass was not broken, or not mended, in the words a person should read.
public enum GlassRefusal: Refused, Hashable {
    case noReason
    case reasonIsLong
    case notBreakable
    case notTheirs
    case isTheirsAnyway
    case isOpenAlready
    case nobodyToTell
    case isOver
    case notHere

    public var reason: String {
        switch self {
        case .noReason:
            "Say what has happened and why it cannot wait, in a sentence of \(BrokenGlass.shortestReason) characters or more: "
                + "those who are told of it read this first"
        case .reasonIsLong: "Say it in \(BrokenGlass.longestReason) characters at most"
        case .notBreakable: "This cannot be opened in an emergency. Choose something that can"
        case .notTheirs: "You cannot break the glass just now. Sign in again with your second step, and try again"
        case .isTheirsAnyway: "Your seats let you do this already"
        case .isOpenAlready: "You have opened this already. When its time is over, or you have ended it, ask again"
        case .nobodyToTell:
            "There is nobody else who could be told of it, and the glass is only broken before witnesses. Seat another "
                + "officer first"
        case .isOver: "It is over already"
        case .notHere: "That is not in this partnership’s records. Load the page again"
        }
    }
}
