import DataFiles
import Storage
import Wording

/// What the files of a set count that names no place that can be used: swapped coordinates, the sea, a blank.
struct UnplacedRows {
    /// The largest part of what is counted that is set aside. Every file of fires or ambulances has some of these, often one in two
    /// hundred, and the police’s have seven in a thousand. Of any count below 9,600 two in a hundred are less than what chance alone
    /// moves it by (1.96 √n), so that nothing that is said of it turns on them.
    private static let fewShare = 0.02

    /// By period of the set and measure.
    private var numbers: [ID<DataSetPeriod>: [String: Int]] = [:]
    /// The periods in which they are few of what is counted in the stretch around them.
    private var few: Set<ID<DataSetPeriod>> = []
    let counted: Counted
    private let span: Period

    static func areFew(_ unplaced: Int, of all: Int) -> Bool {
        Double(unplaced) <= Double(all) * fewShare
    }

    /// What is judged together: twelve months on end each, and the rest with the last. Of one month of a small service a single row
    /// would be too many, and a good year would hide a bad one.
    static func stretches(of span: Period) -> [Period] {
        let last = max(span.count / 12, 1) - 1
        return (0...last).map { span.part(($0 * 12)...($0 == last ? span.count - 1 : $0 * 12 + 11)) }
    }

    /// How many of what is asked name no place, and take away from a whole; none where they are few.
    func missed(in period: ID<DataSetPeriod>) -> Int { few.contains(period) ? 0 : number(in: period) }

    /// Whether a place without a row may be one that a row does not name.
    func mayHide(_ measure: String, in period: ID<DataSetPeriod>) -> Bool {
        !few.contains(period) && (numbers[period]?[measure] ?? 0) > 0
    }

    private func number(in period: ID<DataSetPeriod>) -> Int { (numbers[period] ?? [:]).values.reduce(0, +) }

    /// What is said beside figures that are told without them.
    ///
    /// - Parameter level: of the place asked of: what is counted at it is told without them in any case.
    func caution(_ periods: [DataSetPeriod], at level: Place.Level?) -> String? {
        let aside = periods.filter { few.contains($0.id) || $0.level == level && level != .district }.reduce(0) {
            $0 + number(in: $1.id)
        }
        guard aside > 0 else { return nil }
        return "\(span): \(counted.words(aside)), and are in no figure."
    }
}

extension UnplacedRows {
    /// What the measures asked of count.
    struct Counted {
        private let unit: String

        init(_ measures: [Measure]) {
            let units = Set(measures.map(\.unit))
            unit = units.count == 1 ? units.first ?? "" : ""
        }

        /// "3 of the fires in its files name no place that can be used"
        func words(_ number: Int) -> String {
            "\(number.grouped) of the \(unit.isEmpty ? "rows" : unit) in its files "
                + "\(number == 1 ? "names" : "name") no place that can be used"
        }
    }
}

extension Reading {
    /// What some periods count of measures that names no place.
    func unplaced(
        _ asked: [String], of measures: [Measure], in periods: [DataSetPeriod], over span: Period
    ) throws -> UnplacedRows {
        try UnplacedRows(asked, called: UnplacedRows.Counted(measures), in: periods, over: span, self)
    }
}

extension UnplacedRows {
    /// - Throws: `DatabaseFault`
    fileprivate init(
        _ measures: [String], called counted: Counted, in periods: [DataSetPeriod], over span: Period, _ db: Reading
    ) throws {
        (self.counted, self.span) = (counted, span)
        var all: [ID<DataSetPeriod>: Double] = [:]
        for row in try db.rows(
            """
            SELECT data_set_period, measure, sum(number) AS number,
                sum(CASE WHEN place = \(Place.unknownKey) THEN number ELSE 0 END) AS unplaced
            FROM observation
            WHERE partnership = \(db.partnership) AND data_set_period IN \(periods.map(\.id)) AND measure IN \(measures)
            GROUP BY data_set_period, measure
            """)
        {
            let (period, number): (ID<DataSetPeriod>, Double) = (try row("data_set_period"), try row("number"))
            let unplaced: Double = try row("unplaced")
            all[period, default: 0] += number
            if unplaced > 0 { numbers[period, default: [:]][try row("measure")] = Int(unplaced.rounded()) }
        }
        for stretch in Self.stretches(of: span) {
            let within = periods.filter { stretch.from <= $0.period.from && $0.period.from <= stretch.to }
            let lost = within.reduce(0) { $0 + number(in: $1.id) }
            guard lost > 0, Self.areFew(lost, of: Int(within.reduce(0) { $0 + (all[$1.id] ?? 0) })) else { continue }
            few.formUnion(within.map(\.id))
        }
    }
}
