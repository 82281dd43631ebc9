import DataFiles
import Web
import Wording

/// The head of an assessment: what it says in a sentence, what is missing, and how to ask for something else.
struct AssessmentOpening {
    let question: AssessmentQuestion
    let assessment: DistrictAssessment

    var html: HTML {
        """
        <p class="eyebrow">First assessment</p>
        <h1>Crime and anti-social behaviour in \(assessment.district), \(assessment.period.description)</h1>
        <p class="lead">\(assessment.crime.sentence) \(assessment.antiSocialBehaviour.sentence)</p>
        \(generated)
        \(gaps)
        \(season)
        <div class="actions">
        \(Button("PDF", to: question.address("/assessment/\(question.district.slug)/assessment.pdf"), weight: .secondary).html)
        \(Button("CSV", to: question.address("/assessment/\(question.district.slug)/months.csv"), weight: .secondary, isDownload: true).html)
        \(Button("JSON", to: question.address("/assessment/\(question.district.slug)/assessment.json"), weight: .secondary).html)
        </div>
        <details class="disclosure">
        <summary>Choose another period</summary>
        \(PeriodForm(action: "/assessment/\(question.district.slug)", typed: question.typed).html)
        </details>
        """
    }

    private var generated: HTML? {
        guard assessment.isGenerated else { return nil }
        return Notice(
            .warning, "These incidents are generated",
            "<p>They were made up by the example’s generator so that yearly totals match published ones. None of them happened.</p>"
        ).html
    }

    private var gaps: HTML? {
        guard !assessment.gaps.isEmpty else { return nil }
        return Notice(
            .warning, "Months are missing",
            assessment.gaps.html { "<p>\($0.sentence(force: assessment.force))</p>" }
        ).html
    }

    private var season: HTML? {
        guard let comparison = assessment.comparison, !comparison.hasSameSeason(as: assessment.period) else {
            return nil
        }
        return Notice(
            .warning, "The seasons differ",
            "<p>\(comparison.description) and \(assessment.period.description) are not the same months of the year, so part of any change is the season’s.</p>"
        ).html
    }
}

/// The months to assess, and what to set them against.
struct PeriodForm {
    let action: Address
    let typed: AssessmentQuestion.Typed
    var refusals: Refusals?

    var html: HTML {
        """
        <form method="get" action="\(action)">
        <div class="field-row">
        \(Field("from", "From", hint: "Like 2015-01", .month, value: typed.from, refusals: refusals).html)
        \(Field("to", "To", hint: "Like 2015-12", .month, value: typed.to, refusals: refusals).html)
        </div>
        \(Field(
            "compare", "Compared with",
            .choice([
                .init("year-before", "The same months of the year before"), .init("another", "Other months, below"),
                .init("none", "Nothing"),
            ]), value: typed.compare.rawValue, refusals: refusals
        ).html)
        <div class="field-row">
        \(Field("earlier-from", "Other months from", .month, value: typed.earlierFrom, refusals: refusals).html)
        \(Field("earlier-to", "Other months to", .month, value: typed.earlierTo, refusals: refusals).html)
        </div>
        \(Button("Assess these months").html)
        </form>
        """
    }
}
