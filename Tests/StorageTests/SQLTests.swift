import Testing

@testable import Storage

@Suite("SQL is a literal whose values are bound")
struct SQLTests {
    private func sqlite(_ sql: SQL) -> Dialect.Statement { Dialect.sqlite.render(sql) }
    private func postgreSQL(_ sql: SQL) -> Dialect.Statement { Dialect.postgreSQL.render(sql) }

    @Test("a value becomes a placeholder, however much it looks like SQL")
    func binding() {
        let name = "'; DROP TABLE note; --"
        let sql: SQL = "SELECT * FROM note WHERE title = \(name) AND number > \(3)"

        #expect(sqlite(sql).text == "SELECT * FROM note WHERE title = ? AND number > ?")
        #expect(postgreSQL(sql).text == "SELECT * FROM note WHERE title = $1 AND number > $2")
        #expect(sqlite(sql).values == [.text(name), .integer(3)])
    }

    @Test("a list binds as a list, and what follows goes on counting")
    func list() {
        let sql: SQL = "a IN \([1, 2]) AND b = \(true)"

        #expect(sqlite(sql).text == "a IN (?, ?) AND b = ?")
        #expect(postgreSQL(sql).text == "a IN ($1, $2) AND b = $3")
        #expect(postgreSQL(sql).values == [.integer(1), .integer(2), .boolean(true)])
        #expect(!sqlite(sql).isRepeatable)
    }

    @Test("bytes are one value, not a list of numbers")
    func bytes() {
        #expect(sqlite("hash = \([1, 2] as [UInt8])").values == [.bytes([1, 2])])
    }

    @Test("an empty list is something that nothing is in, of the right type")
    func emptyList() {
        #expect(sqlite("a IN \([Int]())").text == "a IN ()")
        #expect(
            postgreSQL("a IN \([ID<Tenant>]())").text == "a IN (SELECT CAST(NULL AS UUID) WHERE FALSE)")
    }

    @Test("a piece set in another keeps its values bound and in order")
    func nesting() {
        let inner: SQL = "b = \("two")"
        let sql: SQL = "a = \("one") AND \(inner) AND c = \("three")"

        #expect(postgreSQL(sql).text == "a = $1 AND b = $2 AND c = $3")
        #expect(postgreSQL(sql).values == [.text("one"), .text("two"), .text("three")])
    }

    @Test("optional conditions join safely, and none of them is no condition")
    func conditions() {
        let conditions: [SQL] = ["a = \(1) OR b = \(2)", "c = \(3)"]

        #expect(postgreSQL(SQL.all(of: conditions)).text == "(a = $1 OR b = $2) AND (c = $3)")
        #expect(postgreSQL(SQL.any(of: conditions)).text == "(a = $1 OR b = $2) OR (c = $3)")
        #expect(sqlite(SQL.all(of: [])).text == "TRUE")
        #expect(sqlite(SQL.any(of: [])).text == "FALSE")
        #expect(sqlite("SELECT 1" + " WHERE " + "a = \(1)").text == "SELECT 1 WHERE a = ?")
        #expect(sqlite(["a", "b", "c"].joined(by: ", ")).text == "a, b, c")
    }

    @Test("nothing at all binds as NULL")
    func null() {
        #expect(sqlite("a = \(String?.none)").values == [.null])
        #expect(sqlite("a = \(Int?.some(1))").values == [.integer(1)])
    }

    @Test("each engine has its own name for every type", arguments: ColumnType.allCases)
    func types(type: ColumnType) {
        #expect(!Dialect.sqlite.name(of: type).isEmpty)
        #expect(postgreSQL("x \(type)").text == "x " + Dialect.postgreSQL.name(of: type))
    }

    @Test("what the engines say differently is said to each alone")
    func dialects() {
        let sql = SQL.dialects(sqlite: "PRAGMA x = \(1)", postgreSQL: "SET x = \(2)")

        #expect(sqlite(sql) == Dialect.Statement(text: "PRAGMA x = ?", values: [.integer(1)]))
        #expect(postgreSQL(sql) == Dialect.Statement(text: "SET x = $1", values: [.integer(2)]))
    }
}
