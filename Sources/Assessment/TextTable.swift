/// A table in words, before a page or a paper gives it a shape.
struct TextTable: Sendable {
    struct Column: Sendable {
        let title: String
        let isNumber: Bool

        static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    let caption: String
    let columns: [Column]
    let rows: [[String]]
    let footer: [String]?

    init(_ caption: String, columns: [Column], rows: [[String]], footer: [String]? = nil) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
    }
}
