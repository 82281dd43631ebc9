import Storage

extension SearchDocument.Kind {
    public static let agency = Self("agency")
    public static let person = Self("person")
    public static let body = Self("body")
    public static let seat = Self("seat")
}

/// Who is who, for making the search index anew.
public struct WhoIsWhoSearch: Searchable {
    public let searchKinds: [SearchDocument.Kind] = [.agency, .person, .body, .seat]

    public init() {}

    public func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        try db.agencyDocuments().forEach(body)
        try db.personDocuments().forEach(body)
        try db.bodyDocuments().forEach(body)
        try db.seatDocuments().forEach(body)
    }
}

extension Writing {
    /// Lets an agency be found as it is now, and its people and seats by its name.
    func index(agency id: ID<Agency>) throws {
        try agencyDocuments("partnership_agency.agency = \(id)").forEach(index)
        try personDocuments("membership.agency = \(id)").forEach(index)
        try seatDocuments("seat.agency = \(id)").forEach(index)
    }

    /// Lets a person be found as they are known now; no more where their membership has ended.
    func index(person id: ID<Person>) throws {
        try unindex(.person, id)
        try personDocuments("membership.person = \(id)").forEach(index)
    }

    /// Lets a body be found as it is now, and its seats by its name and to its end.
    func index(body id: ID<Body>) throws {
        try bodyDocuments("body.id = \(id)").forEach(index)
        try seatDocuments("body.id = \(id)").forEach(index)
    }

    func index(seat id: ID<Seat>) throws {
        try seatDocuments("seat.id = \(id)").forEach(index)
    }
}

extension Reading {
    fileprivate func agencyDocuments(_ condition: SQL = "TRUE") throws -> [SearchDocument] {
        try rows(
            """
            SELECT agency.id, agency.name, agency.kind, partnership_agency.standing, partnership_agency.ends_on
            FROM partnership_agency JOIN agency ON agency.id = partnership_agency.agency
            WHERE partnership_agency.partnership = \(partnership) AND \(condition)
            """
        ).map { row in
            let (kind, standing): (Agency.Kind, Agency.Standing) = (try row("kind"), try row("standing"))
            let words = [kind == .other ? nil : kind.rawValue, standing.inSearch].compactMap(\.self)
            return try SearchDocument(
                .agency, row("id") as ID<Agency>, title: row("name"), text: words.joined(separator: ", ").sentence,
                audience: SearchAudience(.seeWhoIsWho), endsOn: row("ends_on"))
        }
    }

    /// By name and agency alone: an email address is not everybody's to see, nor to find.
    fileprivate func personDocuments(_ condition: SQL = "TRUE") throws -> [SearchDocument] {
        try rows(
            """
            SELECT membership.person, membership.name, agency.name AS agency_name FROM membership
            LEFT JOIN agency ON agency.id = membership.agency
            WHERE membership.partnership = \(partnership) AND membership.state <> \(MembershipState.left)
                AND \(condition)
            """
        ).map { row in
            try SearchDocument(
                .person, row("person") as ID<Person>, title: row("name"), text: row("agency_name") ?? "",
                audience: SearchAudience(.seeWhoIsWho))
        }
    }

    fileprivate func bodyDocuments(_ condition: SQL = "TRUE") throws -> [SearchDocument] {
        try rows(
            """
            SELECT id, name, purpose, frequency, ends_on FROM body
            WHERE partnership = \(partnership) AND \(condition)
            """
        ).map { row in
            let (purpose, frequency): (String, String) = (try row("purpose"), try row("frequency"))
            let meets = frequency.isEmpty ? "" : "Meets \(frequency)"
            return try SearchDocument(
                .body, row("id") as ID<Body>, title: row("name"),
                text: [purpose, meets].filter { !$0.isEmpty }.map(\.sentence).joined(separator: " "),
                audience: SearchAudience(.seeWhoIsWho), endsOn: row("ends_on"))
        }
    }

    fileprivate func seatDocuments(_ condition: SQL = "TRUE") throws -> [SearchDocument] {
        try rows(
            """
            SELECT seat.id, seat.title, seat.role, seat.ends_on, body.name AS body_name, body.ends_on AS body_ends_on,
                agency.name AS agency_name
            FROM seat JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
            LEFT JOIN agency ON agency.id = seat.agency
            WHERE seat.partnership = \(partnership) AND \(condition)
            """
        ).map { row in
            let (role, body, agency): (Role, String, String?) = (
                try row("role"), try row("body_name"), try row("agency_name")
            )
            let ends: [Day?] = [try row("ends_on"), try row("body_ends_on")]
            return try SearchDocument(
                .seat, row("id") as ID<Seat>, title: row("title"),
                text: "\(role.title) on \(body)\(agency.map { ", for \($0)" } ?? "").".sentence,
                audience: SearchAudience(.seeWhoIsWho), endsOn: ends.compactMap(\.self).min())
        }
    }
}

extension Agency.Standing {
    fileprivate var inSearch: String {
        switch self {
        case .responsible: "responsible authority"
        case .cooperating: "co-operating body"
        case .invited: "invited to take part"
        }
    }
}

extension String {
    fileprivate var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
