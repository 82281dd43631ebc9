import DataFiles
import Foundation
import Storage
import Wording

/// Figures of data sets that have no table of their own, read as series.
struct ObservedSeriesStore: Sendable {
    let database: Database

    /// What the periods of a set say of some places.
    private struct Told {
        /// By period and measure: the sum over the places.
        var numbers: [ID<DataSetPeriod>: [String: Double]] = [:]
        /// The periods in which a place is told of at all.
        var known: Set<ID<DataSetPeriod>> = []
        /// Of the finer places that make up a place: how many have a row of a period at all, and how many of each measure.
        var places: [ID<DataSetPeriod>: Int] = [:]
        var placesOf: [ID<DataSetPeriod>: [String: Int]] = [:]
        /// How many of them there are, by their level, where the set says that one without a row is not known.
        var within: [Place.Level: Int?] = [:]
    }

    /// Why a number is less than the whole.
    private struct Short {
        /// How many of what is counted name no place that can be used, where they are not few. Of so few districts one that a row does
        /// not name is likely the one asked of; of small areas it is not.
        var unplaced = 0
        /// The rows of its release that have no time that can be read.
        var undated: [UndatedKey: Int] = [:]
        /// How many places have no row, which is not known, and of how many.
        var told: Untold?
    }

    private struct Untold {
        let told: Int
        let of: Int?
        let level: Place.Level

        var reason: String {
            let all = of.map { " of \($0.grouped)" } ?? ""
            let rows = "there are rows for \(told.grouped)\(all) \(level.plural)"
            return of.map { $0 - told == 1 } ?? false
                ? "\(rows), and of the other it is not known" : "\(rows), and of the others it is not known"
        }

        static let remedy =
            "Import the rows of the others, choose places that have rows, or, if a place without a row had none, say so where "
            + "the data set is described."
    }

    private static let askForRows =
        "Ask the provider for what those rows lack, or for larger areas or longer periods, and import the file again."

    struct Answer: Sendable {
        var points: [CountSeries.Point] = []
        var releases: [Release] = []
        /// Where the small areas of one census give way to those of the next.
        var breaks: [ComparabilityBreak] = []
        var change: AreaChange?
        /// What is known to be left out.
        var shortfalls: [String] = []
        /// Whether it was added up from places that lie in the one asked of, which only lookups tell.
        var isOfPlacesWithin = false
    }

    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    func answer(_ question: SeriesQuestion, of measures: [Measure], in set: DataSet) async throws -> Answer {
        try await database.read { db in
            let periods = try db.periods(of: set.address, touching: question.span, asAt: question.asAt)
            let asked = question.measures.map(\.name)
            let unplaced = try db.unplaced(asked, of: measures, in: periods, over: question.span)
            let isAll = asked == [CrimeMeasures.allCrime]
            let counted = try periods.filter { period in
                try isAll || asked.allSatisfy { try db.tells($0, in: [period.id], of: set) }
            }
            var numbers: [ID<DataSetPeriod>: Double?] = [:]
            var short: [ID<DataSetPeriod>: Short] = [:]
            for place in question.places {
                let told = try Self.told(of: place, in: periods, of: set, db)
                let undated = try db.undated(in: place, periods).filter { asked.contains($0.key.measure) }
                for period in periods {
                    short[period.id, default: Short()].undated.merge(
                        undated.filter { $0.key.release == period.release }
                    ) { first, _ in first }
                }
                for period in periods where period.level != place.level || place.level == .district {
                    var found = short[period.id] ?? Short()
                    found.unplaced = unplaced.missed(in: period.id)
                    found.told = found.told ?? Self.untold(asked, in: period, told, of: set)
                    short[period.id] = found
                }
                for period in counted {
                    let number = Self.number(of: asked, in: period, told, of: set, at: place, unplaced)
                    numbers[period.id] =
                        numbers[period.id].map { sum in sum.flatMap { sum in number.map { sum + $0 } } } ?? number
                }
            }
            var answer = Answer()
            for period in question.periods {
                answer.points.append(try Self.point(period, of: set, periods, numbers, short, unplaced))
            }
            answer.shortfalls = [unplaced.caution(periods, at: question.places.first?.level)].compactMap(\.self)
            answer.releases = try db.releases(Set(periods.map(\.release)))
            answer.breaks = Self.breaks(periods, at: question.places.first?.level)
            answer.isOfPlacesWithin = periods.contains { $0.level != question.places.first?.level }
            return answer
        }
    }

