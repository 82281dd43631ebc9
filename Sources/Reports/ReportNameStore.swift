import Storage

extension Reading {
    /// What reports are called, by how entries address them.
    func reportNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<Report>($0) }
        let found = try rows("SELECT id, title FROM report WHERE partnership = \(partnership) AND id IN \(ids)")
            .map { row in try ((row("id") as ID<Report>).description, "report ‘\(row("title") as String)’") }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
