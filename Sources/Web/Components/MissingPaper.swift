/// The page that stands where a PDF or a picture could not be made: why, and where the same can be read.
public struct MissingPaper: Sendable {
    let heading: String
    let reason: String
    let instead: Mention
    let crumbs: [Mention]

    /// - Parameters:
    ///   - reason: as whoever runs the program needs it.
    ///   - instead: the page that says the same.
    public init(_ heading: String, because reason: String, instead: Mention, crumbs: [Mention]) {
        (self.heading, self.reason, self.instead, self.crumbs) = (heading, reason, instead, crumbs)
    }

    public var page: Page {
        Page(
            heading, crumbs: crumbs, hasErrors: true,
            body: """
                <h1>\(heading)</h1>
                \(Notice(.warning, "Nothing is lost", "<p>\(reason)</p>").html)
                <p>\(instead.title) is still there to be read and printed <a href="\(instead.address)">as a page</a>.</p>
                """)
    }
}
