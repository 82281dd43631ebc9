import DataFiles
import DataRegister
import Wording

/// A step that the other districts took together: the own numbers cannot be read across it without a word.
struct OthersStep: Sendable, Hashable {
    let step: DistrictsStep
    /// What is counted.
    let subject: String
    /// How many districts are told of in both years.
    let districts: Int

    var caution: String {
        step.caution("\(subject.begunSmall) in the \(districts.grouped) other districts that are told of in both years")
    }
}

/// Where it is worked out, from one year to the next, in which years the other districts took one.
struct OthersSteps: Sendable {
    let series: SeriesStore
    private let shelf = EditionShelf<Key, [OthersStep]>(most: 64)

    private struct Key: Hashable {
        let measures: [MeasureAddress]
        let years: [Int]
        let place: Place
    }

    init(series: SeriesStore) { self.series = series }

    /// Those between two periods of which a change is told.
    ///
    /// - Throws: `SeriesRefusal`, `DatabaseFault`
    func steps(
        of measures: [MeasureAddress], called subject: String, from earlier: Period, to period: Period,
        besides place: Place
    ) async throws -> [OthersStep] {
        guard place.level == .district, let set = measures.first?.dataSet else { return [] }
        let years = try await series.wholeYears(of: set).filter {
            earlier.from.year <= $0 && $0 <= period.to.year
        }
        return try await steps(of: measures, called: subject, in: years.sorted(), besides: place)
    }

    /// - Parameters:
    ///   - subject: what the measures are together called.
    ///   - years: the oldest first.
    /// - Throws: `SeriesRefusal`, `DatabaseFault`
    func steps(
        of measures: [MeasureAddress], called subject: String, in years: [Int], besides place: Place
    ) async throws -> [OthersStep] {
        guard years.count > 1 else { return [] }
        let key = Key(measures: measures, years: years, place: place)
        return try await shelf.value(key, edition: series.edition()) { [self] in
            var counts: [[String: Double]] = []
            for year in years { counts.append(try await others(measures, in: year, besides: place)) }
            return years.indices.dropFirst().compactMap { index in
                Self.step(from: years[index - 1], counts[index - 1], to: years[index], counts[index], of: subject)
            }
        }
    }

    private static func step(
        from: Int, _ before: [String: Double], to: Int, _ after: [String: Double], of subject: String
    ) -> OthersStep? {
        let both = Set(before.keys).intersection(after.keys)
        guard both.count >= Comparison.fewest else { return nil }
        func total(_ counts: [String: Double]) -> Double { both.reduce(0) { $0 + (counts[$1] ?? 0) } }
        return DistrictsStep(from: from, total(before), to: to, total(after)).map {
            OthersStep(step: $0, subject: subject, districts: both.count)
        }
    }

    /// Of each district of which all of the measures are known, by its name.
    private func others(
        _ measures: [MeasureAddress], in year: Int, besides place: Place
    ) async throws -> [String: Double] {
        var sums: [String: Double]?
        for measure in measures {
            let rows = try await series.allDistricts(measure, year: year).rows
            let told = Dictionary(
                rows.compactMap { row in row.number.map { (row.place.name, $0) } }, uniquingKeysWith: +)
            let both = sums?.filter { told[$0.key] != nil }.merging(
                told.filter { sums?[$0.key] != nil }, uniquingKeysWith: +)
            sums = both ?? told
        }
        sums?[place.name] = nil
        return sums ?? [:]
    }
}
