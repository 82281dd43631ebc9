/// What stands where there is nothing yet: why, and what to do about it.
public struct EmptyState: Sendable {
    let heading: String
    let sentence: String
    let action: Button?

    public init(_ heading: String, _ sentence: String, action: Button? = nil) {
        self.heading = heading
        self.sentence = sentence
        self.action = action
    }

    public var html: HTML {
        """
        <div class="empty-state">
        <h2>\(heading)</h2>
        <p>\(sentence)</p>
        \(action?.html)
        </div>
        """
    }
}
