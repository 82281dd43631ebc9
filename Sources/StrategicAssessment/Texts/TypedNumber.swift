/// A number in a text that looks like a figure, was typed by hand, and names no source: nobody can check it, and it stays as it is
/// when the data are revised. It is pointed out, and stops nothing.
struct TypedNumber: Hashable, Sendable {
    /// "47%", "9,999".
    let number: String
    /// The words around it.
    let excerpt: String

    /// Those of a text in Markdown, in their order. Figures that were chosen are none.
    static func all(in text: String) -> [TypedNumber] {
        // What was chosen keeps its place, so that words before and after stay apart.
        let written = text.replacing("\r\n", with: "\n").replacing(#/\{\{[^}]*\}\}/#, with: "\u{FFFC}").replacing(
            #/`[^`\n]*`/#, with: "\u{FFFC}")
        return sentences(of: written).flatMap { sentence -> [TypedNumber] in
            let bare = bare(sentence)
            return numbers(in: bare).compactMap { range in
                guard !namesSource(sentence: bare[range.upperBound...]) else { return nil }
                return TypedNumber(number: String(bare[range]), excerpt: excerpt(of: bare, around: range))
            }
        }
    }

    /// Cut where a sentence ends, and at every paragraph, heading, cell and item of a list.
    private static func sentences(of text: String) -> [Substring] {
        var found: [Substring] = []
        for paragraph in text.split(separator: #/\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#>|]|\d+[.)] ))/#) {
            var rest = paragraph
            while let end = rest.firstMatch(of: #/[.!?][)\]’”"]*\s+(?=[A-Z\u{FFFC}‘“(])/#) {
                found.append(rest[..<end.range.upperBound])
                rest = rest[end.range.upperBound...]
            }
            found.append(rest)
        }
        return found
    }

    /// Where a link leads is no part of the words; that there is one is kept.
    private static func bare(_ sentence: Substring) -> String {
        String(sentence).replacing(#/\]\((?:https?:\/\/|\/|#)[^)\s]*(?: "[^"]*")?\)/#, with: "]\u{2197}")
            .replacing(#/<?https?:\/\/[^\s>]+>?/#, with: "\u{2197}")
            .replacing(#/^[ \t]*(?:[-*+>#]+|\d+[.)])[ \t]+/#, with: "")
    }

    private static func numbers(in text: String) -> [Range<String.Index>] {
        text.matches(of: #/−?\d+(?:,\d{3})*(?:\.\d+)?/#).compactMap { match in
            let before = text[..<match.range.lowerBound]
            let after = text[match.range.upperBound...]
            guard isApart(before.last, after) else { return nil }
            // How sure an interval is, and a number of a telephone or of a page, are no figures.
            guard after.prefixMatch(of: #/ ?(?:%|per ?cent) (?:confidence|interval|certain)/#) == nil,
                before.firstMatch(
                    of:
                        #/(?:[Pp]aragraphs?|[Ss]ections?|[Pp]ages?|pp?\.|[Aa]ppendix|[Tt]able|[Ff]igure|[Nn]o\.|0\d+) ?$/#
                ) == nil
            else { return nil }
            if let sign = after.prefixMatch(of: #/ ?(?:%|per ?cent\b|percentage points?\b)/#) {
                return match.range.lowerBound..<sign.range.upperBound
            }
            if let rate = after.prefixMatch(
                of: #/ (?:per|for each|for every|in every) (?:1,000|10,000|100,000|thousand)\b/#)
            {
                return match.range.lowerBound..<rate.range.upperBound
            }
            // What a rate is for each of was told with it.
            guard before.firstMatch(of: #/(?:per|for each|for every|in every) $/#) == nil else { return nil }
            return isCount(match.output) ? match.range : nil
        }
    }

    /// Whether it is a number by itself: no sum of money, no part of a date, a year or a word.
    private static func isApart(_ before: Character?, _ after: Substring) -> Bool {
        if let before, before.isLetter || before.isNumber || ".,/£€$".contains(before) { return false }
        return after.prefixMatch(of: #/\/?\d/#) == nil
    }

    /// "9,999" and "12345"; a year is none.
    private static func isCount(_ text: Substring) -> Bool {
        if text.contains(",") { return true }
        guard !text.hasPrefix("0"), !text.contains("."), let number = Int(text.filter(\.isNumber)) else { return false }
        return number >= 1_000 && !(1_800...2_100).contains(number)
    }

    /// A link, a footnote, or somebody in brackets who said it, before the sentence is over.
    private static func namesSource(sentence rest: Substring) -> Bool {
        if rest.contains("\u{2197}") || rest.contains(#/\[\^[^\]]+\]/#) { return true }
        return rest.matches(of: #/\(([^)]*)\)/#).contains { bracket in
            bracket.output.1.split(whereSeparator: { !$0.isLetter }).contains { word in
                word.count > 1 && word.first?.isUppercase == true
            }
        }
    }

    private static func excerpt(of text: String, around range: Range<String.Index>) -> String {
        let first = text.index(range.lowerBound, offsetBy: -30, limitedBy: text.startIndex) ?? text.startIndex
        let last = text.index(range.upperBound, offsetBy: 30, limitedBy: text.endIndex) ?? text.endIndex
        var words = text[first..<last].split(whereSeparator: \.isWhitespace).map(String.init)
        if first > text.startIndex, words.count > 1 { words[0] = "…" }
        if last < text.endIndex, words.count > 1 { words[words.count - 1] = "…" }
        return words.joined(separator: " ").filter { !"*_[]\u{2197}".contains($0) }
            .replacing("\u{FFFC}", with: "…")
    }
}
