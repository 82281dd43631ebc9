import Web
import Wording

/// `/strategic-assessments/{year}/checklist`: each duty with its source, where it is met, and what is missing.
struct ChecklistPage {
    let assessment: AnnualAssessment
    let duties: [DutyStanding]
    let themes: [Theme]
    /// The numbers in its texts that were typed.
    let typed: TypedNumbersByText

    var page: Page {
        Page(
            "Checklist against the law", crumbs: assessment.crumbs,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Checklist against the law</h1>
                <p class="lead">\(summary)</p>
                <ol class="checklist">
                \(duties.html(item))
                </ol>
                <p class="citation measure">The list says whether something stands where a duty is met, and not whether it is enough: \
                that is for the partnership and its lawyer. It warns before publication and never stops it.</p>
                \(typed.html)
                """)
    }

    private var summary: String {
        let met = duties.count(where: \.isMet)
        return met == duties.count
            ? "Something is written for every one of the \(met) things that the law asks for."
            : "Something is written for \(met) of the \(duties.count) things that the law asks for."
    }

    private func item(_ standing: DutyStanding) -> HTML {
        """
        <li class="checklist__duty">
        <div class="checklist__head">
        <h2 class="checklist__title">\(standing.duty.words)</h2>
        \((standing.isMet ? Tag("Written", .good) : Tag("Missing", .waiting)).html)
        </div>
        <p class="citation">\(standing.duty.source)</p>
        <p>\(places(of: standing))</p>
        \(standing.missing.map { "<p><strong>\($0)</strong></p>" as HTML })
        </li>

        """
    }

    /// The parts that have words, or the first of those that wait for some.
    private func places(of standing: DutyStanding) -> HTML {
        let written = standing.places.filter(\.isWritten)
        let shown = written.isEmpty ? Array(standing.places.prefix(1)) : written
        let links = shown.map { place -> HTML in
            let title = place.place.title(among: themes)
            guard let address = assessment.address(of: place.place, among: themes) else { return HTML(text: title) }
            return "<a href=\"\(address)\">\(title)</a>"
        }
        let list = HTML(links.enumerated().map { $0 == 0 ? $1 : ", " + $1 })
        return written.isEmpty ? "It belongs into \(list), which is not written yet." : "In \(list)."
    }
}
