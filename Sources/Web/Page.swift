/// What a page has to say, before the frame of the site goes round it.
public struct Page: Sendable {
    public enum Width: String, Sendable {
        /// A column for reading and for forms.
        case reading
        /// The whole width, for figures and tables.
        case wide
    }

    let title: String
    let summary: String?
    let crumbs: [Mention]
    let width: Width
    let hasErrors: Bool
    let reloadsAfter: Int?
    let body: HTML
    /// Where programs of readers find the same, kept up to date.
    private(set) var feeds: [PageFeed] = []

    /// - Parameters:
    ///   - title: what the browser's tab and a screen reader say first.
    ///   - summary: a sentence for search engines, on public pages.
    ///   - crumbs: the pages above this one, nearest last.
    ///   - hasErrors: whether a form on it was refused; the title then says so.
    ///   - reloadsAfter: seconds until the page loads again by itself where there is no script.
    public init(
        _ title: String, summary: String? = nil, crumbs: [Mention] = [], width: Width = .reading,
        hasErrors: Bool = false, reloadsAfter: Int? = nil, body: HTML
    ) {
        self.title = title
        self.summary = summary
        self.crumbs = crumbs
        self.width = width
        self.hasErrors = hasErrors
        self.reloadsAfter = reloadsAfter
        self.body = body
    }

    /// The same page with something to know before it is read.
    public func saying(_ notice: Notice) -> Page {
        Page(
            title, summary: summary, crumbs: crumbs, width: width, hasErrors: hasErrors, reloadsAfter: reloadsAfter,
            body: "\(notice.html)\n\(body)"
        ).offering(feeds)
    }

    /// The same page, with what a reader’s programs can subscribe to.
    public func offering(_ feeds: [PageFeed]) -> Page {
        var page = self
        page.feeds = feeds
        return page
    }
}

/// What a reader’s program can subscribe to: `<link rel="alternate">`.
public struct PageFeed: Sendable, Hashable {
    public enum Form: Sendable, Hashable { case atom, calendar, json }

    public let title: String
    public let address: Address
    let form: Form

    public init(_ title: String, at address: Address, as form: Form) {
        (self.title, self.address, self.form) = (title, address, form)
    }

    var link: HTML {
        let type: HTML =
            switch form {
            case .atom: "application/atom+xml"
            case .calendar: "text/calendar"
            case .json: "application/json"
            }
        return "<link rel=\"alternate\" type=\"\(type)\" title=\"\(title)\" href=\"\(address)\">\n"
    }
}

/// A mention of something elsewhere: its address and its title, as on the web.
public struct Mention: Sendable, Hashable {
    public let address: Address
    public let title: String

    public init(at address: Address, titled title: String) {
        self.address = address
        self.title = title
    }
}
