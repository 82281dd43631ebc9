import DataFiles
import Storage
import Wording

/// The one door through which figures are read: whatever data set they are of, with what they cover, the changes that lie
/// in them, and their citation.
public struct SeriesStore: Sendable {
    let database: Database
    private let sets: DataSetStore
    private let changes: RecordingChangeStore
    private let street: StreetSeriesStore
    private let unknown: UnknownPlaces
    private let grounds = EditionShelf<DataSetAddress, [Citation]>(most: 64)

    public init(_ database: Database, identities: Identities) {
        self.database = database
        sets = DataSetStore(database)
        changes = RecordingChangeStore(database, identities: identities)
        street = StreetSeriesStore(database: database)
        unknown = UnknownPlaces(database, releases: ReleaseStore(database, identities: identities))
    }

    /// Counts over time.
    ///
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    public func series(_ question: SeriesQuestion) async throws -> CountSeries {
        let (set, measures) = try await known(question.measures)
        let asked = measures.filter { question.measures.contains($0.address) }
        if let other = asked.first(where: { !$0.isCount }) { throw SeriesRefusal.notCounted(other.name) }
        let answer =
            set.kind == .streetCrime
            ? try await streetAnswer(question)
            : try await ObservedSeriesStore(database: database).answer(question, of: asked, in: set)
        let nothingKnown = try await unknown.reason(of: question.places, in: set)
        let points =
            nothingKnown == nil
            ? answer.points.map { $0.within(asked.types(of: set)) }
            : answer.points.map { .init($0.period, count: nil) }
        let known = try await changes.changes(touching: question.places)
        let breaks = KnownBreaks.breaks(
            of: question.measures, at: question.places[0].level, in: question.span, and: known)
        let lookups = answer.isOfPlacesWithin ? [try await makingUp(question.places)] : []
        return CountSeries(
            measures: asked, places: question.places, grain: question.grain, points: points,
            breaks: Set(breaks + answer.breaks).sorted { ($0.month, $0.sentence) < ($1.month, $1.sentence) },
            changes: known, citation: try await citation(of: answer.releases, in: set).standing(on: lookups),
            smallCounts: set.smallCounts, areaChange: answer.change, shortfalls: answer.shortfalls,
            nothingKnown: nothingKnown)
    }

    /// The releases that a number was read from, and what put their rows into their places.
    private func citation(of releases: [Release], in set: DataSet) async throws -> Citation {
        let citation = Citation(set.address, name: set.name, releases: releases)
        guard set.kind == .mapped, !releases.isEmpty else { return citation }
        let beside = try await grounds.value(set.address, edition: try await edition()) { [database] in
            try await database.read { try $0.grounds(of: set) }
        }
        return citation.standing(on: beside)
    }

    private func streetAnswer(_ question: SeriesQuestion) async throws -> ObservedSeriesStore.Answer {
        let counted = try await street.counted(question)
        let types = try StreetSeriesStore.types(question.measures)
        func count(_ month: Month) -> Int? {
            guard counted.covered.contains(month) else { return nil }
            let count = counted.counts[month] ?? 0
            return count > 0 || (types?.contains { $0.existed(in: month) } ?? true) ? count : nil
        }
        let points = question.periods.map { period in
            let counts = period.months.compactMap(count)
            let sum = counts.reduce(0, +)
            guard counts.count < period.count else { return CountSeries.Point(period, count: sum) }
            return CountSeries.Point(
                period, count: nil,
                part: counts.isEmpty ? nil : .init(count: sum, months: counts.count, of: period))
        }
        let level = question.places.first?.level
        return ObservedSeriesStore.Answer(
            points: points, releases: counted.releases, change: counted.change,
            shortfalls: counted.unplaced == 0
                ? []
                : [
                    "\(counted.unplaced.counted("row", "rows")) of the files named no place and were taken in before such rows "
                        + "were counted under their type, so that they are not in this number. Import those files again."
                ], isOfPlacesWithin: level == .ward || level == .partnership || level == .county)
    }

    /// One measure in one period, for every district there is: what a comparison stands on.
    ///
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    public func allDistricts(_ measure: MeasureAddress, year: Int) async throws -> PlaceFigures {
        try await figures(measure, at: .district, over: .calendarYear(year))
    }