    private static func told(
        of place: Place, in periods: [DataSetPeriod], of set: DataSet, _ db: Reading
    ) throws -> Told {
        var told = Told()
        for (level, periods) in Dictionary(grouping: periods, by: \.level) {
            guard let condition = try db.observed(at: level, in: place) else { continue }
            for row in try db.rows(
                """
                SELECT data_set_period, measure, sum(number) AS number, count(DISTINCT place) AS places FROM observation
                WHERE partnership = \(db.partnership) AND data_set_period IN \(periods.map(\.id)) AND \(condition)
                    AND place <> \(Place.unknownKey)
                GROUP BY data_set_period, measure
                """)
            {
                let (period, measure): (ID<DataSetPeriod>, String) = (try row("data_set_period"), try row("measure"))
                told.known.insert(period)
                told.numbers[period, default: [:]][measure] = try row("number")
                told.placesOf[period, default: [:]][measure] = try row("places")
            }
            guard level != place.level, set.leavesUnknown else { continue }
            told.within[level] = .some(try db.placesWithin(place, at: level))
            for row in try db.rows(
                """
                SELECT data_set_period, count(DISTINCT place) AS places FROM observation
                WHERE partnership = \(db.partnership) AND data_set_period IN \(periods.map(\.id)) AND \(condition)
                    AND place <> \(Place.unknownKey)
                GROUP BY data_set_period
                """)
            {
                told.places[try row("data_set_period")] = try row("places")
            }
        }
        return told
    }

    /// Where a place without a row is not known: how many of those in a place have theirs; nil where each has.
    private static func untold(
        _ measures: [String], in period: DataSetPeriod, _ told: Told, of set: DataSet
    ) -> Untold? {
        guard let within = told.within[period.level], let any = told.places[period.id] else { return nil }
        let found =
            set.absentRows == .missing ? measures.map { told.placesOf[period.id]?[$0] ?? 0 }.min() ?? any : any
        guard found < within ?? .max else { return nil }
        return Untold(told: found, of: within, level: period.level)
    }

    /// A covered period without a row is none or missing, as the set says.
    private static func number(
        of measures: [String], in period: DataSetPeriod, _ told: Told, of set: DataSet, at place: Place,
        _ unplaced: UnplacedRows
    ) -> Double? {
        guard period.level == place.level || place.level.canHold(period.level) else { return nil }
        let numbers = told.numbers[period.id] ?? [:]
        if measures == [CrimeMeasures.allCrime], set.kind == .districtYears {
            return numbers.isEmpty ? nil : numbers.values.reduce(0, +)
        }
        var sum = 0.0
        for measure in measures {
            if let number = numbers[measure] {
                sum += number
            } else if period.level == place.level, unplaced.mayHide(measure, in: period.id) {
                // A row that names no known place may be one of it.
                return nil
            } else {
                switch set.absentRows {
                case .none: continue
                case .noneWherePlaceIsTold: guard told.known.contains(period.id) else { return nil }
                case .missing: return nil
                }
            }
        }
        return sum
    }

