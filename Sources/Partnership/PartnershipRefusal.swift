import Storage

/// Why a partnership cannot be entered or changed so, in the words a person should read.
public enum PartnershipRefusal: Refused, Hashable {
    case nameTaken
    case hostTaken
    case hostNeeded
    case notHere

    public var reason: String {
        switch self {
        case .nameTaken: "Another partnership here has this name. Choose one that tells them apart"
        case .hostTaken: "Another partnership here has this host name. Choose another"
        case .hostNeeded:
            "There is a partnership here already, so this one needs a host name of its own, by which browsers ask for it"
        case .notHere: "There is no such partnership here"
        }
    }
}
