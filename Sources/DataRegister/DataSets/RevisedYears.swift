import DataFiles
import Foundation
import Storage
import Wording

/// What a release makes of the own district's crime from one calendar year to the next: a fall of 4.3% that becomes one of 4.9%.
struct RevisedYear: Hashable, Sendable {
    struct Pair: Hashable, Sendable {
        let earlier: Int
        let later: Int

        /// "−4.3%"; nil where a percentage of so few means nothing.
        var percent: String? {
            guard earlier >= 10, later >= 10 else { return nil }
            let change = (Double(later) / Double(earlier) - 1) * 100
            return (change > 0 ? "+" : "") + change.rounded(places: 1) + "%"
        }

        var words: String {
            "\(earlier.grouped) to \(later.grouped)" + (percent.map { " (\($0))" } ?? "")
        }
    }

    let year: Int
    let district: String
    let before: Pair
    let now: Pair

    var sentence: String {
        "All crime in \(district), \(year - 1) to \(year): \(before.words) as it stood before, \(now.words) with this release."
    }
}

extension RevisionStore {
    /// - Parameter revisions: of the release.
    /// - Throws: `DatabaseFault`
    func revisedYears(
        by release: Release, _ revisions: [Revision], of district: String, series: SeriesStore
    ) async throws -> [RevisedYear] {
        let set: DataSetAddress = release.kind == .districtYears ? .districtYears : .streetCrime
        guard release.kind == .districtYears || release.kind == .police else { return [] }
        let own = DistrictName(district)
        let years = Set(
            revisions.filter { DistrictName($0.place) == own && $0.measure == CrimeMeasures.allCrimeName }
                .map(\.period.to.year))
        var found: [RevisedYear] = []
        // The year after rests on a revised one too.
        for year in years.union(years.map { $0 + 1 }).sorted() {
            func pair(_ time: Date) async throws -> RevisedYear.Pair? {
                guard let earlier = try await crime(district, set, year - 1, asAt: time, series),
                    let later = try await crime(district, set, year, asAt: time, series)
                else { return nil }
                return RevisedYear.Pair(earlier: earlier, later: later)
            }
            // As the register stood the moment before.
            guard let before = try await pair(release.receivedAt.addingTimeInterval(-0.001)),
                let now = try await pair(release.receivedAt), before != now
            else { continue }
            found.append(RevisedYear(year: year, district: district, before: before, now: now))
        }
        return found
    }

    private func crime(
        _ district: String, _ set: DataSetAddress, _ year: Int, asAt time: Date, _ series: SeriesStore
    ) async throws -> Int? {
        guard let all = MeasureAddress(in: set, called: CrimeMeasures.allCrime) else { return nil }
        do {
            let told = try await series.series(
                SeriesQuestion(
                    [all], in: [.district(district)], by: set == .streetCrime ? .month : .year,
                    over: .calendarYear(year), asAt: time))
            return told.isWhole ? told.total : nil
        } catch is SeriesRefusal {
            return nil
        }
    }
}
