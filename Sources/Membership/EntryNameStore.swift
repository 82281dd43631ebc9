import Storage

extension Reading {
    /// What people are called here, by their identifiers.
    func personNames(_ addresses: [String]) throws -> [String: String] {
        let people = addresses.compactMap { ID<Person>($0) }
        return try names(
            rows(
                """
                SELECT person AS id, name FROM membership
                WHERE partnership = \(partnership) AND person IN \(people)
                """), of: Person.self)
    }

    /// What the agencies that take part here, or did, are called.
    func agencyNames(_ addresses: [String]) throws -> [String: String] {
        let agencies = addresses.compactMap { ID<Agency>($0) }
        return try names(
            rows(
                """
                SELECT agency.id, agency.name FROM agency
                JOIN partnership_agency ON partnership_agency.agency = agency.id
                WHERE partnership_agency.partnership = \(partnership) AND agency.id IN \(agencies)
                """), of: Agency.self)
    }

    func bodyNames(_ addresses: [String]) throws -> [String: String] {
        let bodies = addresses.compactMap { ID<Body>($0) }
        return try names(
            rows("SELECT id, name FROM body WHERE partnership = \(partnership) AND id IN \(bodies)"), of: Body.self)
    }

    /// A seat goes by its title and its body.
    func seatNames(_ addresses: [String]) throws -> [String: String] {
        let seats = addresses.compactMap { ID<Seat>($0) }
        return try names(
            rows(
                """
                SELECT seat.id, seat.title || ', ' || body.name AS name FROM seat
                JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
                WHERE seat.partnership = \(partnership) AND seat.id IN \(seats)
                """), of: Seat.self)
    }

    private func names<Thing>(_ rows: [Row], of thing: Thing.Type) throws -> [String: String] {
        var names: [String: String] = [:]
        for row in rows {
            let id: ID<Thing> = try row("id")
            names[id.description] = try row("name")
        }
        return names
    }
}
