import Publishing
import Storage
import Web
import Wording

/// `/publications/{publication}` and `/publications/{publication}/versions/{version}`: a version word for word, and under
/// it what it is and how it can be checked.
struct PublicationPage {
    let publication: Publication
    let version: PublishedVersion
    let content: FrozenPage
    /// What members are told and others are not.
    var news: [Notice] = []
    /// The one that it is a paper of.
    var meeting: AnnouncedMeeting?

    var page: Page {
        Page(
            content.title, summary: content.summary,
            crumbs: crumbs, width: .wide,
            body: """
                \(later)
                \(news.html(\.html))
                \(revised)
                \(content.body)
                <section class="colophon" aria-labelledby="colophon">
                <h2 id="colophon">About this version</h2>
                \(SummaryList(facts).html)
                \(changes)
                \(versions)
                </section>
                """
        ).offering(feeds)
    }

    private var feeds: [PageFeed] {
        meeting.map { meeting in
            MeetingFeeds(
                body: MeetingBody(slug: meeting.bodySlug, name: meeting.now.body.name), outside: { $0.text }
            ).links
        } ?? []
    }

    private var crumbs: [Mention] {
        let welcome = Mention(at: "/", titled: "Welcome")
        guard let meeting else { return [welcome, Mention(at: "/publications", titled: "Publications")] }
        return [
            welcome, Mention(at: "/meetings", titled: "Meetings"),
            Mention(at: meeting.bodyAddress, titled: meeting.now.body.name),
            Mention(at: meeting.address, titled: meeting.now.day.words),
        ]
    }

    /// Who reads an old version is told that there is a newer one.
    private var later: HTML? {
        guard let current = publication.current, current.number != version.number else { return nil }
        return Notice(
            .warning, "This is an earlier version",
            "<p>It was published \(version.publishedAt.day) and has been followed by <a href=\"\(publication.address)\">version \(current.number) of \(current.publishedAt.day)</a>.</p>"
        ).html
    }

    /// What became known afterwards, as an officer said it: beside what was published, never in it.
    private var revised: HTML? {
        guard !version.notes.isEmpty else { return nil }
        return Notice(
            .information, "What it rests on was revised since",
            version.notes.html { note in
                "<p>\(note.said)</p><p>\(note.why) <span class=\"hint\">Said on \(note.at.day).</span></p>"
            }
        ).html
    }

    private var facts: [(name: String, value: HTML)] {
        let files = version.files.filter { $0.title != nil }
        let published: HTML = "\(version.number), published \(version.publishedAt.dayAndTime)"
        return [("Version", published)] + shortLink + [
            (
                "To keep",
                files.isEmpty
                    ? "Nothing besides the page"
                    : """
                    <ul class="plain-list">\(files.html { file in
                        "<li><a href=\"\(version.address(of: file, in: publication))\">\(file.title ?? "")</a> (\(file.type.words), \(file.size.asSize))</li>"
                    })</ul>
                    """
            ),
            (
                "Fingerprint",
                """
                <code>\(version.hash.description)</code><br>The SHA-256 of this version and of the one before: it shows that \
                nothing in it was changed since.
                """
            ),
        ]
    }

    private var shortLink: [(name: String, value: HTML)] {
        guard let link = publication.shortAddress else { return [] }
        return [("Short link", "<a href=\"\(link)\">\(link.text)</a>, which always opens what stands")]
    }

    private var changes: HTML? {
        guard !version.changes.isEmpty else { return nil }
        return """
            <h3>What is different from version \(version.number - 1)</h3>
            <ul>\(version.changes.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var versions: HTML? {
        let others = publication.versions.filter { $0.number != version.number }
        guard !others.isEmpty else { return nil }
        return """
            <h3>Other versions</h3>
            <ul>\(others.html { other in
                let withdrawn: HTML? = other.withdrawal == nil ? nil : ", withdrawn"
                return "<li><a href=\"\(other.address(in: publication))\">Version \(other.number), \(other.publishedAt.day)</a>\(withdrawn)</li>"
            })</ul>
            """
    }
}

/// `/publications/{publication}/versions/{version}/{part}`: a page of a version beside its first.
struct PartPage {
    let publication: Publication
    let version: PublishedVersion
    let content: FrozenPage

    var page: Page {
        Page(
            content.title, summary: content.summary,
            crumbs: [
                Mention(at: "/", titled: "Welcome"),
                Mention(at: version.address(in: publication), titled: version.title),
            ], width: .wide,
            body: """
                \(later)
                \(content.body)
                """)
    }

    private var later: HTML? {
        guard let current = publication.current, current.number != version.number else { return nil }
        return Notice(
            .warning, "This is of an earlier version",
            "<p>It was published \(version.publishedAt.day) and has been followed by <a href=\"\(publication.address)\">version \(current.number) of \(current.publishedAt.day)</a>.</p>"
        ).html
    }
}

/// Where a version stood that was taken away: that it was there, when it went, and why.
struct WithdrawnPage {
    let publication: Publication
    let version: PublishedVersion

    var page: Page {
        Page(
            "Withdrawn", crumbs: [Mention(at: "/publications", titled: "Publications")],
            body: """
                <h1>This version was withdrawn</h1>
                <p class="lead">Version \(version.number) of \(version.title), published \(version.publishedAt.day), was taken \
                away\(version.withdrawal.map { " on \($0.at.day)" } ?? "").</p>
                \(version.withdrawal.map { "<p>\($0.why)</p>" as HTML })
                \(publication.current.map { current in
                    "<p><a href=\"\(publication.address)\">Read version \(current.number), \(current.publishedAt.day)</a></p>" as HTML
                })
                """)
    }
}

extension Publication {
    var address: Address { "/publications/\(slug)" }
    var shortAddress: Address? { code.map { "/p/\($0.rawValue)" } }
}

extension PublishedVersion {
    func address(in publication: Publication) -> Address { "/publications/\(publication.slug)/versions/\(number)" }

    func address(of file: PublishedFile, in publication: Publication) -> Address {
        "/publications/\(publication.slug)/versions/\(number)/\(file.name)"
    }
}

extension PublishedFile.MediaType {
    /// "PDF"
    var words: String {
        switch self {
        case .pdf: "PDF"
        case .csv: "CSV"
        case .json: "JSON"
        case .svg: "SVG"
        case .page: "page"
        }
    }
}
