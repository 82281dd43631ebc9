import DataFiles
import Wording

/// A picture or a table of a published document that would show other numbers now: each of them as it was published and as it would be.
struct RevisedExhibit: Hashable, Sendable {
    struct Line: Hashable, Sendable {
        /// "Burglary, 2014"
        let what: String
        let published: String
        let now: String
    }

    /// As it was published: what is found there, or what is shown.
    let title: String
    /// What is shown, where, and over which months: no two of a document say the same.
    let shown: String
    /// Whether it is in the section of a theme.
    let isOfTheme: Bool
    /// Its heading where that says something else, then number by number; never empty.
    let lines: [Line]

    /// The first of them, and how many more there are.
    var inBrief: Line {
        guard let first = lines.first else { return Line(what: title, published: "", now: "") }
        let more = lines.count > 1 ? " (and \((lines.count - 1).grouped) more)" : ""
        let what = first.what == title ? title : "\(title): \(first.what)"
        return Line(what: what + more, published: first.published, now: first.now)
    }
}

extension RevisedExhibit {
    /// - Returns: nil where it shows the same numbers.
    init?(_ published: DocumentRecord.Exhibit, now: DocumentRecord.Exhibit?) {
        (title, shown) = (published.finding ?? published.title, published.title)
        isOfTheme = published.name.hasPrefix("theme-")
        guard let now else {
            lines = [Line(what: title, published: "shown", now: "cannot be shown any more")]
            return
        }
        guard published.rows != now.rows else { return nil }
        var lines = Self.cells(published, now)
        let (was, says) = (published.finding, now.finding)
        if let was, let says, was != says {
            lines.insert(Line(what: title, published: was, now: says), at: 0)
        } else if lines.isEmpty {
            lines = [Line(what: title, published: published.sentence, now: now.sentence)]
        }
        self.lines = lines
    }

    /// The table beside other districts.
    ///
    /// - Returns: nil where the same is told of the same set, or another set is used.
    init?(_ published: DocumentRecord.Comparison?, now: DocumentRecord.Comparison?) {
        guard let published, let now, published.set == now.set else { return nil }
        (title, shown, isOfTheme) = ("Beside other districts", "Rates beside other districts", false)
        let rows = Dictionary(now.rows.map { ($0.theme, $0) }, uniquingKeysWith: { first, _ in first })
        lines = published.rows.flatMap { was -> [Line] in
            guard let row = rows[was.theme] else {
                return [Line(what: was.theme, published: was.said, now: "cannot be told any more")]
            }
            return [
                Line(what: "\(was.theme), for each 1,000 people", published: was.said, now: row.said),
                Line(what: "\(was.theme), the group’s mean", published: was.saidOfMean, now: row.saidOfMean),
                Line(what: "\(was.theme), its place", published: was.place, now: row.place),
            ].filter { $0.published != $0.now }
        }
        if lines.isEmpty { return nil }
    }

    /// Number by number, by what stands at the head of its row and of its column.
    private static func cells(_ published: DocumentRecord.Exhibit, _ now: DocumentRecord.Exhibit) -> [Line] {
        guard published.columns.count == now.columns.count else { return [] }
        let rows = Dictionary(now.rows.map { ($0.first ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        let isUnique = Set(published.rows.map(\.first)).count == published.rows.count && rows.count == now.rows.count
        guard isUnique else { return [] }
        let lines = published.rows.flatMap { row -> [Line] in
            let name = row.first ?? ""
            guard let other = rows[name] else {
                return [Line(what: name, published: row.dropFirst().joined(separator: ", "), now: "not among them")]
            }
            return zip(published.columns, zip(row, other)).filter { $1.0 != $1.1 }.map { column, cells in
                Line(what: "\(name), \(column)", published: cells.0, now: cells.1)
            }
        }
        let names = Set(published.rows.map(\.first))
        return lines
            + now.rows.filter { !names.contains($0.first) }.map { row in
                Line(
                    what: row.first ?? "", published: "not among them",
                    now: row.dropFirst().joined(separator: ", "))
            }
    }
}

extension DocumentRecord.Comparison.Row {
    /// Its rate in words, of a record of whenever.
    fileprivate var said: String { Self.words(rateInWords, rate) }
    fileprivate var saidOfMean: String { Self.words(meanInWords, mean) }

    private static func words(_ words: String?, _ fact: Fact) -> String {
        if let words { return words }
        if case .text(let text) = fact { return text }
        return "–"
    }
}

extension DocumentRecord {
    /// The pictures and tables that would show other numbers by what is told now.
    func exhibits(otherwiseIn now: DocumentRecord) -> [RevisedExhibit] {
        let shown = Dictionary((now.exhibits ?? []).map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
        return (exhibits ?? []).compactMap { RevisedExhibit($0, now: shown[$0.title]) }
            + [RevisedExhibit(comparison, now: now.comparison)].compactMap(\.self)
    }
}

extension [RevisedExhibit] {
    /// "Newer data would show other numbers in 3 of its pictures and tables, one of them in the section of a theme."; nil of none.
    var sentence: String? {
        guard !isEmpty else { return nil }
        let themes = self.count(where: \.isOfTheme)
        let of =
            switch (themes, count) {
            case (0, _): ""
            case (1, 1): ", in the section of a theme"
            case (count, _): ", each in the section of a theme"
            default: ", \(themes == 1 ? "one" : themes.grouped) of them in the sections of themes"
            }
        let all = count == 1 ? "one" : count.grouped
        return "Newer data would show other numbers in \(all) of its pictures and tables\(of)."
    }
}
