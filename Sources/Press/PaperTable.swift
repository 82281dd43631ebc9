// SPDX-License-Identifier: AGPL-3.0-or-later

/// A table as papers are given one, and as `table-of` of the house style sets it.
public struct PaperTable: Encodable, Sendable, Hashable {
    /// How a column stands.
    public enum Kind: String, Encodable, Sendable {
        /// On the left, with whatever room there is.
        case text
        /// On the left, as wide as it needs.
        case name
        /// On the right, with its figures in line.
        case number
    }

    let title: String
    let head: [String]
    let kinds: [Kind]
    let rows: [[String]]
    let total: [String]?

    /// - Parameter total: the last row, set apart.
    public init(_ title: String, columns: [(head: String, kind: Kind)], rows: [[String]], total: [String]? = nil) {
        (self.title, self.rows, self.total) = (title, rows, total)
        head = columns.map(\.head)
        kinds = columns.map(\.kind)
    }
}
