import Membership
import Publishing
import Web
import Wording

/// What everybody is told of a body, on its page: how it differs from what is kept, and the one button that tells them.
struct BodyPublicationPart {
    let body: Body
    /// Nil where nothing of it is ever published.
    let publication: BodyPublication?
    let mayPublish: Bool
    let visit: Visit

    var html: HTML {
        """
        <h2>What everybody is told of it</h2>
        \(publication.map(state) ?? "<p>Nothing: a private panel or a team is never published.</p>")
        """
    }

    private func state(_ publication: BodyPublication) -> HTML {
        guard let published = publication.published else {
            return """
                <p>\(Tag("Not published", .waiting).html) Visitors are told of its meetings, and not what it is for or who sits \
                on it.</p>
                \(preview(publication))
                \(button(publication, "Publish its members"))
                """
        }
        let link: Address = "/bodies/\(published.slug)"
        let state: HTML = """
            <p>Version \(published.version.number) was published \(published.version.at.day): <a href="\(link)">what everybody \
            reads</a>.</p>
            """
        guard published.version.body != publication.kept else {
            return "\(state)<p>\(Tag("Up to date", .good).html) It says what is kept here.</p>"
        }
        let changes = publication.changes.isEmpty ? ["Something about it is kept otherwise"] : publication.changes
        return """
            \(state)
            \(Notice(
                .warning, "What is kept here is not what everybody is told",
                "<ul>\(changes.html { "<li>\($0)</li>" })</ul>").html)
            \(button(publication, "Publish it as it is kept now"))
            """
    }

    private func preview(_ publication: BodyPublication) -> HTML {
        let named = publication.kept.seats.flatMap { seat in seat.holders.map { "\($0.name), \(seat.title)" } }
        return Disclosure(
            "What would be published",
            """
            <p>Its name, what it is (\(publication.kept.kind)), what it is for, its seats, and who holds them or held them \
            in the last six years, from when to when:</p>
            \(named.isEmpty ? "<p>Nobody sits on it.</p>" as HTML : "<ul>\(named.html { "<li>\($0)</li>" })</ul>")
            """
        ).html
    }

    private func button(_ publication: BodyPublication, _ words: String) -> HTML? {
        guard mayPublish else { return nil }
        return PostForm(
            to: "/committees/bodies/\(body.id)/publication", visit,
            values: [("shown", publication.fingerprint)],
            "<p class=\"actions\">\(Button(words, weight: .secondary).html)</p>"
        ).html
    }
}
