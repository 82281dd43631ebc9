import DataFiles
import DataRegister
import Storage
import Wording

/// What is here of a place that cannot be told as a district is, because the police’s months of it are not all here: each number with
/// the months that it is of.
struct KnownOfPlace: Sendable {
    /// A number of one span, or nothing.
    struct Number: Sendable {
        /// "261 arrivals", "1,640 crimes in January to November 2014", "not here"
        let words: String
        /// Nil where it may not be told, or is not the whole.
        let count: Int?
        /// The months that it is of; nil where none is here.
        let period: Period?
        /// As figures name it; nil where its months are not on end.
        let address: FigureAddress?
        let unit: String

        static let missing = Number(words: "not here", count: nil, period: nil, address: nil, unit: "")
    }

    struct Line: Sendable {
        /// "Assault, Hospital arrivals"
        let what: String
        let now: Number
        let before: Number
    }

    let place: Place
    let period: Period
    let comparison: Period
    /// Those of which anything is here; never empty.
    let lines: [Line]
    /// Why there is no more, where something is left out.
    let reasons: [String]
    let citation: Citation

    var table: TextTable {
        TextTable(
            "What is here of \(place.name), \(["\(comparison)", "\(period)"].inWords)",
            columns: [.text("What"), .number("\(comparison)"), .number("\(period)")],
            rows: lines.map { [$0.what, $0.before.words, $0.now.words] })
    }

    var facts: FactTable {
        FactTable(
            ["place", "counted", "from", "to", "count", "unit", "reason"],
            rows: lines.flatMap { line in
                [(comparison, line.before), (period, line.now)].map { span, number in
                    let told = number.period ?? span
                    return [
                        .text(place.name), .text(line.what), .text("\(told.from)"), .text("\(told.to)"),
                        .count(number.count), .said(number.unit), .said(number.count == nil ? number.words : nil),
                    ]
                }
            })
    }

    var sentence: String {
        ([
            "The months of recorded crime in \(place.name) are not all here, so it is not set beside the district: this is what is here."
        ] + reasons).joined(separator: " ")
    }

    var exhibit: DistrictExhibit {
        DistrictExhibit(
            "known", table, sentence: sentence, facts: facts, citation: citation,
            told: lines.flatMap { [$0.now.address, $0.before.address].compactMap(\.self) })
    }
}

/// Where it is asked what is here of a place.
struct KnownOfPlaceDesk: Sendable {
    let sets: DataSetStore
    let series: SeriesStore

    /// - Returns: nil where nothing is here of either period.
    /// - Throws: `DatabaseFault`
    func known(of place: Place, over period: Period, against comparison: Period) async throws -> KnownOfPlace? {
        var (lines, reasons): ([KnownOfPlace.Line], [String]) = ([], [])
        var citation: Citation?
        for (measures, what) in try await asked() {
            let now = try await counted(measures, in: place, over: period)
            let before = try await counted(measures, in: place, over: comparison)
            let numbers = [now, before].map { $0.map(Self.number) ?? .missing }
            guard numbers.contains(where: { $0.period != nil }) else { continue }
            lines.append(KnownOfPlace.Line(what: what, now: numbers[0], before: numbers[1]))
            for told in [now, before].compactMap(\.self) {
                citation = citation?.joined(with: told.citation) ?? told.citation
                if let least = told.least, let span = told.span {
                    reasons.append("\(what), \(span): how many is not known, \(least.part.reason).")
                }
                if told.counts.contains(where: { told.smallCounts.hides($0 ?? 0) })
                    || told.smallCounts.hides(told.total)
                {
                    reasons.append(told.smallCounts.note)
                }
            }
        }
        return citation.map {
            KnownOfPlace(
                place: place, period: period, comparison: comparison, lines: lines, reasons: reasons.unique,
                citation: $0)
        }
    }

    /// Recorded crime, and whatever partners count.
    private func asked() async throws -> [(measures: [MeasureAddress], what: String)] {
        var asked: [(measures: [MeasureAddress], what: String)] = []
        if let all = MeasureAddress(in: .streetCrime, called: CrimeMeasures.allCrime) {
            asked.append(([all], "Recorded crime, street-level crime"))
        }
        for set in try await sets.dataSets() where set.kind == .mapped {
            for measure in try await sets.measures(of: set.address) where measure.isCount {
                asked.append(([measure.address], "\(measure.name), \(set.name)"))
            }
        }
        return asked
    }

    /// - Returns: nil where it is not told of such a place or by such stretches.
    private func counted(
        _ measures: [MeasureAddress], in place: Place, over period: Period
    ) async throws -> CountSeries? {
        for grain in SeriesQuestion.Grain.allCases {
            do {
                return try await series.series(SeriesQuestion(measures, in: [place], by: grain, over: period))
            } catch is SeriesRefusal {
                continue
            }
        }
        return nil
    }

    private static func number(_ series: CountSeries) -> KnownOfPlace.Number {
        let known = series.points.filter { $0.count != nil || $0.part?.isAtLeast == true }
        guard let first = known.first?.period.from, let last = known.last?.period.to,
            let period = try? Period(from: first, to: last), let span = series.span
        else { return .missing }
        let least = series.least
        let total = least?.count ?? series.total
        let hidden = series.smallCounts.hides(total)
        let amount =
            hidden
            ? "\(series.smallCounts.words) \(series.unit)"
            : "\(least == nil ? "" : "at least ")\(total.counted(series.unit))"
        let isOnEnd = known.reduce(0) { $0 + $1.period.count } == period.count
        let when = period == span && isOnEnd ? "" : " in \(known.flatMap(\.period.months).inWords)"
        let address =
            isOnEnd && least == nil
            ? series.places.first.map {
                FigureAddress(.count, of: series.measures.map(\.address), in: PlaceAddress($0), over: period)
            } : nil
        return KnownOfPlace.Number(
            words: amount + when, count: hidden || least != nil || !isOnEnd ? nil : total, period: period,
            address: address, unit: series.unit)
    }
}
