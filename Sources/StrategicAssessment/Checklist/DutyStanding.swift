import Wording

/// How a duty of the law stands in an assessment: where it is met, and what is missing. It warns and never stops: whether
/// a text does what the law asks is for people to say.
struct DutyStanding: Sendable {
    let duty: Duty
    /// The texts that meet it, each with whether there is anything in it.
    let places: [(place: TextPlace, isWritten: Bool)]
    /// What to do; nil where nothing is missing.
    let missing: String?

    var isMet: Bool { missing == nil }

    /// Every duty, as far as the texts tell.
    static func all(_ texts: [TextPlace: SavedText], themes: [Theme]) -> [DutyStanding] {
        Duty.allCases.map { duty in
            let places = duty.places(among: themes).map { place in
                (place: place, isWritten: texts[place].map { !$0.isBlank } ?? false)
            }
            let written = places.filter(\.isWritten).map { texts[$0.place]?.markdown ?? "" }
            return DutyStanding(
                duty: duty, places: places,
                missing: written.isEmpty ? duty.toWrite(among: themes) : duty.lacking(in: written))
        }
    }
}

extension SavedText {
    var isBlank: Bool { markdown.allSatisfy(\.isWhitespace) }
}

extension Duty {
    /// Words by which a theme that is about it goes; nothing of a duty that a part of its own meets.
    private var themeWords: String? {
        switch self {
        case .reoffending: "reoffending"
        case .seriousViolence: "serious violence"
        default: nil
        }
    }

    /// The theme that is about it, where it is one that a theme meets.
    private func theme(among themes: [Theme]) -> Theme? {
        themeWords.flatMap { words in themes.first { $0.name.lowercased().contains(words) } }
    }

    /// Where it can be met. A duty of its own theme is met in what is written of that.
    fileprivate func places(among themes: [Theme]) -> [TextPlace] {
        guard let theme = theme(among: themes) else { return [.section(section)] }
        return ThemeAspect.allCases.map { .theme(theme.id, $0) }
    }

    fileprivate func toWrite(among themes: [Theme]) -> String {
        guard let words = themeWords else { return "Write ‘\(section.title)’." }
        return theme(among: themes).map { "Write something of the theme ‘\($0.name)’." }
            ?? "No theme is called ‘\(words)’. Add one, or say in ‘\(section.title)’ where it is dealt with."
    }

    /// What a text lacks that has words.
    fileprivate func lacking(in written: [String]) -> String? {
        switch self {
        case .levels, .changes:
            let hasFigure = written.contains { text in LivePiece.all(in: text).contains { $0.address != nil } }
            return hasFigure ? nil : "There is no figure in ‘\(section.title)’. Put one in, so that it can be checked."
        case .reasons:
            // That a number went up is no reason for it.
            return written.contains { LivePiece.hasWordsOfItsOwn($0) }
                ? nil : "‘\(section.title)’ holds figures alone. Say in your own words why they changed."
        default: return nil
        }
    }
}

extension LivePiece {
    /// Whether a text says more than the figures that it names: a few words between them are no sentence of anybody.
    fileprivate static func hasWordsOfItsOwn(_ text: String) -> Bool {
        all(in: text).contains { piece in
            guard case .words(let words) = piece else { return false }
            return words.split { !$0.isLetter }.count >= fewestOfASentence
        }
    }

    private static let fewestOfASentence = 4
}
