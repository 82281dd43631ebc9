import DataFiles
import DataRegister
import Statistics
import Wording

/// What the table of districts and years tells of one district: totals of whole years beside those of the years before, type by
/// type. It stands in where the months are not all here.
struct DistrictYears: Sendable {
    /// All crime, or one type of it.
    struct Line: Sendable {
        let subject: String
        let now: CountSeries
        let before: CountSeries
        let rate: Rate?
        let share: Proportion?
        /// As a figure tells it; why there is none, where none can be told.
        let change: Result<Figure, FigureRefusal>
        /// Where what is counted changed between the two.
        let breaks: [String]
        /// What all other districts did together between the two.
        let steps: [OthersStep]

        /// Nil where it was not counted in all of the years.
        var count: Int? { now.isWhole ? now.total : nil }
        var earlier: Int? { before.isWhole ? before.total : nil }
        var told: Change? { (try? change.get())?.change }
    }

    let district: String
    let period: Period
    let comparison: Period
    let crime: Line
    /// Those with most first.
    let types: [Line]
    /// All crime in each whole year that is here, up to the last of the period.
    let years: YearsOnEnd
    let citation: Citation
    /// Who lives there, by whom rates are told; nil where that is not known.
    let residents: Citation?

    /// Whether it tells of the years before, too.
    var isCompared: Bool { crime.earlier != nil }
    var all: [Line] { types + [crime] }
    /// The types of which a change is told, whatever may be said of chance.
    var compared: [Change] { types.compactMap(\.told) }
    /// Those whose changes are judged.
    var judged: [Change] { compared.filter { $0.verdict != .unjudged } }
    /// Whether anything can be said of chance.
    var isJudged: Bool { all.compactMap(\.told).contains { $0.verdict != .untold } }

    /// What the table cannot tell.
    static let nature =
        "The table of districts and years has no months and no small areas, and its anti-social behaviour is not used."
}

extension DistrictYears.Line {
    init(
        _ now: CountSeries, from before: CountSeries, at address: FigureAddress, among people: PopulationUsed?,
        of whole: Int?, _ swings: Swings?, steps: [OthersStep]
    ) throws {
        (self.now, self.before, self.steps) = (now, before, steps)
        subject = now.subject
        let count = now.isWhole ? now.total : nil
        rate = count.flatMap { count in people.flatMap { try? Rate(count: count, population: Double($0.people)) } }
        share = count.flatMap { count in whole.flatMap { try? Proportion(part: count, of: $0) } }
        breaks = Comparability.crossing(now, before, from: address.earlier ?? address.period, to: address.period)
            .map(\.sentence)
        do {
            change = .success(try Figure(changeOf: now, from: before, at: address, swings: swings, steps: steps))
        } catch {
            guard let refusal = FigureRefusal(error) else { throw error }
            change = .failure(refusal)
        }
    }
}

/// Whole years that are counted in one way, the oldest first.
struct YearsOnEnd: Sendable {
    let series: CountSeries
    /// Why earlier ones that are here do not stand beside them; nil where all do.
    let omission: String?
    /// Where the other districts took a step together.
    let steps: [OthersStep]

    /// What must be said of the steps within some years.
    func cautions(from first: Int, to last: Int) -> [String] {
        steps.filter { first <= $0.step.from && $0.step.to <= last }.map(\.caution)
    }
}

/// Where the years of a district are read.
struct DistrictYearsDesk: Sendable {
    let series: SeriesStore
    let places: PlaceStore
    private let othersSteps: OthersSteps

    init(series: SeriesStore, places: PlaceStore) {
        (self.series, self.places, othersSteps) = (series, places, OthersSteps(series: series))
    }

    /// How many years are shown beside each other at most.
    static let mostYears = 10

    /// - Returns: nil where the table does not tell of all of the period, as of one that is no whole year.
    /// - Throws: `DatabaseFault`
    func years(in place: Place, over period: Period, against comparison: Period) async throws -> DistrictYears? {
        guard let all = MeasureAddress(in: .districtYears, called: CrimeMeasures.allCrime) else { return nil }
        do {
            let people = try await places.people(in: place, during: period)
            let crime = try await line([all], in: place, over: period, against: comparison, among: people, of: nil)
            guard let whole = crime.count, !crime.now.smallCounts.areThere,
                let years = try await wholeYears([all], in: place, upTo: period)
            else { return nil }
            var types: [DistrictYears.Line] = []
            for name in CrimeMeasures.types.map(\.address) where name != CrimeMeasures.antiSocialBehaviour {
                guard let type = MeasureAddress(in: .districtYears, called: name) else { continue }
                let found = try await line(
                    [type], in: place, over: period, against: comparison, among: people, of: whole)
                if found.count != nil || found.earlier != nil { types.append(found) }
            }
            var residents: Citation?
            if let people { residents = try await places.source(of: people, in: place) }
            return DistrictYears(
                district: place.name, period: period, comparison: comparison, crime: crime,
                types: types.sorted { ($1.count ?? 0, $0.subject) < ($0.count ?? 0, $1.subject) }, years: years,
                citation: crime.now.citation.joined(with: crime.before.citation), residents: residents)
        } catch is SeriesRefusal {
            return nil
        }
    }

