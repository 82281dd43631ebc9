import DataFiles
import DataRegister

extension ComparisonDesk {
    /// The own district beside those of a set, year by year up to a period's end, over the whole years that are here.
    ///
    /// - Throws: ``ComparisonRefusal``, `ComparabilityRefusal`, `SeriesRefusal`, `StatisticsRefusal`; `DatabaseFault`
    func years(
        with set: ComparatorSet, of measures: [MeasureAddress], upTo period: Period
    ) async throws -> ComparedYears {
        let key = Key(set: set, measures: measures, period: period, own: comparators.home)
        return try await madeYears.value(key, edition: comparators.series.edition()) { [self] in
            try await makeYears(with: set, of: measures, upTo: period)
        }
    }

    private func makeYears(
        with set: ComparatorSet, of measures: [MeasureAddress], upTo period: Period
    ) async throws -> ComparedYears {
        guard let measure = measures.first else { throw ComparisonRefusal.nothingAsked }
        guard let own = comparators.home else { throw ComparisonRefusal.noOwnDistrict }
        let here = try await wholeYears(of: measure.dataSet).map(Period.calendarYear)
        let asked = here.filter { $0.to <= period.to }.sorted { $0.from < $1.from }.suffix(ComparedYears.most)
        guard let first = asked.first, let last = asked.last else { throw try await noWholeYear(of: measure) }
        var comparisons: [Comparison] = []
        for year in asked {
            do {
                comparisons.append(try await rates(with: set, of: measures, over: year))
            } catch let refusal as ComparisonRefusal {
                // The newest is what is asked about; an older one that may not be told is one that is not here.
                if year == last { throw refusal }
            }
        }
        let span = try Period(from: first.from, to: last.to)
        let series = try await comparators.series.series(
            SeriesQuestion(measures, in: [.district(own)], by: .year, over: span))
        let areas = series.areaChange.flatMap { $0.isEven ? nil : $0.asBreak }
        let breaks = (series.breaks + [areas].compactMap(\.self)).sorted { $0.month < $1.month }
        let swings = try await comparators.series.swings(of: measures, in: .district(own), upTo: last.to)
        return try ComparedYears(comparisons, breaks: breaks, swings: swings)
    }
}
