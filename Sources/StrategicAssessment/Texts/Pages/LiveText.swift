import Markdown
import Web
import Wording

/// A text with figures named in it, as it can be read: `{{figure …}}` becomes the figure in words, `{{number …}}` its number
/// alone, and `{{sentence …}}` the whole sentence that was drafted for it.
///
/// Where the writer names the unit themselves it is said once, and of one as one says it (``SpokenUnit``).
///
/// What cannot be told stands in the text as such, with the reason beside it: it never becomes 0 or nothing.
struct LiveText: Sendable {
    /// Where a figure leads.
    enum Lead: Sendable {
        /// To its own page.
        case page
        /// To its place in the list of figures of the same document.
        case list
        /// Nowhere: it is words alone.
        case nowhere
        /// To both: the words to its page, and its number to the list.
        case pageAndList
    }

    let markdown: String

    /// - Parameter figures: every figure that the text names.
    init(_ text: String, _ figures: FigureList, leading lead: Lead) {
        markdown = LivePiece.telling(text) { address in
            guard case .success(let named)? = figures[address] else { return nil }
            return SpokenUnit(words: named.figure.words, number: named.figure.number, unit: named.figure.unit)
        } _: { piece, address in
            Self.told(address, figures) { named in
                let figure = named.figure
                return switch piece {
                case .words(let words): words
                case .figure: Self.leading(Markdown.escaped(figure.words), named, lead)
                case .number: Self.leading(Markdown.escaped(figure.number ?? figure.words), named, lead)
                case .sentence: Self.sentence(named, lead)
                }
            }
        }
    }

    private static func told(
        _ address: String, _ figures: FigureList, _ words: (FigureList.Numbered) -> String
    ) -> String {
        switch figures[address] {
        case .success(let figure)?: words(figure)
        case .failure(let missing)?: "**[no figure: \(Markdown.escaped(missing.reason))]**"
        case nil: "**[no figure: it was not looked for]**"
        }
    }

    /// - Parameter words: of the figure, without markup.
    private static func leading(_ words: String, _ figure: FigureList.Numbered, _ lead: Lead) -> String {
        switch lead {
        case .page: page(words, figure)
        case .list: "\(words) \(number(figure))"
        case .nowhere: words
        case .pageAndList: "\(page(words, figure)) \(number(figure))"
        }
    }

    /// The figure's own words lead on where the sentence has them; its number stands at the end.
    private static func sentence(_ figure: FigureList.Numbered, _ lead: Lead) -> String {
        let sentence = figure.figure.sentence
        let ending = lead == .page || lead == .nowhere ? "" : " \(number(figure))"
        if lead == .page || lead == .pageAndList, let own = sentence.firstRange(of: figure.figure.words) {
            return Markdown.escaped(String(sentence[..<own.lowerBound]))
                + page(Markdown.escaped(figure.figure.words), figure)
                + Markdown.escaped(String(sentence[own.upperBound...])) + ending
        }
        return Markdown.escaped(sentence) + (lead == .page ? " \(page("Open the figure", figure))" : ending)
    }

    private static func page(_ words: String, _ figure: FigureList.Numbered) -> String {
        "[\(words)](\(Address("/figures").asking(["at": figure.address])))"
    }

    private static func number(_ figure: FigureList.Numbered) -> String {
        "[\\[\(figure.number)\\]](#figure-\(figure.number))"
    }
}