    /// - Throws: `SeriesRefusal` where these are not told by whole years, `DatabaseFault`
    func line(
        _ measures: [MeasureAddress], in place: Place, over period: Period, against comparison: Period,
        among people: PopulationUsed?, of whole: Int?
    ) async throws -> DistrictYears.Line {
        func told(_ span: Period) async throws -> CountSeries {
            try await series.series(SeriesQuestion(measures, in: [place], by: .year, over: span))
        }
        let swings = try await series.swings(of: measures, in: place, upTo: period.to)
        let now = try await told(period)
        let steps = try await othersSteps.steps(
            of: measures, called: now.subject, from: comparison, to: period, besides: place)
        return try DistrictYears.Line(
            now, from: try await told(comparison),
            at: FigureAddress(.change, of: measures, in: PlaceAddress(place), over: period, against: comparison),
            among: people, of: whole, swings, steps: steps)
    }

    /// Each whole year that is here, up to the last of a period, from the last change in what is counted on: the year in which
    /// a type began has only a part of it.
    ///
    /// - Returns: nil where there is none.
    /// - Throws: `SeriesRefusal`, `DatabaseFault`
    func wholeYears(
        _ measures: [MeasureAddress], in place: Place, upTo period: Period
    ) async throws -> YearsOnEnd? {
        guard let set = measures.first?.dataSet else { return nil }
        let years = try await series.wholeYears(of: set).filter { $0 <= period.to.year }.prefix(Self.mostYears)
        guard let newest = years.first, let oldest = years.last else { return nil }
        func told(from first: Int) async throws -> CountSeries {
            let span = try Period(from: Period.calendarYear(first).from, to: Period.calendarYear(newest).to)
            return try await series.series(SeriesQuestion(measures, in: [place], by: .year, over: span))
        }
        let all = try await told(from: oldest)
        let change = all.breaks.last { $0.forbidsComparison && $0.month <= Period.calendarYear(newest).from }
        let first = change.map { max(oldest, $0.firstYear) } ?? oldest
        let others = try await othersSteps.steps(
            of: measures, called: all.subject, in: years.filter { $0 >= first }.sorted(), besides: place)
        guard let change, oldest < first else { return YearsOnEnd(series: all, omission: nil, steps: others) }
        return YearsOnEnd(
            series: try await told(from: first),
            omission: "Years before are not set beside these. \(change.sentence)", steps: others)
    }

    /// Whether the table tells of all of a period.
    ///
    /// - Throws: `DatabaseFault`
    func tells(of period: Period, in place: Place) async throws -> Bool {
        guard let all = MeasureAddress(in: .districtYears, called: CrimeMeasures.allCrime) else { return false }
        do {
            return try await series.series(SeriesQuestion([all], in: [place], by: .year, over: period)).isWhole
        } catch is SeriesRefusal {
            return false
        }
    }

    /// Some measures, added up, year by year.
    ///
    /// - Parameter name: what they are together called.
    /// - Returns: nothing where they are not told of all of the period.
    /// - Throws: `DatabaseFault`
    func exhibits(
        _ measures: [MeasureAddress], called name: String, in place: Place, over period: Period,
        against comparison: Period
    ) async throws -> [DistrictExhibit] {
        do {
            guard let years = try await wholeYears(measures, in: place, upTo: period) else { return [] }
            let line = try await line(
                measures, in: place, over: period, against: comparison, among: nil, of: nil)
            guard line.count != nil else { return [] }
            let title = "\(name), year by year"
            return [YearsExhibit(years, line, over: period, called: name, title: title).exhibit("years")]
                .compactMap(\.self)
        } catch is SeriesRefusal {
            return []
        }
    }
}

extension ComparabilityBreak {
    /// The first year that is counted in the new way from its first month.
    fileprivate var firstYear: Int { month.number == 1 ? month.year : month.year + 1 }
}
