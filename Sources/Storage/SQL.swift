/// A piece of SQL, written as a string literal whose interpolations are *bound*, never spliced.
///
/// ```swift
/// try db.rows("SELECT * FROM release WHERE partnership = \(db.partnership) AND name = \(name)")
/// ```
///
/// The fixed parts are `StaticString`s, so text made while the program runs cannot become SQL. A list binds as
/// `(?, ?)`; another `SQL` value is set in whole, with its own bound values; in migrations `\(.id)` and the other
/// ``ColumnType``s become the type's name in the engine's dialect.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case text(StaticString)
        /// Text from inside this module only: names of tables and columns.
        case verbatim(String)
        case value(Value)
        case list([Value], of: ColumnType)
        case type(ColumnType)
        /// What the two engines have to say differently, side by side.
        case dialects(sqlite: [Part], postgreSQL: [Part])
    }

    var parts: [Part]

    init(parts: [Part]) {
        self.parts = parts
    }

    /// SQL from text made at run time. Internal on purpose: a store cannot call it.
    init(verbatim text: String) {
        parts = [.verbatim(text)]
    }

    public init(stringLiteral text: StaticString) {
        parts = [.text(text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    /// One statement with a body for each engine. For triggers and the like; needs a decision record.
    static func dialects(sqlite: SQL, postgreSQL: SQL) -> SQL {
        SQL(parts: [.dialects(sqlite: sqlite.parts, postgreSQL: postgreSQL.parts)])
    }

    /// Gathers the parts of an ``SQL`` literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            if text.utf8CodeUnitCount > 0 { parts.append(.text(text)) }
        }

        /// Binds one value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            parts.append(.value(value.sqlValue))
        }

        /// Binds a value, or NULL where there is none.
        public mutating func appendInterpolation<Wrapped: SQLConvertible>(_ value: Wrapped?) {
            parts.append(.value(value.sqlValue))
        }

        /// Binds a list, as `(?, ?)`. An empty list is one that nothing is in: `IN` is false, `NOT IN` is true.
        public mutating func appendInterpolation<Element: SQLConvertible>(_ list: [Element]) {
            parts.append(.list(list.map { $0.sqlValue }, of: Element.columnType))
        }

        /// Sets in another piece of SQL, whose values stay bound.
        public mutating func appendInterpolation(_ sql: SQL) {
            parts.append(contentsOf: sql.parts)
        }

        /// The name of a column's type, in a migration.
        public mutating func appendInterpolation(_ type: ColumnType) {
            parts.append(.type(type))
        }
    }
}

extension SQL {
    /// Two pieces, one after the other. Nothing is put between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(parts: left.parts + right.parts)
    }

    /// Appends a piece.
    public static func += (left: inout SQL, right: SQL) {
        left.parts += right.parts
    }

    /// Every condition holds: `(a) AND (b)`, and `TRUE` for none, so that an optional `WHERE` needs no special case.
    public static func all(of conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "TRUE" : conditions.map { "(\($0))" }.joined(by: " AND ")
    }

    /// At least one condition holds: `(a) OR (b)`, and `FALSE` for none.
    public static func any(of conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "FALSE" : conditions.map { "(\($0))" }.joined(by: " OR ")
    }
}

extension Sequence<SQL> {
    /// The pieces in order, with `separator` between them.
    public func joined(by separator: SQL) -> SQL {
        var joined = SQL(parts: [])
        for (index, piece) in enumerated() {
            if index > 0 { joined += separator }
            joined += piece
        }
        return joined
    }
}
