import DataFiles
import Storage

extension SeriesStore {
    /// The months that are here from beginning to end for a district, by the month: those that its own force has
    /// delivered.
    ///
    /// - Throws: `DatabaseFault`
    public func months(of district: String) async throws -> Set<Month> {
        try await database.read { db in try StreetSeriesStore.coveredMonths(of: .district(district), db) }
    }
}

extension Period {
    /// The last twelve months on end that are all among some; nil where there are no twelve.
    public static func lastTwelve(of months: Set<Month>) -> Period? {
        let ends = months.sorted(by: >)
        let end = ends.first { end in (0..<12).allSatisfy { months.contains(end.advanced(by: -$0)) } }
        return end.map { Period(first: $0.advanced(by: -11), count: 12) }
    }

    /// As many months, right before it.
    public var before: Period { Period(first: from.advanced(by: -count), count: count) }
}
