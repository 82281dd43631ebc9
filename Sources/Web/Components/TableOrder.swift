/// The order of a table's rows, as the address has it: `?sort=name&order=descending`.
public struct TableOrder: Hashable, Sendable {
    public enum Direction: String, Sendable {
        case ascending, descending
    }

    /// The key of the column: no word of the address is ever more than compared with it.
    public let column: String
    public let direction: Direction

    public init(_ column: String, _ direction: Direction = .ascending) {
        self.column = column
        self.direction = direction
    }

    /// The order that was asked for among these columns; this one where nobody asked for one that there is.
    public func orAsked(_ sort: String?, _ order: String?, among columns: [String]) -> TableOrder {
        guard let sort, columns.contains(sort) else { return self }
        return TableOrder(sort, order.flatMap(Direction.init) ?? .ascending)
    }

    /// Whether one row comes before another, by whatever the column holds.
    public func places<Value: Comparable>(_ one: Value, before other: Value) -> Bool {
        direction == .ascending ? one < other : other < one
    }

    /// What a press on a column's head asks for: this column the other way round, another from its beginning.
    func pressed(_ column: String) -> TableOrder {
        TableOrder(column, column == self.column && direction == .ascending ? .descending : .ascending)
    }
}

/// Heads of columns that put the table in order, as links: they work without script and can be sent to somebody.
public struct TableSorting: Sendable {
    let order: TableOrder
    let address: Address

    /// - Parameters:
    ///   - order: how the rows stand now.
    ///   - address: of the table with its filter, without an order.
    public init(_ order: TableOrder, at address: Address) {
        self.order = order
        self.address = address
    }

    func head(_ column: DataTable.Column, _ key: String) -> HTML {
        let next = order.pressed(key)
        let leading = address.asking(["sort": key, "order": next.direction.rawValue])
        let mark = order.column != key ? "↕" : order.direction == .ascending ? "▲" : "▼"
        return """
            <a class="data-table__sort" href="\(leading)">\(column.title)\
            <span class="data-table__mark" aria-hidden="true"> \(mark)</span></a>
            """
    }

    /// What a screen reader says of a column's head.
    func state(_ key: String) -> HTML? {
        order.column == key ? " aria-sort=\"\(order.direction.rawValue)\"" : nil
    }
}
