/// Sides of one thing, of which a reader needs one at a time. Without script, and on paper, they are parts one after
/// another under headings, with links to each.
public struct Tabs: Sendable {
    public struct Tab: Sendable {
        let id: String
        let title: String
        let body: HTML

        public init(_ id: String, _ title: String, _ body: HTML) {
            self.id = id
            self.title = title
            self.body = body
        }
    }

    let label: String
    let tabs: [Tab]
    let headingAbove: Int

    /// - Parameters:
    ///   - label: what a screen reader calls them together.
    ///   - headingAbove: the level of the heading over them.
    public init(_ label: String, under headingAbove: Int = 2, _ tabs: [Tab]) {
        self.label = label
        self.tabs = tabs
        self.headingAbove = headingAbove
    }

    public var html: HTML {
        """
        <div class="tabs" data-behaviour="tabs">
        <ul class="tabs__list" aria-label="\(label)">
        \(tabs.html { "<li><a class=\"tabs__tab\" href=\"#\($0.id)\">\($0.title)</a></li>\n" })
        </ul>
        \(tabs.html { tab in
            """
            <section class="tabs__panel" id="\(tab.id)">
            \(heading(tab.title))
            \(tab.body)
            </section>

            """
        })
        </div>
        """
    }

    private func heading(_ title: String) -> HTML {
        headingAbove < 2 ? "<h2 class=\"tabs__heading\">\(title)</h2>" : "<h3 class=\"tabs__heading\">\(title)</h3>"
    }
}
