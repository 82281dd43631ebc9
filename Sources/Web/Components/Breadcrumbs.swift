/// The way back up: the pages above this one, nearest last.
struct Breadcrumbs: Sendable {
    let crumbs: [Mention]

    init(_ crumbs: [Mention]) {
        self.crumbs = crumbs
    }

    var html: HTML? {
        guard !crumbs.isEmpty else { return nil }
        return """
            <nav class="breadcrumbs" aria-label="Breadcrumb">
            <ol>
            \(crumbs.html { "<li><a href=\"\($0.address)\">\($0.title)</a></li>" })
            </ol>
            </nav>
            """
    }
}
