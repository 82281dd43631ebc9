import DataFiles
import Wording

extension DocumentRecord {
    /// What is different from another, a line for each thing: of an earlier version of the same year, and of last year's.
    func changes(since other: DocumentRecord) -> [String] {
        places(since: other) + [beside(since: other)].compactMap(\.self)
            + (year == other.year ? revised(since: other) : numbers(since: other))
    }

    /// That the table beside other districts is told among others; nil where it is not.
    private func beside(since other: DocumentRecord) -> String? {
        guard let now = comparison?.comparedWith, let was = other.comparison else { return nil }
        let change = was.comparedWith.map { now.change(since: $0) } ?? now.change(sinceCitedAs: was.set)
        return change.map { "The table beside other districts: \($0)." }
    }

    private func places(since other: DocumentRecord) -> [String] {
        guard !themes.isEmpty, !other.themes.isEmpty else { return [] }
        let before = Dictionary(other.themes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let moved = themes.compactMap { theme -> String? in
            switch (before[theme.name]?.place, theme.place) {
            case (let was?, let place?) where was != place:
                "\(theme.name) is \(place.asPlace) in the order of themes; it was \(was.asPlace)."
            case (nil, let place?): "\(theme.name) is \(place.asPlace) in the order of themes; it had no place before."
            case (.some, nil): "\(theme.name) has no place in the order of themes any more."
            default: nil
            }
        }
        let names = Set(themes.map(\.name))
        let gone = other.themes.filter { $0.place != nil && !names.contains($0.name) }
        return moved + gone.map { "\($0.name) is not among the themes any more." }
    }

    /// The same figure of the same months that is another number now, because its source was revised, or that is judged otherwise,
    /// and the parts that say something else.
    private func revised(since other: DocumentRecord) -> [String] {
        let before = Dictionary(other.figures.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        let figures = figures.compactMap { figure -> String? in
            guard let was = before[figure.address], was.words != figure.words else { return nil }
            return "\(figure.sentence) It said ‘\(was.words)’ before: \(why(figure, since: was, in: other))"
        }
        let texts = Dictionary(other.parts.map { ($0.title, $0.text) }, uniquingKeysWith: { first, _ in first })
        let parts = parts.compactMap { part -> String? in
            guard let was = texts[part.title] else { return "‘\(part.title)’ is new." }
            return was == part.text ? nil : "‘\(part.title)’ reads otherwise, by its words or its figures."
        }
        let titles = Set(self.parts.map(\.title))
        let gone = other.parts.filter { !titles.contains($0.title) }.map { "‘\($0.title)’ was taken out." }
        return figures + parts + gone + tables(since: other)
    }

    /// Why a figure says something else: never that its source was revised where it was not.
    private func why(_ figure: Figure, since was: Figure, in other: DocumentRecord) -> String {
        // A change of the same counts reads otherwise by what chance is judged by, and no number of its own was revised.
        if let value = figure.measured?.value, value == was.measured?.value, figure.comparedWith == was.comparedWith {
            return "its own numbers are the same, and what it is judged by is not."
        }
        let isOther =
            figure.releases == nil || was.releases == nil || Set(figure.releases ?? []) != Set(was.releases ?? [])
        if let change = was.comparedWith.flatMap({ figure.comparedWith?.change(since: $0) }) {
            let isRevised = !titles(of: figure, without: was).isDisjoint(with: other.titles(of: was, without: figure))
            return isRevised ? "its source was revised, and \(change)." : "\(change)."
        }
        if figure.comparedWith != nil, was.comparedWith == nil {
            return isOther
                ? "the source was revised, or the set of districts was changed."
                : "no source was revised: the set of districts was changed, or how it is worked out."
        }
        return isOther ? "the source was revised." : "its sources are the same, and how it is worked out is not."
    }

    /// What the files are called that a figure rests on and another does not: other districts bring other files, and a file that was
    /// revised goes by the same name.
    private func titles(of figure: Figure, without other: Figure) -> Set<String> {
        let own = Set(figure.releases ?? []).subtracting(other.releases ?? [])
        return Set(sources.filter { own.contains($0.id) }.map(\.title))
    }

    /// What is shown, and shows something else, with each row that is judged otherwise.
    private func tables(since other: DocumentRecord) -> [String] {
        let before = Dictionary((other.exhibits ?? []).map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
        return (exhibits ?? []).compactMap { exhibit in
            guard let was = before[exhibit.title], was.rows != exhibit.rows else { return nil }
            return (["‘\(exhibit.title)’ shows other numbers."] + exhibit.turned(since: was)).joined(separator: " ")
        }
    }

    /// The same figure of other months.
    private func numbers(since other: DocumentRecord) -> [String] {
        let before = Dictionary(other.figures.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        return figures.compactMap { figure in
            guard let was = before[figure.subject], was.address != figure.address else { return nil }
            return "\(figure.sentence) Last year’s assessment said: \(was.sentence)"
        }
    }
}

extension DocumentRecord.Exhibit {
    /// The rows of which it is told otherwise than before whether they changed: "Shoplifting: not clear before, a fall now."
    fileprivate func turned(since was: Self) -> [String] {
        let before = Dictionary(was.verdicts, uniquingKeysWith: { first, _ in first })
        return verdicts.compactMap { row, now in
            guard let then = before[row], then != now else { return nil }
            return "\(row): \(then) before, \(now) now."
        }
    }

    /// By what stands at the head of each row; none where the table tells no verdicts.
    private var verdicts: [(String, String)] {
        guard let column = columns.firstIndex(of: Self.judging) else { return [] }
        return rows.compactMap { row -> (String, String)? in
            guard row.indices.contains(column), let name = row.first else { return nil }
            let told = row[column]
            let verdict = (told.hasPrefix(Self.yes) ? String(told.dropFirst(Self.yes.count)) : told).begunSmall
            return (name, verdict == "–" ? "not told" : verdict)
        }
    }

    /// As the tables of the assessment head that column.
    private static let judging = "More than chance?"
    private static let yes = "Yes, "
}
