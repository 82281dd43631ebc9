import Markdown
import Wording

/// A text of a report as it reads: each figure that it names stands there in words.
struct ToldText {
    let figures: FiguresOfReport
    /// Whether each says its number in the list of figures after it. What leaves the report, as recommendations do, says none.
    var isNumbered = true

    /// - Parameter text: in Markdown.
    func text(_ text: String) -> String {
        LivePiece.telling(text) { address in
            figures[address].map { SpokenUnit(words: $0.figure.words, number: $0.figure.number, unit: $0.figure.unit) }
        } _: { piece, address in
            told(address) { figure in
                switch piece {
                case .words(let words): words
                case .figure: figure.words
                case .number: figure.number ?? figure.words
                case .sentence: figure.sentence
                }
            }
        }
    }

    private func told(_ address: String, _ words: (ReportFigure) -> String) -> String {
        guard let (number, figure) = figures[address] else {
            return "**[no figure: \(Markdown.escaped(figures.reason(at: address) ?? ""))]**"
        }
        return Markdown.escaped(words(figure)) + (isNumbered ? " \\[\(number)\\]" : "")
    }
}

extension ReportContent {
    /// The addresses of the figures that it names, each as often as it does, in the order of the paper.
    var namedFigures: [String] {
        textsInOrder.flatMap { place in
            texts(at: place).flatMap { LivePiece.all(in: $0.text).compactMap(\.address) }
        }
    }

    /// The texts that stand at a place, by their questions.
    func texts(at place: ReportPlace) -> [(name: String, text: String)] {
        let answers = self[place] ?? PartAnswers()
        return place.questions.filter { $0.kind == .markdown }.map { ($0.name, answers[$0.name]) }
    }

    /// With the figures that it names in words.
    func telling(_ figures: FiguresOfReport) -> ReportContent {
        rewriting { place, text in
            ToldText(figures: figures, isNumbered: place.list != .recommendations).text(text)
        }
    }

    /// Without the figures that it names: its own words alone.
    var withoutFigures: ReportContent {
        rewriting { _, text in
            LivePiece.all(in: text).map { if case .words(let words) = $0 { words } else { "" } }.joined()
        }
    }

    private func rewriting(_ rewritten: (ReportPlace, String) -> String) -> ReportContent {
        var content = self
        for place in textsInOrder {
            var answers = content[place] ?? PartAnswers()
            for (name, text) in texts(at: place) { answers[name] = rewritten(place, text) }
            content.set(answers, at: place)
        }
        return content
    }

    /// Where texts stand, in the order in which the paper has them.
    private var textsInOrder: [ReportPlace] {
        func items(_ lists: ReportList...) -> [ReportPlace] {
            lists.flatMap { list in self[list].map { .item(list, $0.id) } }
        }
        return [.part(.summary)] + items(.sections, .options) + Implication.allCases.map(\.place)
            + items(.recommendations) + [.part(.process)] + items(.annexes)
    }
}
