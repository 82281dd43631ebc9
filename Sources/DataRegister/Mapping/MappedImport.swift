import DataFiles
import Storage

/// A partner's file as it goes into the records.
struct MappedImport {
    /// What it says, period by period, and the periods it covers without a row.
    let periods: [ObservedPeriod]

    /// - Parameter covers: the months that the file is said to cover.
    init(_ reading: MappedReading, covering covers: Period) {
        let step = reading.periods.first?.period.count ?? 1
        var periods = reading.periods
        var start = reading.periods.first?.period.from ?? covers.from
        while start.advanced(by: -step) >= covers.from { start = start.advanced(by: -step) }
        while start.advanced(by: step - 1) <= covers.to {
            let period = Period(first: start, count: step)
            let isTold = reading.periods.contains { $0.period.from <= period.to && period.from <= $0.period.to }
            if !isTold { periods.append(ObservedPeriod(period, at: reading.level, observations: [])) }
            start = start.advanced(by: step)
        }
        self.periods = periods.sorted { $0.period.from < $1.period.from }
    }
}
