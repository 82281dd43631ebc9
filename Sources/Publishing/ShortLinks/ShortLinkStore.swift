import Storage

extension PublicationStore {
    /// The code of a publication, or the one that it will have when it is published first.
    ///
    /// - Throws: `DatabaseFault`
    public func code(of slug: String) async throws -> PublicationCode? {
        try await database.read { db in try db.code(of: slug) }
    }

    /// Which publication a short link leads to, by what it is called in addresses.
    ///
    /// - Throws: `DatabaseFault`
    public func slug(of code: PublicationCode) async throws -> String? {
        try await database.read { db in
            try db.value(
                """
                SELECT publication.slug FROM publication_code
                JOIN publication ON publication.id = publication_code.publication
                WHERE publication_code.partnership = \(db.partnership) AND publication_code.code = \(code)
                """)
        }
    }
}

extension Reading {
    func code(of slug: String) throws -> PublicationCode? {
        let known: PublicationCode? = try value(
            """
            SELECT publication_code.code FROM publication_code
            JOIN publication ON publication.id = publication_code.publication
            WHERE publication.partnership = \(partnership) AND publication.slug = \(slug)
            """)
        return try known ?? PublicationCode.candidates(for: slug).first { try isFree($0) }
    }

    private func isFree(_ code: PublicationCode) throws -> Bool {
        let taken: Int? = try value(
            "SELECT count(*) FROM publication_code WHERE partnership = \(partnership) AND code = \(code)")
        return taken == 0
    }
}

extension Writing {
    /// Gives a publication the code that leads to it, if it has none.
    ///
    /// - Parameter printed: the one that stands in what is published.
    /// - Throws: ``PublishingRefusal`` where another publication was given that one meanwhile.
    func enterCode(of slug: String, as id: ID<Publication>, printed: PublicationCode?) throws {
        guard let code = try code(of: slug) else { return }
        guard printed == nil || printed == code else { throw PublishingRefusal.publishedMeanwhile }
        try run(
            """
            INSERT INTO publication_code (partnership, code, publication) VALUES (\(partnership), \(code), \(id))
            ON CONFLICT DO NOTHING
            """)
    }
}
