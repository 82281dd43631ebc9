import Markdown
import Web
import Wording

/// `/strategic-assessments/{year}/parts/{part}`: a text as it reads, who wrote it when, and its earlier versions.
struct PartPage {
    let part: Part
    /// The newest first.
    let versions: [SavedText]
    /// Every one that the newest names.
    let figures: FigureList
    let comments: [ReviewComment]
    let visit: Visit
    let mayWrite: Bool
    let mayComment: Bool
    /// What was typed as a comment, where it was refused.
    let comment: String
    let refusals: Refusals?

    var page: Page {
        Page(
            part.title, crumbs: part.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(part.assessment.title)</p>
                <h1>\(part.title)</h1>
                \(duty)
                \(text)
                \(mayWrite ? TypedNumbersHint(numbers: TypedNumber.all(in: versions.first?.markdown ?? "")).html : nil)
                \(named)
                \(action)
                \(earlier)
                \(review)
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
            \(Prose(Markdown(LiveText(newest.markdown, figures, leading: .page).markdown), under: 1).html)
            <p class="citation">Written by \(newest.writtenBy), \(newest.writtenAt.dayAndTime).</p>
            """
    }

    /// What the figures of the text say in full, for whoever doubts one.
    private var named: HTML? {
        var own: [FigureList.Numbered] = []
        for address in LivePiece.all(in: versions.first?.markdown ?? "").compactMap(\.address) {
            guard case .success(let figure)? = figures[address], !own.contains(where: { $0.address == address }) else {
                continue
            }
            own.append(figure)
        }
        guard !own.isEmpty else { return nil }
        let notes = DocumentNotes(of: own)
        return Disclosure(
            own.count == 1
                ? "The figure in this part, and its source"
                : "The \(own.count) figures in this part, and their sources",
            "<ul class=\"plain-list figure-list\">\(own.html { FigureLine(figure: $0.figure, address: $0.address, said: notes[.figure($0.number)]).html })</ul>"
        ).html
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
            """
            <p class="citation">As they were written: a figure stands here by its address.</p>
            \(versions.dropFirst().html { version in
                """
                <section class="earlier-text">
                <h2 class="earlier-text__title">Version \(version.version), \(version.writtenBy), \(version.writtenAt.dayAndTime)</h2>
                \(Prose(Markdown(version.markdown)).html)
                </section>

                """
            })
            """
        ).html
    }

    private var review: HTML? {
        guard mayComment || !comments.isEmpty else { return nil }
        let form = CommentForm(
            assessment: part.assessment, place: part.place, text: comment, visit: visit, refusals: refusals)
        return """
            <section class="review" id="comments" aria-labelledby="comments-title">
            <h2 id="comments-title">Comments</h2>
            \(comments.isEmpty ? nil : CommentsSection(assessment: part.assessment, comments: comments, visit: visit, mayAnswer: mayWrite).html)
            \(mayComment ? form.html : nil)
            </section>
            """
    }

    private func lowered(_ sentence: String) -> String { sentence.prefix(1).lowercased() + sentence.dropFirst() }
}
