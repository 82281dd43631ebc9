import Storage

/// Why something that the public brought cannot be dealt with so, in the words a person should read.
public enum ParticipationRefusal: Refused, Hashable {
    case notHere
    case decidedAlready
    case standsInPublished
    case notAccepted
    case reasonWanted([String])
    case privateDetails([String])
    /// Somebody has to say that they looked.
    case doubts([String])
    case notAnnounced
    case nothingToPublish

    public var reason: String {
        switch self {
        case .notHere: "That is not in this partnership’s records any more. Load the page again"
        case .decidedAlready: "Somebody decided on this meanwhile. Load the page again"
        case .standsInPublished:
            "It stands in an agenda that was published, as it was. Withdraw it, and enter it anew, if its words are wrong"
        case .notAccepted: "Accept it first: what was not accepted is not answered by the meeting"
        case .reasonWanted(let concerns): "\(concerns.joined(separator: ". ")). Say why it is accepted all the same"
        case .privateDetails(let found): found.joined(separator: ". ")
        case .doubts(let found):
            "Everybody would read this: \(found.joined(separator: "; ")). Take it out, or say that you looked and it tells of nobody"
        case .notAnnounced: "Nobody outside was told of this meeting yet. Announce it first"
        case .nothingToPublish: "Nothing that was accepted is there to be published"
        }
    }
}
