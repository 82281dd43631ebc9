import Markdown
import Web
import Wording

/// `/strategic-assessments/{year}/parts/{part}`: a text as it reads, who wrote it when, and its earlier versions.
struct PartPage {
    let part: Part
    /// The newest first.
    let versions: [SavedText]
    let mayWrite: Bool

    var page: Page {
        Page(
            part.title, crumbs: part.crumbs,
            body: """
                <p class="eyebrow">\(part.assessment.title)</p>
                <h1>\(part.title)</h1>
                \(duty)
                \(text)
                \(action)
                \(earlier)
                """)
    }

    private var duty: HTML? {
        part.duty.map { "<p class=\"citation\">The law asks for this: \(lowered($0.words)) (\($0.source)).</p>" }
    }

    private var text: HTML {
        guard let newest = versions.first, !newest.markdown.isEmpty else {
            return EmptyState(
                "Nothing is written here yet", part.guidance,
                action: mayWrite ? Button("Write this part", to: part.editing) : nil
            ).html
        }
        return """
            \(Prose(Markdown(newest.markdown), under: 1).html)
            <p class="citation">Written by \(newest.writtenBy), \(newest.writtenAt.dayAndTime).</p>
            """
    }

    private var action: HTML? {
        guard mayWrite, versions.first.map({ !$0.markdown.isEmpty }) ?? false else { return nil }
        return """
            <p class="actions">\(Button("Change this part", to: part.editing, weight: .secondary).html)</p>
            """
    }

    private var earlier: HTML? {
        guard versions.count > 1 else { return nil }
        return Disclosure(
            (versions.count - 1).counted("earlier version", "earlier versions"),
            versions.dropFirst().html { version in
                """
                <section class="earlier-text">
                <h2 class="earlier-text__title">Version \(version.version), \(version.writtenBy), \(version.writtenAt.dayAndTime)</h2>
                \(Prose(Markdown(version.markdown)).html)
                </section>

                """
            }
        ).html
    }

    private func lowered(_ sentence: String) -> String { sentence.prefix(1).lowercased() + sentence.dropFirst() }
}

/// The same, to be written.
struct WritingPage {
    let part: Part
    /// Which version the writer began with, 0 where there was none.
    let version: Int
    let text: String
    var isShown = false
    var refusals: Refusals?

    func page(for visit: Visit) -> Page {
        Page(
            "Write: \(part.title)", crumbs: part.crumbs + [Mention(at: part.address, titled: part.title)],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(part.assessment.title)</p>
                <h1>\(part.title)</h1>
                <p class="lead">\(part.guidance)</p>
                \(PostForm(
                    to: part.address, visit, values: [("version", "\(version)")], isGuarded: true,
                    isRefused: refusals != nil || isShown, form
                ).html)
                """)
    }

    private var form: HTML {
        """
        \(MarkdownEditor("text", part.title, text: text, rows: 18, isShown: isShown, under: 1, refusals: refusals).html)
        <p class="actions">\(Button("Save").html) <a href="\(part.address)">Cancel</a></p>
        """
    }
}
