import DataFiles

/// A part of a series that is counted in one way from end to end.
public struct Stretch: Hashable, Sendable {
    public let series: CountSeries
    /// The change that it begins with; nil for the first.
    public let after: ComparabilityBreak?
}

extension Comparability {
    /// A series cut at every change in what is counted, and a period that a change falls into left out: it is counted in
    /// two ways.
    public static func stretches(of series: CountSeries) -> [Stretch] {
        var stretches: [Stretch] = []
        var start = 0
        var after: ComparabilityBreak?
        for change in series.breaks {
            guard let cut = series.points.firstIndex(where: { change.month <= $0.period.to }) else { continue }
            if start < cut { stretches.append(Stretch(series: series.part(start...(cut - 1)), after: after)) }
            let isInside = series.points[cut].period.from < change.month
            start = max(start, isInside ? cut + 1 : cut)
            after = change
        }
        if start < series.points.count {
            stretches.append(Stretch(series: series.part(start...(series.points.count - 1)), after: after))
        }
        return stretches
    }

    /// The last stretch that a trend may be told of, without what is missing before its last gap.
    ///
    /// Two points are no trend: it takes five periods, or two whole years of shorter ones.
    ///
    /// - Throws: ``ComparabilityRefusal/tooShortForTrend(_:_:)``
    public static func trend(of series: CountSeries) throws(ComparabilityRefusal) -> Stretch {
        let fewest =
            switch series.grain {
            case .month: 24
            case .quarter: 8
            case .year: 5
            }
        var longest = 0
        for stretch in stretches(of: series).reversed() {
            let known = stretch.series.points.lastIndex { $0.count == nil }.map { $0 + 1 } ?? 0
            let count = stretch.series.points.count - known
            longest = max(longest, count)
            guard count >= fewest else { continue }
            let part = stretch.series.part(known...(stretch.series.points.count - 1))
            return Stretch(series: part, after: stretch.after)
        }
        throw .tooShortForTrend(longest, series.grain)
    }
}
