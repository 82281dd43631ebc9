import DataRegister
import Membership
import Storage

/// A year's assessment that was written elsewhere, to be entered whole: as an example carries one.
public struct PreparedAssessment: Sendable {
    /// Somebody's score of a theme, which goes by its name.
    public struct Scored: Sendable {
        let theme: String
        let criterion: Criterion
        let scorer: ID<Person>
        let name: String
        let score: Int
        let reason: String

        public init(
            theme: String, criterion: Criterion, scorer: ID<Person>, name: String, score: Int, reason: String
        ) {
            (self.theme, self.criterion, self.scorer) = (theme, criterion, scorer)
            (self.name, self.score, self.reason) = (name, score, reason)
        }
    }

    public let year: PlanYear
    public let period: Period
    public let comparison: Period
    /// Of each criterion, and why they are so.
    public let weights: (of: [String: Int], why: String)
    public let agreed: (by: String, on: Day, note: String)
    /// In Markdown: under `# Summary` and so on the parts, and under `# Theme: Violence` with `## Why` and so on the themes.
    public let text: String
    public let scores: [Scored]
    /// The wards that are followed through the year.
    public let focus: [Focus]

    /// A ward by its name, and why it is followed.
    public struct Focus: Sendable {
        let name: String
        let reason: String

        public init(_ name: String, because reason: String) {
            (self.name, self.reason) = (name, reason)
        }
    }

    public init(
        year: PlanYear, period: Period, comparison: Period, weights: (of: [String: Int], why: String),
        agreed: (by: String, on: Day, note: String), text: String, scores: [Scored], focus: [Focus] = []
    ) {
        (self.year, self.period, self.comparison, self.weights) = (year, period, comparison, weights)
        (self.agreed, self.text, self.scores, self.focus) = (agreed, text, scores, focus)
    }

    /// The text cut into its parts.
    ///
    /// - Returns: of each where it stands among these themes, and its words.
    func parts(among themes: [Theme]) -> [(place: TextPlace, text: String)] {
        Self.cut(text, at: "# ").flatMap { part -> [(place: TextPlace, text: String)] in
            if let section = DocumentSection.allCases.first(where: { $0.title == part.title }) {
                return [(.section(section), part.text)]
            }
            guard let theme = themes.first(where: { "Theme: \($0.name)" == part.title }) else { return [] }
            return Self.cut(part.text, at: "## ").compactMap { aspect in
                ThemeAspect.allCases.first { $0.title == aspect.title }.map { (.theme(theme.id, $0), aspect.text) }
            }
        }
    }

    private static func cut(_ text: String, at mark: String) -> [(title: String, text: String)] {
        var parts: [(title: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark) {
                parts.append((String(line.dropFirst(mark.count)), ""))
            } else if !parts.isEmpty {
                parts[parts.count - 1].text += line + "\n"
            }
        }
        return parts.map {
            (
                $0.title,
                String($0.text.trimmingPrefix(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
            )
        }
    }
}
