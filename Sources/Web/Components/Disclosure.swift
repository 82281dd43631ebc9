/// What few need and none must read, folded away behind the words that say what it is.
public struct Disclosure: Sendable {
    let summary: String
    let body: HTML
    let isOpen: Bool
    let isHelp: Bool

    /// - Parameter isHelp: set apart by a line at its side, for the meaning of a word or of a question.
    public init(_ summary: String, _ body: HTML, isOpen: Bool = false, isHelp: Bool = false) {
        self.summary = summary
        self.body = body
        self.isOpen = isOpen
        self.isHelp = isHelp
    }

    public var html: HTML {
        """
        <details class="disclosure\(isHelp ? " disclosure--help" : "")"\(isOpen ? " open" : "")>
        <summary>\(summary)</summary>
        <div class="disclosure__body">
        \(body)
        </div>
        </details>
        """
    }
}
