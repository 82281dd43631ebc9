/// How one engine writes what `SQL` leaves open: placeholders, type names, the empty list.
enum Dialect: Sendable {
    case sqlite
    case postgreSQL

    func name(of type: ColumnType) -> String {
        switch (type, self) {
        case (.id, .sqlite), (.timestamp, .sqlite), (.date, .sqlite), (.json, .sqlite), (.text, _): "TEXT"
        case (.integer, .sqlite), (.boolean, .sqlite): "INTEGER"
        case (.real, .sqlite): "REAL"
        case (.bytes, .sqlite): "BLOB"
        case (.id, .postgreSQL): "UUID"
        case (.timestamp, .postgreSQL): "TIMESTAMPTZ"
        case (.date, .postgreSQL): "DATE"
        case (.json, .postgreSQL): "JSONB"
        case (.integer, .postgreSQL): "BIGINT"
        case (.boolean, .postgreSQL): "BOOLEAN"
        case (.real, .postgreSQL): "DOUBLE PRECISION"
        case (.bytes, .postgreSQL): "BYTEA"
        }
    }

    private func placeholder(_ number: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgreSQL: "$\(number)"
        }
    }

    /// A list that nothing is in. SQLite takes `()`; PostgreSQL needs a query, and to know the type.
    private func emptyList(of type: ColumnType) -> String {
        switch self {
        case .sqlite: "()"
        case .postgreSQL: "(SELECT CAST(NULL AS \(name(of: type))) WHERE FALSE)"
        }
    }

    /// The statement's text and the values to bind, in order.
    func render(_ sql: SQL) -> Statement {
        var statement = Statement()
        append(sql.parts, to: &statement)
        return statement
    }

    private func append(_ parts: [SQL.Part], to statement: inout Statement) {
        for part in parts {
            switch part {
            case .text(let text): statement.text += text.description
            case .verbatim(let text): statement.text += text
            case .type(let type): statement.text += name(of: type)
            case .value(let value):
                statement.values.append(value)
                statement.text += placeholder(statement.values.count)
            case .list(let values, let type): append(values, of: type, to: &statement)
            case .dialects(let sqlite, let postgreSQL):
                append(self == .sqlite ? sqlite : postgreSQL, to: &statement)
            }
        }
    }

    private func append(_ list: [Value], of type: ColumnType, to statement: inout Statement) {
        statement.isRepeatable = false
        guard !list.isEmpty else {
            statement.text += emptyList(of: type)
            return
        }
        statement.text += "("
        for (index, value) in list.enumerated() {
            if index > 0 { statement.text += ", " }
            statement.values.append(value)
            statement.text += placeholder(statement.values.count)
        }
        statement.text += ")"
    }

    /// `SQL` as one engine reads it.
    struct Statement: Equatable {
        var text = ""
        var values: [Value] = []
        /// Whether the text is the same each time, so that keeping it prepared is worth while. With a list it is not.
        var isRepeatable = true
    }
}
