import Statistics
import Web
import Wording

/// The few figures worth seeing first.
struct AssessmentFigures {
    let assessment: DistrictAssessment
    let citation: HTML

    var html: HTML {
        "<div class=\"figure-cards\">\(cards.map(\.html))</div>"
    }

    var cards: [FigureCard] {
        [count(assessment.crime, unit: "crimes"), rate, count(assessment.antiSocialBehaviour, unit: "incidents")]
            .compactMap(\.self)
    }

    private func count(_ finding: Finding, unit: String) -> FigureCard {
        var interval: String?
        if let change = finding.change, change.percent != nil {
            interval = "\(finding.changeText), 95% interval \(finding.intervalText)"
        }
        return FigureCard(
            finding.subject, value: finding.count.grouped, unit: unit, interval: interval, sentence: finding.sentence,
            citation: citation)
    }

    private var rate: FigureCard? {
        guard let rate = assessment.crime.rate, let population = assessment.crime.population else { return nil }
        return FigureCard(
            "Rate of crime", value: rate.value.rounded(places: 1), unit: "for each 1,000 people",
            interval: "95% interval \(rate.interval.wording(places: 1))",
            sentence: "Over \(assessment.period), among \(population.people.grouped) residents (\(population.basis)).",
            citation: citation)
    }
}
