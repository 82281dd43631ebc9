/// A step in how records are laid out: SQL that is run once, in one transaction, and never edited once released.
public struct Migration: Sendable {
    /// Dated, as in “2026-11-22 releases”.
    public let name: String
    let steps: [SQL]

    /// - Parameter steps: one statement each.
    public init(_ name: StaticString, _ steps: [SQL]) {
        self.name = name.description
        self.steps = steps
    }

    /// What there is to do on an engine: some steps are for the other alone.
    func steps(in dialect: Dialect) -> [SQL] {
        steps.filter { !dialect.render($0).text.isEmpty }
    }

    /// SHA-256 of the steps as an engine reads them, to tell when a released migration was edited.
    func hash(in dialect: Dialect) -> [UInt8] {
        var form = CanonicalForm("frankpledge migration 1")
        for statement in steps.map(dialect.render) {
            form.append(statement.text)
            form.append(String(statement.values.count))
            for value in statement.values { form.append("\(value)") }
        }
        return form.hash
    }
}

/// The migrations of one slice, in order.
public struct Migrations: Sendable {
    public let slice: String
    let list: [Migration]

    public init(slice: StaticString, _ list: [Migration]) {
        self.slice = slice.description
        self.list = list
    }

    /// Each migration's name and a hash of its SQL for every engine, for a test that keeps the released ones as
    /// they are.
    public var fingerprints: [(name: String, hash: String)] {
        list.map { ($0.name, ($0.hash(in: .sqlite) + $0.hash(in: .postgreSQL)).hexadecimal) }
    }
}
