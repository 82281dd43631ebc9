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
                let (told, toldBefore) = (try await figure(now), try await figure(before))
                let (count, earlier) = (try? told.get(), try? toldBefore.get())
                let (words, wordsBefore) = (Self.words(told), Self.words(toldBefore))
                guard words != nil || wordsBefore != nil else { continue }
                found.append(
                    PartnersCount.Line(
                        what: "\(measure.name), \(set.name)", now: now, earlier: before,
                        count: words ?? "not here", before: wordsBefore ?? "not here",
                        told: (count?.count, earlier?.count),
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

    /// What it says, or that there were at least so many; nil where nothing is here.
    private static func words(_ told: Result<Figure, FigureRefusal>) -> String? {
        switch told {
        case .success(let figure): figure.words
        case .failure(let refusal): refusal.least
        }
    }

    private func figure(_ address: FigureAddress) async throws -> Result<Figure, FigureRefusal> {
        do {
            return .success(try await figures.figure(address))
        } catch let refusal as FigureRefusal {
            return .failure(refusal)
        }
    }
}
