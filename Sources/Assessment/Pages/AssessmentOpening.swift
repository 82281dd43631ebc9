import DataFiles
import DataRegister
import Web
import Wording

/// The head of an assessment: what it says in a few sentences, what is missing, and how to take it away or to ask for
/// other months.
struct AssessmentOpening {
    let question: AssessmentQuestion
    let assessment: DistrictAssessment
    let usual: UsualMonths?
    let canPrint: Bool

    var html: HTML {
        """
        <p class="eyebrow">First assessment \(assessment.isGenerated ? Tag("Generated incidents", .waiting).html : nil)</p>
        <h1>Crime and anti-social behaviour in \(assessment.district), \(assessment.period.description)</h1>
        <div class="opening">
        <div>
        \(AssessmentHeadline(assessment: assessment).sentences.html { "<p class=\"lead\">\($0)</p>" })
        \(gaps)
        \(cautions)
        </div>
        <aside class="opening__aside" aria-label="Take it with you">
        <h2>Take it with you</h2>
        <ul class="opening__files">
        \(canPrint ? HTML("<li><a href=\"\(file("assessment.pdf"))\">Paper (PDF)</a></li>") : nil)
        <li><a href="\(file("months.csv"))" download>Monthly counts (CSV)</a></li>
        <li><a href="\(file("assessment.json"))">Everything, for a program (JSON)</a></li>
        </ul>
        <h2>Months</h2>
        <p>\(months)</p>
        \(note.map { "<p class=\"citation\">\($0)</p>" as HTML })
        \(Button("Choose other months", to: question.address(path).at("months"), weight: .secondary).html)
        </aside>
        </div>
        """
    }

    private var path: Address { "/assessment/\(question.district.slug)" }

    private func file(_ name: String) -> Address {
        question.address("/assessment/\(question.district.slug)/\(name)")
    }

    private var months: String {
        assessment.comparison.map { "\(assessment.period), compared with \($0)." }
            ?? (assessment.uncompared.map { "\(assessment.period). Nothing is known of \($0) to compare it with." }
                ?? "\(assessment.period), compared with no others.")
    }

    /// Why these months, where nobody chose them.
    private var note: String? { usual.flatMap { $0.period == assessment.period ? $0.note : nil } }

    private var gaps: HTML? {
        guard !assessment.gaps.isEmpty else { return nil }
        return Notice(
            .warning, "Months are missing",
            assessment.gaps.html { "<p>\($0.sentence(force: assessment.force))</p>" }
        ).html
    }

    private var cautions: HTML? {
        guard !assessment.cautions.isEmpty else { return nil }
        return Notice(.warning, "Read with care", assessment.cautions.html { "<p>\($0)</p>" }).html
    }
}
