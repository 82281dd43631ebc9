import Storage

/// Why something about who is who cannot be, in the words a person should read.
public enum MembershipRefusal: Refused, Hashable {
    case notHere
    case endsBeforeItBegins
    case takesPartAlready
    case notNamedByTheAct
    case agencyIsShared
    case liaisonOfficerAlready
    /// Whoever was named works for that agency, and not for the one it is about.
    case liaisonOfficerOfAnother(person: String, agency: String, asked: String)
    case isHereAlready
    case emailTaken
    case emailIsShared
    case notPossible(MembershipDeed, MembershipState)
    case oneself
    case lastOfficer
    case seatIsTaken
    case substitutesAlready
    case holdsItThemselves
    case moreThanOwn
    case holdsMore
    case laterEnd
    case builtIn
    case belowItself
    case bodyHasParts
    case tooDeep
    case manyInvitations
    case beginsBeforeItsBody

    public var reason: String {
        switch self {
        case .notHere: "That is not in this partnership’s records any more. Load the page again"
        case .endsBeforeItBegins: "The end must not be before the beginning"
        case .takesPartAlready: "This agency takes part already"
        case .notNamedByTheAct:
            "The Act does not make this kind of agency a responsible authority. Choose ‘co-operating’ or ‘invited’"
        case .agencyIsShared:
            "This agency takes part in another partnership too, so its name and kind cannot be changed from here"
        case .liaisonOfficerAlready: "This person is the agency’s liaison officer already"
        case .liaisonOfficerOfAnother(let person, let agency, let asked):
            "\(person) works for \(agency). The liaison officer of \(asked) is one of its own people: choose one, or add them first"
        case .isHereAlready: "Somebody with this email address is in this partnership already"
        case .emailTaken: "This email address cannot be used. Choose another"
        case .emailIsShared:
            "This person takes part in another partnership too, so their email address cannot be changed from here"
        case .notPossible(let deed, let state):
            "A membership that is \(state.rawValue) cannot be \(deed.done)"
        case .oneself: "You cannot do this to your own membership. Ask another officer"
        case .lastOfficer: "Nobody would be left who is an officer. Seat another one first"
        case .seatIsTaken: "Somebody holds this seat in that time. End that first"
        case .substitutesAlready: "This person substitutes in this seat already"
        case .holdsItThemselves: "This person holds the seat themselves"
        case .holdsMore:
            "This person may do more here than you, and whoever changes their email address can come in as them. Ask "
                + "somebody who may do as much"
        case .builtIn:
            "The built-in officer is of every partnership here, and signs in by the address that is printed at the start. "
                + "Enter yourself as a person of your own, and take a seat as an officer"
        case .laterEnd: "An end can be brought forward, not put off. Let it stand, and appoint them again"
        case .moreThanOwn:
            "You cannot seat yourself where you could do more than now. Ask somebody else to seat you"
        case .belowItself: "A body cannot lie below itself"
        case .tooDeep:
            "More than \(Structure.deepest) bodies would lie below one another. Let it answer to one further up"
        case .manyInvitations:
            "Very many invitations were sent in the last hour. Wait an hour, or ask whoever runs the system for links"
        case .beginsBeforeItsBody:
            "A seat cannot begin before its body does. Change the body’s beginning first, or this day"
        case .bodyHasParts: "There are bodies below this one. End them or move them first"
        }
    }
}