    /// One number of the series: the periods of the set in it must fill it from end to end.
    private static func point(
        _ period: Period, of set: DataSet, _ periods: [DataSetPeriod], _ numbers: [ID<DataSetPeriod>: Double?],
        _ short: [ID<DataSetPeriod>: Short], _ unplaced: UnplacedRows
    ) throws -> CountSeries.Point {
        let touching = periods.filter { $0.period.from <= period.to && period.from <= $0.period.to }
        if let wide = touching.first(where: { $0.period.from < period.from || period.to < $0.period.to }) {
            throw SeriesRefusal.coarser(set.name, told: wide.period)
        }
        let known = touching.filter { (numbers[$0.id] ?? nil) != nil }
        let months = known.reduce(0) { $0 + $1.period.count }
        let count = Int(known.reduce(0.0) { $0 + ((numbers[$1.id] ?? nil) ?? 0) }.rounded())
        if let part = Shortfall.words(known.compactMap { known in known.part.map { (known.period, $0) } }, of: period) {
            // Of a partner's file rows are left out, which can only be more.
            guard set.kind == .mapped, months >= period.count else {
                return CountSeries.Point(period, count: nil, part: .init(count: count, reason: part))
            }
            return CountSeries.Point(
                period, count: nil, part: .init(count: count, reason: part, isAtLeast: true, remedy: Self.askForRows))
        }
        let left = leftOut(of: touching.compactMap { short[$0.id] }, unplaced)
        if left.areThere {
            return CountSeries.Point(
                period, count: nil,
                part: .init(count: count, reason: left.reason, isAtLeast: true, remedy: left.remedy))
        }
        let untold = touching.compactMap { one in (short[one.id]?.told).map { (one.period, $0.reason) } }
        if months > 0, let reason = Shortfall.words(untold, of: period) {
            return CountSeries.Point(
                period, count: nil, part: .init(count: count, reason: reason, isAtLeast: true, remedy: Untold.remedy))
        }
        guard months < period.count else { return CountSeries.Point(period, count: count) }
        guard months > 0 else { return CountSeries.Point(period, count: nil) }
        return CountSeries.Point(period, count: nil, part: .init(count: count, months: months, of: period))
    }

    /// A row without a time is one, whichever of its file’s periods it is of.
    private static func leftOut(of short: [Short], _ unplaced: UnplacedRows) -> RowsLeftOut {
        let undated = short.reduce(into: [:]) { all, one in all.merge(one.undated) { first, _ in first } }
        return RowsLeftOut(
            unplaced: short.reduce(0) { $0 + $1.unplaced }, of: unplaced.counted, undated: undated.values.reduce(0, +))
    }

    private static func breaks(_ periods: [DataSetPeriod], at level: Place.Level?) -> [ComparabilityBreak] {
        guard let level, level.isMadeOfLSOAs else { return [] }
        return zip(periods, periods.dropFirst()).filter { $0.level.isLSOA && $1.level.isLSOA && $0.level != $1.level }
            .map { _, later in
                ComparabilityBreak(
                    .areas, from: later.period.from,
                    "From \(later.period.from.inWords) on the small areas are those of another census.",
                    source: "the files themselves")
            }
    }
}

extension CountSeries.Part {
    /// "11 of its 12 months are here".
    init(count: Int, months: Int, of period: Period) {
        self.init(
            count: count,
            reason:
                "\(months.grouped) of its \(period.count.counted("month", "months")) \(months == 1 ? "is" : "are") here"
        )
    }
}

extension DataSet {
    /// Whether a place without a row may be one of which nothing is known. Built-in tables tell of every place they are of.
    fileprivate var leavesUnknown: Bool { absentRows != .none && kind == .mapped }
}

extension Place.Level {
    /// Whether places of a finer level make up places of this one.
    func canHold(_ finer: Place.Level) -> Bool {
        switch finer {
        case .lsoa2011, .lsoa2021: !isLSOA && self != .postcodeDistrict
        case .ward: [.district, .partnership, .force, .county, .country].contains(self)
        case .district: [.partnership, .force, .county, .country].contains(self)
        case .partnership, .force, .county: self == .country
        case .postcodeDistrict, .country: false
        }
    }
}

extension Reading {
    /// The condition that a figure kept for places of a level is of a place; nil where it says nothing of such.
    func observed(at level: Place.Level, in place: Place) throws -> SQL? {
        if level == place.level { return "observation.place IN \(try keys(of: place))" }
        guard place.level.canHold(level) else { return nil }
        if place.level == .country { return "TRUE" }
        let children = try children(of: place)
        if level.isLSOA {
            let areas = try policeAreas(in: place)
            return "(observation.place IN (\(areas)) OR observation.place IN (\(children)))"
        }
        let names: [String] = try policeDistricts(in: place).map(Place.key(named:))
        return "(observation.place IN (\(children)) OR observation.place IN \(level == .district ? names : []))"
    }
}
