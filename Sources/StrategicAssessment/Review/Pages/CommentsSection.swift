import Storage
import Web
import Wording

/// An answer that could not be taken as it was.
struct RefusedAnswer {
    let comment: ID<ReviewComment>
    let text: String
    let refusals: Refusals
}

/// Comments, each with what was answered, and the ways to say more.
struct CommentsSection {
    let assessment: AnnualAssessment
    let comments: [ReviewComment]
    /// Of where each is about, for the page of all of them; nil on the part's own page.
    var themes: [Theme]?
    let visit: Visit
    let mayAnswer: Bool
    var refused: RefusedAnswer?

    var html: HTML {
        """
        <ol class="comments">
        \(comments.html(comment))
        </ol>
        """
    }

    private func comment(_ comment: ReviewComment) -> HTML {
        """
        <li class="comment" id="comment-\("\(comment.id)")">
        <p class="comment__head"><strong>\(comment.writtenBy)</strong>\(comment.agency.isEmpty ? nil : ", \(comment.agency)" as HTML), \
        \(comment.writtenAt.dayAndTime) \((comment.isOpen ? Tag("Open", .waiting) : Tag("Settled", .good)).html)</p>
        \(place(of: comment))
        \(paragraphs(comment.text))
        \(comment.answers.html(answer))
        \(mayAnswer && comment.isOpen ? form(comment) : nil)
        </li>

        """
    }

    private func place(of comment: ReviewComment) -> HTML? {
        guard let themes else { return nil }
        let title = comment.place.title(among: themes)
        let link: HTML =
            assessment.address(of: comment.place, among: themes).map { "<a href=\"\($0)\">\(title)</a>" }
            ?? HTML(text: title)
        return "<p class=\"citation\">On \(link)</p>"
    }

    private func paragraphs(_ text: String) -> HTML {
        text.split(whereSeparator: \.isNewline).html { "<p class=\"measure\">\(String($0))</p>" }
    }

    private func answer(_ answer: ReviewComment.Answer) -> HTML {
        """
        <div class="comment__answer">
        <p class="comment__head"><strong>\(answer.writtenBy)</strong> \(answer.settles ? "settled it" : "answered"), \
        \(answer.writtenAt.dayAndTime)</p>
        \(paragraphs(answer.text))
        </div>
        """
    }

    private func form(_ comment: ReviewComment) -> HTML {
        let name = "answer-\(comment.id)"
        let own = refused.flatMap { $0.comment == comment.id ? $0 : nil }
        return Disclosure(
            "Answer \(comment.writtenBy)",
            PostForm(
                to: "/strategic-assessments/\(assessment.year.slug)/comments/\(comment.id)/answers", visit,
                isGuarded: true, isRefused: own != nil,
                """
                \(Field(name, "What became of it?", hint: "A sentence or two: everybody who reads the comment reads this.", .longText(rows: 3), value: own?.text ?? "", refusals: own?.refusals).html)
                <p class="actions">
                <button class="button" type="submit" name="deed" value="settle">Settle it</button>
                <button class="button button--secondary" type="submit" name="deed" value="answer">Answer, and leave it open</button>
                </p>
                """
            ).html, isOpen: own != nil
        ).html
    }
}

/// The form by which somebody comments on a part.
struct CommentForm {
    let assessment: AnnualAssessment
    let place: TextPlace
    let text: String
    let visit: Visit
    var refusals: Refusals?

    var html: HTML {
        PostForm(
            to: assessment.comments, visit, values: [("place", place.description)], isGuarded: true,
            isRefused: refusals != nil,
            """
            \(Field(
                "comment", "Your comment",
                hint: "What should be different, and how you know. It stands with your name and your agency, and stays.",
                .longText(rows: 4), value: text, refusals: refusals
            ).html)
            <p class="actions">\(Button("Send the comment", weight: .secondary).html)</p>
            """
        ).html
    }
}

/// `/strategic-assessments/{year}/comments`: everything that partners said, the open first.
struct CommentsPage {
    let assessment: AnnualAssessment
    let comments: [ReviewComment]
    let themes: [Theme]
    let visit: Visit
    let mayAnswer: Bool
    var refused: RefusedAnswer?

    var page: Page {
        let open = comments.filter(\.isOpen)
        let settled = comments.filter { !$0.isOpen }
        return Page(
            "Comments", crumbs: assessment.crumbs, hasErrors: refused != nil,
            body: """
                \(ErrorSummary(refused?.refusals).html)
                <p class="eyebrow">\(assessment.title)</p>
                <h1>What partners say of it</h1>
                <p class="lead">Every partner’s members can comment on any part while it is written: open the part and write below it. \
                Whoever writes the assessment answers, and nothing is taken away.</p>
                \(comments.isEmpty ? empty : nil)
                \(group("Open", open))
                \(group("Settled", settled))
                """)
    }

    private var empty: HTML {
        EmptyState(
            "Nobody has commented yet", "Ask the partners to read the parts and say what is wrong or missing.",
            action: Button("Read the document", to: assessment.document, weight: .secondary)
        ).html
    }

    private func group(_ title: String, _ comments: [ReviewComment]) -> HTML? {
        guard !comments.isEmpty else { return nil }
        return """
            <h2>\(title) (\(comments.count))</h2>
            \(CommentsSection(assessment: assessment, comments: comments, themes: themes, visit: visit, mayAnswer: mayAnswer, refused: refused).html)
            """
    }
}
