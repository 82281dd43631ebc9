import Charts
import DataFiles
import DataRegister
import Statistics

/// The charts of an assessment by the name each has in its address.
struct AssessmentCharts {
    let assessment: DistrictAssessment
    let map: Named?

    /// One chart and the name it goes by: `all-crime`, `type-burglary`, `places`, `map`.
    struct Named {
        let name: String
        let chart: any Chart
    }

    /// - Parameter map: where, if it is known.
    init(assessment: DistrictAssessment, map: (any Chart)?) {
        self.assessment = assessment
        self.map = map.map { Named(name: "map", chart: $0) }
    }

    /// Every chart that there is, in the order they are read.
    var all: [Named] {
        [allCrime, antiSocialBehaviour, share] + types + [places, map].compactMap(\.self)
    }

    subscript(name: String) -> (any Chart)? {
        all.first { $0.name == name }?.chart
    }

    var allCrime: Named {
        Named(name: "all-crime", chart: monthly(assessment.crime, "Recorded crime each month", unit: "crimes"))
    }

    var antiSocialBehaviour: Named {
        Named(
            name: "anti-social-behaviour",
            chart: monthly(assessment.antiSocialBehaviour, "Anti-social behaviour each month", unit: "incidents"))
    }

    /// A small chart for each type of crime, those with most first.
    var types: [Named] {
        var slugs: Set<String> = []
        return assessment.types.map { finding in
            // Types that differ in nothing an address can hold are told apart all the same.
            var slug = finding.slug
            while !slugs.insert(slug).inserted { slug += "-too" }
            return Named(
                name: "type-" + slug, chart: SmallMultiple(monthly(finding, finding.subject, unit: "crimes")))
        }
    }

    /// Each type's part of all recorded crime.
    var share: Named {
        Named(
            name: "share",
            chart: BarChart(
                title: "What recorded crime is made of, \(assessment.period)", heading: "Type",
                unit: "of recorded crime",
                format: .share(places: 1),
                bars: assessment.types.map { finding in
                    BarChart.Bar(
                        label: finding.subject, value: finding.share?.value,
                        interval: finding.share.map { $0.interval.lower...$0.interval.upper })
                }))
    }

    /// The small areas with most crime; nil where there is none.
    var places: Named? {
        let worst = assessment.places.prefix(10).filter { $0.crimes > 0 }
        guard !worst.isEmpty else { return nil }
        return Named(
            name: "places",
            chart: BarChart(
                title: "The areas with most recorded crime, \(assessment.period)", heading: "Area (LSOA)",
                unit: "crimes",
                bars: worst.map { BarChart.Bar(label: $0.name, value: Double($0.crimes)) },
                areAll: worst.count == assessment.places.count))
    }

    func monthly(_ finding: Finding, _ title: String, unit: String) -> MonthlyChart {
        MonthlyChart(
            title: title, unit: unit, current: line(finding.current), earlier: finding.earlier.map(line),
            breaks: finding.breaks.map(ChartBreak.init))
    }

    private func line(_ series: MonthlySeries) -> MonthlyChart.Line {
        MonthlyChart.Line(
            label: "\(series.period)",
            months: zip(series.period.months, series.counts).map { month, count in
                MonthlyChart.Month(year: month.year, number: month.number, count: count)
            })
    }
}

extension ChartBreak {
    init(_ change: ComparabilityBreak) {
        self.init(year: change.month.year, number: change.month.number, change.kind.words)
    }
}

extension ComparabilityBreak.Kind {
    /// As a picture has room for.
    fileprivate var words: String {
        switch self {
        case .categories: "types of crime changed"
        case .areas: "areas changed"
        case .recording: "recording changed"
        }
    }
}

extension Finding {
    /// As it stands in addresses: "violence-and-sexual-offences".
    var slug: String { slugged(subject) }
}
