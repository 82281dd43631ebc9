import Charts
import DataFiles
import DataRegister
import Statistics
import Storage
import Wording

/// Where the pictures and tables of one district are made.
public struct DistrictExhibits: Sendable {
    private let assessments: AssessmentDesk
    private let series: SeriesStore
    private let finder: PlaceAddressStore
    private let district: String
    private let places: PlacesDesk
    private let yearly: DistrictYearsDesk

    /// - Parameters:
    ///   - assessments: the site's own, and so are
    ///   - places: so that nothing is worked out twice.
    public init(
        _ database: Database, identities: Identities, assessments: AssessmentDesk, places: PlacesDesk, district: String
    ) {
        (self.assessments, self.places, self.district) = (assessments, places, district)
        series = SeriesStore(database, identities: identities)
        finder = PlaceAddressStore(database)
        yearly = DistrictYearsDesk(series: series, places: assessments.districts.places)
    }

    /// How much there is: month by month, and what crime is made of. Where the months are not all here, the table of districts
    /// and years tells it, and what is here by the month stands beside it.
    ///
    /// - Returns: nothing where nothing is known of the district and the period.
    /// - Throws: `DatabaseFault`
    public func levels(over period: Period, against comparison: Period) async throws -> [DistrictExhibit] {
        let found = try await assessed(over: period, against: comparison)
        let monthly = found.map { byMonth($0.0.assessment, citing: $0.1, over: period, against: comparison) } ?? []
        guard let years = try await years(over: period, against: comparison, besides: found?.0.assessment) else {
            return monthly
        }
        return years.levels + monthly.filter { $0.name != "share" }
    }

    private func byMonth(
        _ assessment: DistrictAssessment, citing citation: Citation, over period: Period, against comparison: Period
    ) -> [DistrictExhibit] {
        let charts = AssessmentCharts(assessment: assessment, map: nil)
        func monthly(_ named: AssessmentCharts.Named, _ finding: Finding) -> DistrictExhibit {
            var exhibit = DistrictExhibit(
                named.name, named.chart, title: "\(named.chart.title), \(district), \(span(period, comparison))",
                finding: finding.headline(named.name == "all-crime" ? "Recorded crime" : nil),
                sentence: finding.sentence,
                notes: finding.notes + (finding.subject == assessment.crime.subject ? assessment.cautions : []),
                facts: AssessmentTables.monthlyFacts([finding], in: district), citation: citation)
            if let change = finding.change, let (before, after) = finding.compared {
                exhibit.change = MeasuredChange(
                    change, from: before, to: after, of: named.name == "all-crime" ? "crimes" : "incidents")
            }
            return exhibit
        }
        return [
            monthly(charts.allCrime, assessment.crime),
            monthly(charts.antiSocialBehaviour, assessment.antiSocialBehaviour),
            DistrictExhibit(
                charts.share.name, charts.share.chart, title: "\(charts.share.chart.title), \(district)",
                finding: assessment.types.first.flatMap { first in
                    first.share.map { share in
                        "\(first.subject) made up more of recorded crime than any other type: "
                            + "\((share.value * 100).rounded(places: 1))%"
                    }
                }, facts: AssessmentTables(assessment: assessment).shareFacts, citation: citation),
        ]
    }

    /// The table of districts and years, where it tells what the months that are here do not.
    private func years(
        over period: Period, against comparison: Period, besides assessment: DistrictAssessment?
    ) async throws -> DistrictYears? {
        if let crime = assessment?.crime, crime.current.isWhole, crime.earlier?.isWhole ?? false { return nil }
        guard let place = try await finder.place(PlaceAddress(.district(district))) else { return nil }
        return try await yearly.years(in: place, over: period, against: comparison)
    }

    /// What is not known of the district because only totals of whole years are here, in sentences for everybody.
    ///
    /// - Throws: `DatabaseFault`
    public func untold(over period: Period, against comparison: Period) async throws -> [String] {
        let known = try await series.months(of: district)
        let missing = period.months.filter { !known.contains($0) }
        guard !missing.isEmpty, let place = try await finder.place(PlaceAddress(.district(district))),
            try await yearly.tells(of: period, in: place)
        else { return [] }
        let span = missing.count == period.count ? "\(period)" : missing.inWords
        let here = (comparison.months + period.months).filter(known.contains)
        return [
            "Of \(span) only totals of whole years are here: in which months and small areas crime was recorded, and how much "
                + "anti-social behaviour the police recorded, is not known. "
                + (here.isEmpty
                    ? "No street-level crime of the months looked at is here."
                    : "Street-level crime is here for \(here.inWords) alone.")
        ]
    }

