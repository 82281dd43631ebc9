/// The name of a table or a column, from the program or from the database's own list of them.
struct SQLName: Hashable, Sendable {
    let text: String
    /// As people say it: not quoted.
    let word: String

    init(_ name: StaticString) {
        (text, word) = (name.description, name.description)
    }

    /// A name that the database told: quoted, so that whatever it is, it is one name.
    init(of name: String) {
        text = "\"" + name.replacing("\"", with: "\"\"") + "\""
        word = name
    }
}
