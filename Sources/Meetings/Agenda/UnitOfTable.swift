import Markdown

extension TypedUnits {
    /// Why a text cannot be laid before a meeting: a table in it says its unit in words that somebody typed. Nil where none does.
    static func refusal(of text: String) -> String? {
        all(in: Markdown(text)).first.map { found in
            "a table is headed ‘\(found.within)’. Write each amount out in pounds, like £2,011,000, or lay a report with a table of "
                + "money, whose unit is chosen once and printed by the program: a unit that is typed can be wrong by a thousand"
        }
    }
}
