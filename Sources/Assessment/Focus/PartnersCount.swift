import DataFiles
import DataRegister
import Storage
import Wording

/// What partners count in a place, each number by its own figure: small ones are hidden, and what is not here says so.
struct PartnersCount: Sendable {
    struct Line: Sendable {
        /// "Noise, of Housing complaints"
        let what: String
        /// As figures name it.
        let now: FigureAddress
        /// The same of the earlier period.
        let earlier: FigureAddress
        /// "318 complaints", or why it cannot be told.
        let count: String
        let before: String
        /// The numbers alone, where they may be told.
        let told: (now: Int?, before: Int?)
        /// What is counted, in the plural.
        let unit: String
    }

    let place: Place
    let period: Period
    let comparison: Period
    let lines: [Line]
    /// The data sets that tell nothing of the place and the period.
    let silent: [String]
    /// What they rest on; nil of none.
    let citation: Citation?

    /// - Returns: nil where partners gave nothing at all.
    var table: TextTable? {
        guard !lines.isEmpty else { return nil }
        return TextTable(
            "What partners count in \(place.name)",
            columns: [.text("What"), .number("\(comparison)"), .number("\(period)")],
            rows: lines.map { [$0.what, $0.before, $0.count] })
    }

    /// The same for programs, a row for each number.
    var facts: FactTable {
        FactTable(
            ["place", "counted", "from", "to", "count", "unit", "reason"],
            rows: lines.flatMap { line in
                [(comparison, line.told.before, line.before), (period, line.told.now, line.count)].map {
                    span, count, words in
                    [
                        .text(place.name), .text(line.what), .text("\(span.from)"), .text("\(span.to)"),
                        .count(count), .said(line.unit), .said(count == nil ? words : nil),
                    ]
                }
            })
    }

    /// What is said under it.
    var sentence: String {
        [
            "Numbers too small to be told are hidden, so that nobody is recognised by them.",
            silent.isEmpty ? nil : "Nothing of \(place.name) in \(period) is here from \(silent.inWords).",
        ].compactMap(\.self).joined(separator: " ")
    }
}

/// Where it is asked what partners count in a place.
struct PartnersCountDesk: Sendable {
    let sets: DataSetStore
    let figures: FigureDesk

    /// - Throws: `DatabaseFault`
    func counts(in place: Place, over period: Period, against comparison: Period) async throws -> PartnersCount {
        var lines: [PartnersCount.Line] = []
        var silent: [String] = []
        var citation: Citation?
        for set in try await sets.dataSets() where set.kind == .mapped {
            var found: [PartnersCount.Line] = []
            for measure in try await sets.measures(of: set.address) where measure.isCount {
                let now = FigureAddress(.count, of: [measure.address], in: PlaceAddress(place), over: period)
                let before = FigureAddress(.count, of: [measure.address], in: PlaceAddress(place), over: comparison)
                let (count, earlier) = (try await figure(now), try await figure(before))
                guard count != nil || earlier != nil else { continue }
                found.append(
                    PartnersCount.Line(
                        what: "\(measure.name), \(set.name)", now: now, earlier: before,
                        count: count?.words ?? "not here",
                        before: earlier?.words ?? "not here", told: (count?.count, earlier?.count),
                        unit: count?.unit ?? earlier?.unit ?? ""))
                for figure in [count, earlier].compactMap(\.self) {
                    citation = citation?.joined(with: figure.citation) ?? figure.citation
                }
            }
            lines += found
            if found.isEmpty { silent.append("‘\(set.name)’") }
        }
        return PartnersCount(
            place: place, period: period, comparison: comparison, lines: lines, silent: silent,
            citation: citation)
    }

    /// - Returns: nil where it cannot be told.
    private func figure(_ address: FigureAddress) async throws -> Figure? {
        do {
            return try await figures.figure(address)
        } catch is FigureRefusal {
            return nil
        }
    }
}
