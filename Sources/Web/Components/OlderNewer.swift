/// The way through a list that grows at its head and whose end nobody counts: to what is newer, and to what is older.
public struct OlderNewer: Sendable {
    let label: String
    let newer: Address?
    let older: Address?

    /// - Parameters:
    ///   - label: what a screen reader calls it.
    ///   - newer: nil where nothing is newer.
    ///   - older: nil where nothing is older.
    public init(_ label: String, newer: Address?, older: Address?) {
        self.label = label
        self.newer = newer
        self.older = older
    }

    public var html: HTML? {
        guard newer != nil || older != nil else { return nil }
        return """
            <nav class="pagination" aria-label="\(label)">
            \(newer.map { "<a class=\"pagination__step\" href=\"\($0)\" rel=\"prev\">Newer</a>" })
            \(older.map { "<a class=\"pagination__step\" href=\"\($0)\" rel=\"next\">Older</a>" })
            </nav>
            """
    }
}
