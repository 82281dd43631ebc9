import Charts
import DataRegister
import Foundation
import Press
import Storage
import Wording

/// The months out of the ordinary on paper: the same words and figures as the page, set by `Papers/signals.typ`.
struct SignalsPaper: Sendable {
    let overview: SignalsOverview
    let partnership: String
    let notice: String?
    let accent: Colour
    let madeAt: Date

    /// What the template reads: text only, already written as people read it.
    private struct Words: Encodable {
        struct Note: Encodable {
            let title: String
            let words: String
        }

        let title: String
        let partnership: String
        let accent: String
        let date: String
        let source: String
        let notice: String?
        let lead: String
        let clear: String?
        let signals: [String]
        let matrix: PaperTable?
        let charts: [PaperWords.Figure]
        let quiet: [PaperWords.Figure]
        let untold: [Note]
        let notes: [Note]
    }

    var key: String {
        get throws { try PaperDesk.name(of: words) }
    }

    /// - Returns: a tagged PDF/UA-1.
    /// - Throws: `PressError`
    func pdf(by press: Press) async throws -> [UInt8] {
        var files: [String: [UInt8]] = [:]
        for one in overview.told {
            let chart = one.chart(isSmall: one.signals.isEmpty)
            let svg = try await press.svg(chart.spec(width: .narrow, accent: accent))
            files["charts/\(one.slug).svg"] = Array(svg.utf8)
        }
        return try await press.pdf(
            TypstDocument("signals", of: .module, saying: words, files: files, created: madeAt))
    }

    private var words: Words {
        let tables = SignalTables(overview: overview)
        let (marked, quiet) = (overview.told.filter { !$0.signals.isEmpty }, overview.told.filter(\.signals.isEmpty))
        return Words(
            title: "Unusual months in \(overview.place.name), \(overview.period)", partnership: partnership,
            accent: accent.hex, date: "Made on \(madeAt.day)",
            source: "Source: \(overview.citation?.words ?? "")", notice: notice,
            lead: overview.sentence, clear: overview.clearSentence,
            signals: overview.told.flatMap { one in
                one.signals.map { $0.sentence(one.subject, unit: one.series.unit) }
            },
            matrix: overview.told.isEmpty ? nil : matrix(tables),
            charts: marked.map { figure($0, named: $0.subject) },
            quiet: quiet.map { figure($0, named: $0.subject) },
            untold: tables.untoldTogether.map {
                .init(title: "\($0.series.inWords), \($0.months).", words: $0.why)
            },
            notes: SignalsMethod.parts.map { .init(title: $0.title, words: $0.words) })
    }

    private func matrix(_ tables: SignalTables) -> PaperTable {
        PaperTable(
            "\(tables.matrixCaption). H is unusually high, L unusually low; a star stands out even with all of them allowed for.",
            columns: [("Series", .name)] + tables.matrixMonths.map { ($0, .number) },
            rows: tables.matrix(Self.cell, name: \.subject))
    }

    private static func cell(_ month: JudgedMonth) -> String {
        guard month.isJudged, let count = month.count?.grouped else { return "–" }
        guard month.isSignal else { return count }
        return "\(count) \(month.finding == .high ? "H" : "L")\(month.isClear ? "*" : "")"
    }

    private func figure(_ one: SeriesSignals, named title: String) -> PaperWords.Figure {
        let chart = one.chart()
        return PaperWords.Figure(
            file: "charts/\(one.slug).svg", title: title, alt: chart.sentence,
            sentence: [chart.sentence, one.methodText.map { "Judged by the \($0)." }].compactMap(\.self)
                .joined(separator: " "))
    }
}
