/// The parts of a long page, each a link to where it begins.
public struct Contents: Sendable {
    let parts: [(id: String, title: String)]

    let label: String

    /// - Parameter label: what a screen reader calls it.
    public init(_ parts: [(id: String, title: String)], label: String = "On this page") {
        self.parts = parts
        self.label = label
    }

    public var html: HTML {
        """
        <nav class="contents" aria-label="\(label)">
        <ul>
        \(parts.html { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" })
        </ul>
        </nav>
        """
    }
}
