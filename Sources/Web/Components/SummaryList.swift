/// What is known of one thing, a line for each fact.
public struct SummaryList: Sendable {
    let facts: [(name: String, value: HTML)]

    public init(_ facts: [(name: String, value: HTML)]) {
        self.facts = facts
    }

    public var html: HTML {
        """
        <dl class="summary-list">
        \(facts.html { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })
        </dl>
        """
    }
}
