import DataFiles
import DataRegister
import Statistics
import Wording

/// How much the months of a place vary in what is counted: what a difference between two totals has to be held against.
///
/// A year's total alone does not tell it. Where the months of the same crimes are here, it is taken from them.
public struct Swings: Hashable, Sendable {
    /// Variance over mean, at least 1 where it is used.
    let dispersion: MonthlyDispersion
    /// The months it was taken from.
    let period: Period
    /// What those months were read from.
    let citation: Citation

    /// From so many months on they are measured: with three quarters of a year most of what seasons do is in them.
    static let fewestMonths = 9
    /// Older months say less of those of today.
    static let mostMonths = 60

    /// - Parameter series: by the month; the longest stretch that is counted in one way is used.
    /// - Returns: nil where there are too few months.
    init?(_ series: CountSeries) throws(StatisticsRefusal) {
        let longest = Comparability.stretches(of: series).map { Self.known($0.series) }.max { $0.count < $1.count }
        guard let longest, longest.count >= Self.fewestMonths else { return nil }
        // Whole years, where seasons can be told from swings: those that end last.
        let isLong = longest.count >= MonthlyDispersion.fewestYearsForSeasons * 12
        let points = isLong ? longest.suffix(longest.count / 12 * 12) : longest
        guard let first = points.first, let last = points.last,
            let period = try? Period(from: first.period.from, to: last.period.to)
        else { return nil }
        let counts = points.map(\.count)
        guard counts.contains(where: { ($0 ?? 0) > 0 }) else { return nil }
        let years = stride(from: 0, to: counts.count, by: 12).map { Array(counts[$0..<min($0 + 12, counts.count)]) }
        // In fewer years the season would pass for chance: a seaside town's summer is none. So too where a month is missing.
        let known = isLong ? try MonthlyDispersion(years: years) : nil
        dispersion =
            if let known, known.allowsForSeasons { known } else { try MonthlyDispersion(neighboursIn: counts) }
        self.period = period
        citation = series.citation
    }

    /// From the first month that is known to the last, if few are missing between.
    private static func known(_ series: CountSeries) -> [CountSeries.Point] {
        guard let first = series.points.firstIndex(where: { $0.count != nil }),
            let last = series.points.lastIndex(where: { $0.count != nil })
        else { return [] }
        let points = Array(series.points[first...last])
        return points.count { $0.count == nil } * 4 > points.count ? [] : points
    }

    /// "Its months vary 3.9 times as much as chance alone would have them (January to December 2014), which is allowed for."
    var note: String {
        let times = max(1, dispersion.value).rounded(places: 1)
        let by = dispersion.allowsForSeasons ? ", without what the season explains" : ", each beside the next"
        return
            "Its months vary \(times) times as much as chance alone would have them (\(period)\(by)), which is allowed for."
    }
}

extension SeriesStore {
    /// How much the months of a place vary, in the street-level counts of the same crimes.
    ///
    /// - Parameter month: those up to it are preferred.
    /// - Returns: nil where those are not here, or of measures that street-level data do not tell of.
    /// - Throws: `DatabaseFault`, `SeriesRefusal`, `StatisticsRefusal`
    func swings(of measures: [MeasureAddress], in place: Place, upTo month: Month) async throws -> Swings? {
        guard place.level == .district, let set = measures.first?.dataSet, set == .districtYears || set == .streetCrime
        else { return nil }
        let names = measures.compactMap { MeasureAddress(in: .streetCrime, called: $0.name) }
        let known = try await months(of: place.name)
        guard names.count == measures.count, let first = known.min(), let latest = known.max() else { return nil }
        let last = known.filter { $0 <= month }.max() ?? min(latest, first.advanced(by: Swings.mostMonths - 1))
        let span = try Period(from: max(first, last.advanced(by: 1 - Swings.mostMonths)), to: last)
        return try Swings(try await series(SeriesQuestion(names, in: [place], by: .month, over: span)))
    }
}
