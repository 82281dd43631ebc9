import DataFiles
import DataRegister
import Web

/// `/strategic-assessments/{year}/parts/{part}/edit`: a text to be written, with figures that are chosen and never typed.
struct WritingPage {
    let part: Part
    /// Which version the writer began with, 0 where there was none.
    let version: Int
    let text: String
    /// As it will read, where that was asked for.
    var reading: String?
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
                    isRefused: refusals != nil || reading != nil, form
                ).html)
                """)
    }

    private var form: HTML {
        """
        \(MarkdownEditor(
            "text", part.title, text: text, rows: 18, isShown: reading != nil, under: 1, reading: reading, tools: picker,
            refusals: refusals
        ).html)
        <p class="actions">\(Button("Save").html) <a href="\(part.address)">Cancel</a></p>
        """
    }

    /// Of the months that the assessment looks at.
    private var figures: Address {
        let period = part.assessment.period
        return Address("/figures/new").asking(["months": "\(period.from)..\(period.to)"])
    }

    /// Without script the figures open beside what is being written, and the line is copied from there.
    private var picker: HTML {
        """
         <a class="button button--secondary" href="\(figures)" target="_blank" data-behaviour="figure-picker" \
        data-into="text">Choose a figure</a>
        """
    }
}
