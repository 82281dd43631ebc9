import DataRegister
import Membership
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/months` and `…/removal`.
enum MonthsPages {
    static func choose(
        for assessment: AnnualAssessment, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Choose other months",
            lead: """
                <p class="lead">\(assessment.title) looks at \(assessment.months). Before other months are \
                taken you are told what becomes of texts and scores.</p>
                """,
            crumbs: assessment.crumbs, action: assessment.choosingMonths, button: Button("Look at what it changes"),
            fields: MonthFields.all(answers, refusals), refusals: refusals, back: assessment.address)
    }

    /// By which a form says which months its sender saw.
    static func key(of assessment: AnnualAssessment) -> String {
        "\(assessment.period.from)..\(assessment.period.to) \(assessment.comparison.from)..\(assessment.comparison.to)"
    }

    static func confirmation(
        of months: (period: Period, comparison: Period), for assessment: AnnualAssessment, textsWithFigures: Int,
        agreed: RankingVersion?, doubts: [String], _ visit: Visit
    ) -> Page {
        var consequences = doubts
        consequences.append("Volume, trend and place beside others are scored anew, from the new months.")
        consequences.append("What people scored, and what they wrote, stays as it is, word for word.")
        if textsWithFigures > 0 {
            consequences.append(
                "\(textsWithFigures.counted("text names", "texts name")) figures. Each keeps the months it was chosen for: look "
                    + "at \(textsWithFigures == 1 ? "it" : "them") and choose the figures anew.")
        }
        if let agreed {
            consequences.append(
                "The order that was agreed (version \(agreed.version)) stays as it was, on the months it was agreed on, and the "
                    + "document shows it until another is agreed.")
        }
        return Confirmation(
            "Look at \(months.period), set against \(months.comparison)?", consequences: consequences,
            verb: "Take these months", to: assessment.choosingMonths, visit,
            values: MonthFields.known(months.period, months.comparison).sorted { $0.key < $1.key }
                .map { ($0.key, $0.value) } + [("confirmed", "yes"), ("was", key(of: assessment))],
            isHarsh: false, wayBack: Mention(at: assessment.address, titled: "Keep \(assessment.months)")
        ).page
    }

    /// - Parameter contents: what people put into it; where there is anything, it stays.
    static func removal(of assessment: AnnualAssessment, holding contents: [String], _ visit: Visit) -> Page {
        let back = Mention(at: assessment.address, titled: assessment.title)
        guard contents.isEmpty else {
            return Page(
                "It cannot be taken away", crumbs: assessment.crumbs,
                body: """
                    <h1>It cannot be taken away</h1>
                    <p class="lead">\(assessment.title) has \(contents.inWords) by now, and what people put \
                    into it is kept. <a href="\(assessment.choosingMonths)">Other months</a> can be chosen for it.</p>
                    """)
        }
        return Confirmation(
            "Take the strategic assessment \(assessment.year) away?",
            consequences: [
                "Nothing is written, scored or commented in it yet, so nothing of that is lost. Changes of its themes are.",
                "That it was begun and taken away stays among the activities.",
                "The same year can be begun anew.",
            ], verb: "Take it away", to: assessment.removal, visit, wayBack: back
        ).page
    }
}
