import Statistics
import Wording

/// The harm of what a theme counts: of each offence how often it was recorded times the weight that a publisher gives it.
///
/// *Source*: Σ count × weight, as the ONS Crime Severity Score and the Cambridge Crime Harm Index are made (Sherman, Neyroud
/// & Neyroud 2016). It needs offences: a broad category has no weight, whoever invents one.
public struct HarmOfTheme: Sendable {
    /// One offence.
    struct Part: Sendable {
        let category: CountedCategory
        let count: Int
        let weight: Double
        let figure: Evidence.Figure

        var harm: Double { Double(count) * weight }
    }

    /// What a theme counts, with what the records say of it.
    struct Counted: Sendable {
        let category: CountedCategory
        let count: Result<(Int, Evidence.Figure), Evidence.Missing>
    }

    let list: SeverityList
    let parts: [Part]

    var total: Double { parts.reduce(0) { $0 + $1.harm } }

    /// - Parameter list: the one that the rules choose; nil where they choose none.
    static func worked(
        out counted: [Counted], by list: SeverityList?
    ) -> Result<HarmOfTheme, Evidence.Missing> {
        guard !counted.isEmpty else { return .failure(.init("no data tell of it yet")) }
        if let broad = counted.map(\.category).first(where: { $0.breadth != nil }) {
            return .failure(
                .init(
                    "harm is not worked out from ‘\(broad.name)’, which is \(broad.breadth ?? ""): no one weight can stand for it. "
                        + "Count the theme from a data set whose categories are offences"))
        }
        guard let list else {
            return .failure(.init("the rules choose no published list of severity to work it out by"))
        }
        let lacking = counted.filter { list.row(for: $0.category.name) == nil }.map { "‘\($0.category.name)’" }
        guard lacking.isEmpty else {
            return .failure(.init("\(list.details.title) states no weight for \(lacking.inWords)"))
        }
        var parts: [Part] = []
        for one in counted {
            switch one.count {
            case .failure(let missing): return .failure(missing.of(one.category.name))
            case .success(let (count, figure)):
                guard let row = list.row(for: one.category.name) else { continue }
                parts.append(Part(category: one.category, count: count, weight: row.weight, figure: figure))
            }
        }
        return .success(HarmOfTheme(list: list, parts: parts))
    }

    /// The score by the least harms a year that earn a 2, a 3, a 4 and a 5.
    func score(_ points: [Double], months: Int) throws(StatisticsRefusal) -> Score? {
        try CutPoints(points).score(total * 12 / Double(months))
    }

    /// "harm of 12,345, by Crime Severity Score"
    func words(months: Int) -> String {
        let yearly = months == 12 ? "" : ", \((total * 12 / Double(months)).asWeight) a year"
        return "harm of \(total.asWeight)\(yearly), by \(list.details.title)"
    }

    /// As the order that was agreed keeps it.
    func figure(of theme: String, months: Int) -> Evidence.Figure {
        let sources = Set(parts.map(\.figure.source)).sorted()
        return Evidence.Figure(
            words: words(months: months),
            sentence:
                "The harm of \(theme) is \(total.asWeight): of each offence how often it was recorded, times its weight, added up.",
            notes: Set(parts.flatMap(\.figure.notes)).sorted(),
            source: "weights: \(list.citation); counts: \(sources.joined(separator: "; "))", address: nil,
            releases: parts.flatMap(\.figure.releases))
    }
}

extension Evidence.Missing {
    /// The same, with what it is of: a theme counts several things.
    fileprivate func of(_ category: String) -> Self {
        Self(
            "Of ‘\(category)’: \(reason)", fact: "Of ‘\(category)’: \(fact)", isOfPrinciple: isOfPrinciple,
            figure: figure)
    }
}
