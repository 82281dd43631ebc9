import CPostgreSQL

/// What the server or libpq said went wrong.
struct PostgreSQLError: Error {
    /// Five characters; the first two are the class (PostgreSQL, appendix A). Empty where libpq itself failed.
    let state: String
    let message: String
    /// The constraint or the column at fault, for the log.
    var about: String?
    /// Whether the connection is gone with it.
    var isOfTheConnection = false

    /// What a server says before it goes away. The connection’s end may be heard only after.
    private static let lastWords: Set<String> = ["57P01", "57P02", "57P03"]

    /// What a result says, if it is an error.
    init?(_ result: OpaquePointer?, on link: OpaquePointer?) {
        let isLost = PQstatus(link) != CONNECTION_OK
        guard let result else {
            self.init(state: "", message: String(cString: PQerrorMessage(link)), isOfTheConnection: isLost)
            return
        }
        let status = PQresultStatus(result)
        guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR else {
            return nil
        }
        func field(_ name: UnicodeScalar) -> String? {
            PQresultErrorField(result, CInt(name.value)).map { String(cString: $0) }
        }
        self.init(
            state: field("C") ?? "", message: field("M") ?? String(cString: PQresultErrorMessage(result)),
            about: field("n") ?? field("c"), isOfTheConnection: isLost)
    }

    init(state: String, message: String, about: String? = nil, isOfTheConnection: Bool = false) {
        self.state = state
        // libpq writes several lines; here it is a part of a sentence.
        let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.message = words.hasSuffix(".") ? String(words.dropLast()) : words
        self.about = about
        self.isOfTheConnection = isOfTheConnection || Self.lastWords.contains(state)
    }
}

extension DatabaseFault {
    /// - Parameter sql: what was asked, without the values.
    init(_ error: PostgreSQLError, sql: String = "") {
        switch (error.state, error.state.prefix(2)) {
        case _ where error.isOfTheConnection, (_, "08"), ("57P01", _), ("57P02", _), ("57P03", _):
            self = .unreachable(error.message)
        case (_, "23"): self = .constraint(Self.constraint(error.state), about: error.about ?? error.message)
        // What our own triggers say.
        case ("P0001", _): self = .constraint(.other, about: error.message)
        case ("25006", _): self = .readOnly
        case ("40001", _), ("40P01", _), ("55P03", _), ("57014", _): self = .busy
        case (_, "53"): self = .unreachable("the database’s server is short of something: \(error.message)")
        case (_, "58"), (_, "XX"): self = .unreadable(error.message)
        default: self = .statement(error.message, sql: sql)
        }
    }

    private static func constraint(_ state: String) -> Constraint {
        switch state {
        case "23505": .unique
        case "23503": .foreignKey
        case "23514": .check
        case "23502": .notNull
        default: .other
        }
    }
}
