import Markdown

/// A piece of a chapter: what is numbered together, or a heading within it, which has no number.
public struct NumberedPiece: Hashable, Sendable {
    /// "4.4", "7.1.2"; nil of a heading.
    public let number: String?
    public let text: Markdown
}

/// Numbers paragraphs. They are counted each time a report is shown and never typed, so none is there twice and none is left out.
struct Numbering: Sendable {
    /// What stands before the counted part: "4", "7.1".
    let above: String
    private(set) var last = 0

    init(_ above: String) {
        self.above = above
    }

    mutating func next() -> String {
        last += 1
        return "\(above).\(last)"
    }

    /// Each paragraph with what belongs to it: a list, a table or a quotation after it has no number of its own.
    mutating func pieces(of text: Markdown) -> [NumberedPiece] {
        var pieces: [NumberedPiece] = []
        var open: (number: String, blocks: [Markdown.Block])?
        func close() {
            if let open { pieces.append(NumberedPiece(number: open.number, text: Markdown(blocks: open.blocks))) }
        }
        for block in text.blocks {
            switch block {
            case .heading:
                close()
                open = nil
                pieces.append(NumberedPiece(number: nil, text: Markdown(blocks: [block])))
            case .paragraph:
                close()
                open = (next(), [block])
            default:
                if open == nil { open = (next(), []) }
                open?.blocks.append(block)
            }
        }
        close()
        return pieces
    }

    /// The numbers that somebody typed where the program counts: “4.4” of “4.4 It is proposed …”. Two of the real pack are the
    /// same.
    static func typed(in text: Markdown) -> [String] {
        text.blocks.compactMap { block in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines):
                inlines.map(\.text).joined().firstMatch(of: /^\s*(\d{1,2}(?:\.\d{1,2})+)[.)]?\s/).map {
                    String($0.output.1)
                }
            default: nil
            }
        }
    }

    /// The number at the head of a heading: “4.0” of “4.0 Delivery”, “4.” of “4. Delivery”; not “2016 in review”.
    static func typed(inHeading heading: String) -> String? {
        heading.firstMatch(of: /^\s*(\d{1,2}(?:\.\d{0,2})+)[)]?\s/).map { String($0.output.1) }
    }
}