    /// One measure in one period, for the places of a level.
    ///
    /// - Parameter place: where they lie; nil is anywhere.
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    public func figures(
        _ measure: MeasureAddress, at level: Place.Level, in place: Place? = nil, over period: Period
    ) async throws -> PlaceFigures {
        let (set, measures) = try await known([measure])
        guard let found = measures.first(where: { $0.address == measure }) else {
            throw SeriesRefusal.noSuchMeasure(measure)
        }
        if set.kind == .streetCrime {
            return try await streetFigures(found, at: level, in: place, over: period, of: set)
        }
        let figures = try await ObservedFiguresStore(database: database)
            .figures(found, at: level, in: place, over: period, of: set)
        return PlaceFigures(
            measure: found, period: period,
            part: figures.part ?? CrimeType.partlyCounted([found].types(of: set), in: period), rows: figures.rows,
            citation: try await citation(of: figures.releases, in: set),
            cautions: try await cautions(measure, at: level, in: place, over: period) + figures.cautions,
            smallCounts: set.smallCounts)
    }

    private func streetFigures(
        _ measure: Measure, at level: Place.Level, in place: Place?, over period: Period, of set: DataSet
    ) async throws -> PlaceFigures {
        let store = StreetFiguresStore(database: database)
        var cautions = try await cautions(measure.address, at: level, in: place, over: period)
        if level == .district, place == nil {
            let figures = try await store.districts(measure.address, over: period)
            if figures.hasSeveralForces, measure.address.name == CrimeMeasures.antiSocialBehaviour {
                cautions.append("\(ComparabilityRefusal.antiSocialBehaviourBetweenForces)")
            }
            return PlaceFigures(
                measure: measure, period: period, part: nil, rows: figures.rows,
                citation: Citation(set.address, name: set.name, releases: figures.releases), cautions: cautions)
        }
        guard level.isLSOA, let place else { throw SeriesRefusal.levelNotTold(set.name, level) }
        let question = try SeriesQuestion([measure.address], in: [place], by: .month, over: period)
        let counted = try await street.counted(question)
        let isKnown = try await unknown.reason(of: [place], in: set) == nil
        let rows = try await store.areas(
            measure.address, in: place, over: period,
            isCovered: isKnown && counted.covered.isSuperset(of: period.months))
        return PlaceFigures(
            measure: measure, period: period, part: nil, rows: rows,
            citation: Citation(set.address, name: set.name, releases: counted.releases), cautions: cautions)
    }

    /// The changes that fall into a period: its number is counted in two ways.
    ///
    /// - Parameter place: where the places lie; nil is anywhere, where a change of any of them is said.
    private func cautions(
        _ measure: MeasureAddress, at level: Place.Level, in place: Place?, over period: Period
    ) async throws -> [String] {
        let known = if let place { try await changes.changes(touching: [place]) } else { try await changes.changes() }
        return KnownBreaks.breaks(of: [measure], at: level, in: period, and: known).map(\.sentence)
    }

    private func known(_ measures: [MeasureAddress]) async throws -> (DataSet, [Measure]) {
        guard let first = measures.first else { throw SeriesRefusal.nothingAsked }
        return try await database.read { db in
            guard let set = try db.dataSet(first.dataSet) else { throw SeriesRefusal.noSuchMeasure(first) }
            let known = try db.measures(of: set.address)
            if let unknown = measures.first(where: { asked in !known.contains { $0.address == asked } }) {
                throw SeriesRefusal.noSuchMeasure(unknown)
            }
            return (set, known)
        }
    }
}

extension Period {
    /// January to December.
    public static func calendarYear(_ year: Int) -> Period {
        Period(first: Month(year: year, number: 1), count: 12)
    }
}

extension Measure {
    /// Whether numbers of it can be added up over places and time.
    public var isCount: Bool { address.dataSet != .deprivation }
}

extension [Measure] {
    /// Those that are categories of data.police.uk by the year, which began and ended within years.
    fileprivate func types(of set: DataSet) -> [CrimeType] {
        set.kind == .districtYears ? map { CrimeType($0.name) } : []
    }
}

extension CountSeries.Point {
    /// The same, where it is of a part of its period because a category was one for a part of it.
    fileprivate func within(_ types: [CrimeType]) -> Self {
        guard let count, let reason = CrimeType.partlyCounted(types, in: period) else { return self }
        guard count > 0 else { return Self(period, count: nil) }
        return Self(
            period, count: nil,
            part: .init(count: count, reason: reason, remedy: "Choose years in which it was one throughout."))
    }
}
