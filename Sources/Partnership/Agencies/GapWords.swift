import Membership

extension StatutoryGap {
    /// What is missing, in plain words.
    var what: String {
        switch self {
        case .areaUnknown:
            "Nobody has said yet what kind of area this is, so it cannot be told whom the Act names."
        case .missing(let authority, let present?):
            "The Act asks for \(authority.wanted). \(present.name) is here, but stands as \(present.standing.rawValue)."
        case .missing(let authority, nil):
            "The Act asks for \(authority.wanted). None is entered."
        case .notNamed(let agency):
            "\(agency.name) stands as a responsible authority, but the Act does not name a "
                + "\(agency.kind.rawValue) here today."
        case .noLiaisonOfficer(let agency):
            "\(agency.name) has no liaison officer: one person others can call about sharing information."
        case .noStrategyGroup:
            "No body is marked as the strategy group, which prepares the assessment and the plan for the "
                + "responsible authorities."
        case .fewAppointees(let body, let count):
            "\(body.name) needs two or more people appointed by responsible authorities. It has "
                + (count == 0 ? "none." : "one.")
        }
    }

    /// What to do about it.
    var next: String {
        switch self {
        case .areaUnknown: "Describe the area"
        case .missing(_, .some): "Change its standing to responsible authority"
        case .missing(_, nil): "Add the agency"
        case .notNamed: "Change its standing, or end its part"
        case .noLiaisonOfficer: "Name its liaison officer"
        case .noStrategyGroup: "Add the body, or mark one in its details"
        case .fewAppointees: "Fill its seats"
        }
    }
}
