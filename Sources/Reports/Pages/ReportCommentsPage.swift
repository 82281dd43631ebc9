import Storage
import Web
import Wording

/// `/reports/{report}/comments`: what was said of a draft, the open first, and the ways to say more.
struct ReportCommentsPage {
    /// An answer that could not be taken as it was.
    struct RefusedAnswer {
        let comment: ID<ReportComment>
        let text: String
        let refusals: Refusals
    }

    let opened: OpenReport
    let content: ReportContent
    let comments: [ReportComment]
    /// The part that somebody came from.
    let place: ReportPlace?
    let text: String
    let visit: Visit
    let refusals: Refusals?
    let refused: RefusedAnswer?

    private var report: Report { opened.report }

    var page: Page {
        Page(
            "Comments", crumbs: ReportCrumbs.of(opened), hasErrors: refusals != nil || refused != nil,
            body: """
                \(ErrorSummary(refusals ?? refused?.refusals).html)
                <p class="eyebrow">\(opened.title)</p>
                <h1>Comments</h1>
                <p class="lead">Whoever may read the draft can say what should be different. Whoever writes it answers, and nothing is \
                taken away.</p>
                \(comments.isEmpty ? "<p>Nobody has commented yet.</p>" : nil)
                \(group("Open", comments.filter(\.isOpen)))
                \(group("Settled", comments.filter { !$0.isOpen }))
                \(report.state == .draft ? form : nil)
                """)
    }

    private func group(_ title: String, _ comments: [ReportComment]) -> HTML? {
        guard !comments.isEmpty else { return nil }
        return """
            <h2>\(title) (\(comments.count))</h2>
            <ol class="comments">
            \(comments.html(comment))
            </ol>
            """
    }

    private func comment(_ comment: ReportComment) -> HTML {
        """
        <li class="comment" id="comment-\("\(comment.id)")">
        <p class="comment__head"><strong>\(comment.writtenBy)</strong>, \(comment.writtenAt.dayAndTime) \
        \((comment.isOpen ? Tag("Open", .waiting) : Tag("Settled", .good)).html)</p>
        <p class="citation">On: \(content[comment.place] == nil ? "a part that was removed" : content.name(of: comment.place))</p>
        \(paragraphs(comment.text))
        \(comment.answers.html { answer in
            """
            <div class="comment__answer">
            <p class="comment__head"><strong>\(answer.writtenBy)</strong> \(answer.settles ? "settled it" : "answered"), \
            \(answer.writtenAt.dayAndTime)</p>
            \(paragraphs(answer.text))
            </div>
            """
        })
        \(comment.isOpen && opened.reach.writes ? answering(comment) : nil)
        </li>

        """
    }

    private func paragraphs(_ text: String) -> HTML {
        text.split(whereSeparator: \.isNewline).html { "<p class=\"measure\">\(String($0))</p>" }
    }

    private func answering(_ comment: ReportComment) -> HTML {
        let name = "answer-\(comment.id)"
        let own = refused.flatMap { $0.comment == comment.id ? $0 : nil }
        return Disclosure(
            "Answer \(comment.writtenBy)",
            PostForm(
                to: "/reports/\(report.id)/comments/\(comment.id)/answers", visit, isGuarded: true,
                isRefused: own != nil,
                """
                \(Field(name, "What became of it?", .longText(rows: 3), value: own?.text ?? "", refusals: own?.refusals).html)
                <p class="actions">
                <button class="button" type="submit" name="deed" value="settle">Settle it</button>
                <button class="button button--secondary" type="submit" name="deed" value="answer">Answer, and leave it open</button>
                </p>
                """
            ).html, isOpen: own != nil
        ).html
    }

    private var form: HTML {
        let choices = content.places.filter { $0 != .part(.title) }.map {
            Field.Choice($0.description, content.name(of: $0))
        }
        return """
            <h2>Say something</h2>
            \(PostForm(
                to: report.comments, visit, isGuarded: true, isRefused: refusals != nil,
                """
                \(Field(
                    "place", "Of which part?", .choice([Field.Choice("", "Choose")] + choices), value: place?.description ?? "",
                    refusals: refusals
                ).html)
                \(Field(
                    "comment", "Your comment", hint: "What should be different, and how you know. It stands with your name, and stays.",
                    .longText(rows: 4), value: text, refusals: refusals
                ).html)
                <p class="actions">\(Button("Send the comment", weight: .secondary).html)</p>
                """
            ).html)
            """
    }
}
