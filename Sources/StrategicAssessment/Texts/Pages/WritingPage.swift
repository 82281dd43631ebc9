import DataFiles
import DataRegister
import Markdown
import Web

/// `/strategic-assessments/{year}/parts/{part}/edit`: a text to be written, with figures that are chosen and never typed.
struct WritingPage {
    let part: Part
    /// Which version the writer began with, 0 where there was none.
    let version: Int
    let text: String
    /// What an earlier assessment said that the writer may go on from; nothing where there is none.
    var earlier: [EarlierWords] = []
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
                \(earlier.html(\.html))
                \(TypedNumbersHint(numbers: TypedNumber.all(in: text)).html)
                \(PostForm(
                    to: part.address, visit, values: [("version", "\(version)")], isGuarded: true,
                    isRefused: refusals != nil || reading != nil, form
                ).html)
                """)
    }

    private var form: HTML {
        """
        \(MarkdownEditor(
            "text", part.title, text: text, rows: 18, isShown: reading != nil, under: 1, reading: reading, tools: FigurePicker(at: figures, for: "text").html,
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
}

/// What last year's assessment said in a part, to go on from.
struct EarlierWords: Sendable {
    let year: PlanYear
    let title: String
    /// In Markdown, its figures in words.
    let text: String

    var html: HTML {
        Disclosure("‘\(title)’ of \(year)", Prose(Markdown(text), under: 1).html).html
    }
}

extension AssessmentFinder {
    /// What the assessment before said in the same part; and where it is told how last year's plan was carried out, what that
    /// year was to put first.
    func earlierWords(for part: Part) async throws -> [EarlierWords] {
        guard case .section(let section) = part.place,
            let last = try await store.assessments().first(where: { $0.year < part.assessment.year })
        else { return [] }
        let saved = try await texts.texts(of: last.id)
        var found: [EarlierWords] = []
        for section in (section == .lastPlan ? [.priorities] : []) + [section] {
            guard let text = saved[.section(section)], !text.isBlank else { continue }
            var figures = FigureList()
            try await figures.take(text.markdown, in: section.title, from: evidence)
            found.append(
                EarlierWords(
                    year: last.year, title: section.title,
                    text: LiveText(text.markdown, figures, leading: .nowhere).markdown))
        }
        return found
    }
}
