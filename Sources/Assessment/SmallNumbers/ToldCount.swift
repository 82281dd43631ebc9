import DataRegister

/// One count that somebody learns from a figure.
struct ToldCount: Hashable, Sendable {
    /// Of one data set; their counts are added up.
    let measures: [MeasureAddress]
    let place: PlaceAddress
    let period: Period
}

extension FigureAddress {
    /// The counts that it tells: a rate tells one as well as its count does, for everybody can look up the residents.
    var told: [ToldCount] {
        switch kind {
        case .count, .rate, .share, .rank: [told(over: period)]
        case .change: [told(over: period), told(over: earlier ?? period.yearBefore)]
        case .signal: period.months.compactMap { try? Period(from: $0, to: $0) }.map(told)
        }
    }

    private func told(over period: Period) -> ToldCount {
        ToldCount(measures: measures, place: place, period: period)
    }
}
