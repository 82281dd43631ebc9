import DataRegister
import Statistics
import Web
import Wording

/// The few figures worth seeing first.
struct AssessmentFigures {
    let assessment: DistrictAssessment
    let sources: AssessmentSources
    /// Whether the counts are also drawn month by month.
    var hasLines = false

    init(_ assessment: DistrictAssessment, hasLines: Bool = false) {
        self.assessment = assessment
        sources = AssessmentSources(assessment: assessment)
        self.hasLines = hasLines
    }

    var html: HTML {
        """
        <div class="figure-cards">\(cards.map(\.html))</div>
        \(assessment.comparison.map { _ in
            """
            <p class="citation measure">A 95% interval is the range that chance, and months that swing, leave likely. \
            Where it holds no change at all, we say <em>no clear change</em>. <a href="/methods#change">How changes are \
            judged</a></p>
            """
        })
        """
    }

    var cards: [FigureCard] {
        [
            count(assessment.crime, name: "Recorded crime", unit: "crimes"), rate,
            count(assessment.antiSocialBehaviour, name: "Anti-social behaviour", unit: "incidents"),
        ].compactMap(\.self)
    }

    private func count(_ finding: Finding, name: String, unit: String) -> FigureCard {
        var sentence = "Over \(finding.current.heading)."
        if let change = finding.change, let before = finding.compared?.before {
            sentence =
                change.percent == nil
                ? "After \(change.before.grouped) in \(before)."
                : "\(finding.changeText) on \(before), when there were \(change.before.grouped)."
        }
        return FigureCard(
            name, value: finding.count.grouped, unit: unit, trend: finding.trend,
            interval: finding.change?.percent.map { _ in "95% interval \(finding.intervalText)." },
            sentence: ([sentence] + finding.notes).joined(separator: " "), line: hasLines ? finding.line : nil,
            citation: sources.citation(method: finding.change == nil ? "crime" : "change"))
    }

    private var rate: FigureCard? {
        guard let rate = assessment.crime.rate, let population = assessment.crime.population else { return nil }
        return FigureCard(
            "Rate of crime", value: rate.told, unit: "crimes for each 1,000 people",
            interval: "95% interval \(rate.interval.wording(places: 1)).",
            sentence:
                "Over \(assessment.crime.current.heading), among \(population.people.grouped) residents (\(population.basis)).",
            citation: sources.citation(method: "rate"))
    }
}