    /// Type by type, with its change and whether that is more than chance.
    ///
    /// - Throws: `DatabaseFault`
    public func changes(over period: Period, against comparison: Period) async throws -> [DistrictExhibit] {
        let found = try await assessed(over: period, against: comparison)
        let isCompared = found?.0.assessment.comparison != nil
        if let years = try await years(over: period, against: comparison, besides: found?.0.assessment),
            years.isCompared || !isCompared
        {
            return [years.changes]
        }
        guard isCompared, let (assessed, citation) = found else { return [] }
        return [
            DistrictExhibit(
                "types", AssessmentTables(assessment: assessed.assessment).types,
                title: "Recorded crimes by type, \(district), \(span(period, comparison)), with rate, share and change",
                finding: assessed.assessment.changesInBrief, sentence: assessed.assessment.multiplicity,
                notes: (assessed.assessment.cautions + Finding.notes(of: assessed.assessment.types)).unique,
                facts: AssessmentTables(assessment: assessed.assessment).typesFacts,
                citation: citation.standing(on: try await residents(assessed.assessment)))
        ]
    }

    /// The small areas with most crime, how few hold half of it, and the map.
    ///
    /// - Throws: `DatabaseFault`
    public func places(over period: Period, against comparison: Period) async throws -> [DistrictExhibit] {
        guard let (assessed, citation) = try await assessed(over: period, against: comparison) else { return [] }
        let charts = AssessmentCharts(assessment: assessed.assessment, map: assessed.map)
        let half = try? Concentration(assessed.assessment.places.map(\.crimes)).areas(holding: 50)
        let all = assessed.assessment.places.count
        let held = half.map { "Half of recorded crime lay in \($0.fewest) of the \(all) small areas" }
        let caution = "An area picked because it was worst is likely to be lower next year by chance alone."
        return [
            charts.places.map {
                DistrictExhibit(
                    $0.name, $0.chart, title: "\($0.chart.title), \(district)", finding: held, notes: [caution],
                    facts: AssessmentTables(assessment: assessed.assessment).placesFacts(first: 10), citation: citation)
            },
            charts.map.map {
                DistrictExhibit(
                    $0.name, $0.chart,
                    finding: DistrictMap.finding($0.chart),
                    sentence: charts.mapSentence, facts: DistrictMap.facts($0.chart, over: period), citation: citation)
            },
        ].compactMap(\.self) + (try await gathering(over: period))
    }

    /// How few small areas hold half of each type, and which clusters persist: of whole years alone.
    private func gathering(over period: Period) async throws -> [DistrictExhibit] {
        guard period.count.isMultiple(of: 12), let overview = try await places.overview(of: district, over: period),
            let oldest = overview.years.last,
            let place = try await finder.place(PlaceAddress(.district(district)))
        else { return [] }
        do {
            let span = try Period(from: oldest.from, to: period.to)
            guard let citation = try await series.citationOfCrime(in: place, over: [span]) else { return [] }
            return [
                TypeConcentration(overview.data, over: period).map {
                    DistrictExhibit(
                        "concentration", $0.table, sentence: $0.sentence, facts: $0.facts, citation: citation)
                },
                try await places.clusters(in: overview, .usual).map {
                    DistrictExhibit(
                        "clusters", $0.chart, table: $0.table(all: false),
                        sentence: "\($0.sentence) \(ClusterYears.method)", facts: $0.facts(all: false),
                        citation: citation)
                },
            ].compactMap(\.self)
        } catch is SeriesRefusal {
            return []
        } catch is PeriodRefusal {
            return []
        }
    }

