import Wording

/// What stands in the place of a count that the provider keeps back, or does not have: it is never none.
enum WithheldNumber {
    /// Why a count that is written so is not taken in; nil of what is no such sign.
    static func reason(_ text: String) -> String? {
        let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if signs.contains(plain) || isSmall(plain) {
            return
                "‘\(text.prefix(40))’ stands for a number that the provider withheld: it is not zero, and stays missing"
        }
        return unclear.contains(plain)
            ? "‘\(text.prefix(40))’ says that there is no number, not that there was none: it is not taken as zero, and stays "
                + "missing"
            : nil
    }

    /// As statistics and health services write them: `c` and `low` after the Analysis Function’s guidance on symbols in tables.
    private static let signs: Set = [
        "*", "**", "***", "#", "c", "[c]", "(c)", "s", "[s]", "low", "[low]", "~", "suppressed", "withheld", "redacted",
        "disclosive", "small number", "small numbers",
    ]
    private static let unclear: Set = [
        "-", "--", "–", "—", ".", "..", "...", "…", ":", "?", "x", "[x]", "z", "[z]", "n/a", "n.a.", "na", "n/k", "nk",
        "n/r",
        "null", "nan", "unknown", "not known", "not available", "not applicable", "missing",
    ]

    /// `<5`, `fewer than five`, `1-4`, `4 or fewer`.
    private static func isSmall(_ text: String) -> Bool {
        let number = #"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)"#
        let forms = [
            #"(?:<|<=|=<|≤|&lt;) ?"# + number, #"(?:fewer|less|lower) than "# + number,
            "(?:under|below|up to) " + number,
            number + " or (?:fewer|less|under)", #"(?:between )?\d{1,2} ?(?:-|–|to|and) ?\d{1,2}"#,
        ]
        return forms.contains { form in
            (try? Regex(form)).map { text.wholeMatch(of: $0) != nil } ?? false
        }
    }
}

/// How many counts of a file are withheld, for whoever looks at it.
struct WithheldNumbers {
    static func title(_ rows: Int) -> String {
        "\(rows.counted("number is", "numbers are")) withheld by the provider, or not given"
    }

    static let whatItMeans =
        "That is not zero. Those rows are not taken in, and what they count stays missing: figures of their months are told as "
        + "at least what the other rows add up to, and never as whole."
    static let whatToDo =
        "Ask the provider for the numbers, or for those of larger areas or longer periods, in which none has to be withheld."
}