    /// When there is more of some measures, added up, and where.
    ///
    /// - Parameter name: what they are together called.
    /// - Throws: `DatabaseFault`
    public func measures(
        _ measures: [MeasureAddress], called name: String, over period: Period, against comparison: Period
    ) async throws -> [DistrictExhibit] {
        let address = PlaceAddress(.district(district))
        guard let place = try await finder.place(address) else { return [] }
        do {
            let now = try await series.series(SeriesQuestion(measures, in: [place], by: .month, over: period))
            let before = try await series.series(SeriesQuestion(measures, in: [place], by: .month, over: comparison))
            guard now.counts.contains(where: { $0 != nil }) || now.least != nil else { return [] }
            return [MonthsExhibit(now, over: period, before, over: comparison, called: name).exhibit]
                + [try await areas(measures, called: name, in: place, over: period)].compactMap(\.self)
        } catch SeriesRefusal.coarser {
            return try await yearly.exhibits(measures, called: name, in: place, over: period, against: comparison)
        } catch is SeriesRefusal {
            // What is told nowhere has no picture; its figures say why.
            return []
        }
    }

    /// The five small areas with most, of what is known by small area.
    private func areas(
        _ measures: [MeasureAddress], called name: String, in place: Place, over period: Period
    ) async throws -> DistrictExhibit? {
        let level: Place.Level = period.from < LSOAVintage.firstMonthOf2021 ? .lsoa2011 : .lsoa2021
        var counts: [Place: Int] = [:]
        var citation: Citation?
        var small = SmallCounts.none
        for measure in measures {
            guard let figures = try? await series.figures(measure, at: level, in: place, over: period),
                figures.part == nil, figures.rows.allSatisfy({ $0.count != nil })
            else { return nil }
            for row in figures.rows { counts[row.place, default: 0] += row.count ?? 0 }
            small = figures.smallCounts
            citation = citation?.joined(with: figures.citation) ?? figures.citation
        }
        let most = counts.filter { $0.value > 0 && !small.hides($0.value) }
            .sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }.prefix(5)
        guard let citation, most.count > 1 else { return nil }
        let chart = BarChart(
            title: "\(name), the areas with most", heading: "Area (LSOA)", unit: "in \(period)",
            bars: most.map { BarChart.Bar(label: $0.key.name, value: Double($0.value)) },
            areAll: most.count == counts.count)
        func count(_ place: Place) -> FigureAddress {
            FigureAddress(.count, of: measures, in: PlaceAddress(place), over: period)
        }
        let held = most.map(\.value).reduce(0, +)
        // Those with none have no row where zeros are left out, and are small areas of the district all the same.
        let all = max(counts.count, try await series.smallAreas(in: place, at: level) ?? 0)
        return DistrictExhibit(
            "areas", chart, title: "\(name), the areas with most, \(district), \(period)",
            finding: "\(most.count) of \(all) small areas had "
                + "\((Double(held) / Double(max(1, counts.values.reduce(0, +))) * 100).rounded(places: 0))% of "
                + name.begunSmall,
            sentence: "These \(most.count) of \(all) small areas had \(held.grouped) of "
                + "\(counts.values.reduce(0, +).grouped).",
            facts: FactTable(
                ["lsoa_code", "lsoa_name", "counted", "from", "to", "count"],
                rows: most.map { place, count in
                    [
                        .said(place.code), .text(place.name), .text(name), .text("\(period.from)"),
                        .text("\(period.to)"), .whole(count),
                    ]
                }), citation: citation, told: small.areThere ? [count(place)] + most.map { count($0.key) } : [])
    }

    /// "2014 and 2015"
    private func span(_ period: Period, _ comparison: Period) -> String {
        ["\(comparison)", "\(period)"].inWords
    }

    /// Who lives there, by which its rates are told.
    private func residents(_ assessment: DistrictAssessment) async throws -> [Citation] {
        guard let used = assessment.crime.population,
            let place = try await finder.place(PlaceAddress(.district(district)))
        else { return [] }
        return [try await assessments.districts.places.source(of: used, in: place)]
    }

    private func assessed(
        over period: Period, against comparison: Period
    ) async throws -> (AssessmentShelf.Assessed, Citation)? {
        do {
            let found = try await assessments.assessed(district, over: period, comparedWith: comparison)
            guard let place = try await finder.place(PlaceAddress(.district(district))),
                let citation = try await series.citationOfCrime(in: place, over: [period, comparison])
            else { return nil }
            return (found, citation)
        } catch is AssessmentRefusal {
            return nil
        } catch is SeriesRefusal {
            return nil
        }
    }
}
