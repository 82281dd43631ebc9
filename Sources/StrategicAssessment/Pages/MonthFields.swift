import DataFiles
import DataRegister
import Storage
import Web

/// The four months by which a form says what is looked at, and what it is set against.
enum MonthFields {
    static func all(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field("from", "First month", .month, value: answers["from"], refusals: refusals),
            Field("to", "Last month", .month, value: answers["to"], refusals: refusals),
            Field(
                "earlier-from", "Compared with, first month", .month, value: answers["earlier-from"],
                refusals: refusals),
            Field(
                "earlier-to", "Compared with, last month", .month, value: answers["earlier-to"], refusals: refusals),
        ]
    }

    /// What stands in them.
    static func known(_ period: Period, _ comparison: Period) -> [String: String] {
        [
            "from": period.from.description, "to": period.to.description,
            "earlier-from": comparison.from.description, "earlier-to": comparison.to.description,
        ]
    }

    /// - Returns: nil where something is refused.
    static func read(_ form: Form, _ refusals: inout Refusals) -> (period: Period, comparison: Period)? {
        let period = refusals.period(form["from"], form["to"], fields: ("from", "to"))
        let comparison = refusals.period(
            form["earlier-from"], form["earlier-to"], fields: ("earlier-from", "earlier-to"))
        guard let period, let comparison else { return nil }
        if period.count != comparison.count {
            refusals.add("\(PeriodRefusal.unequal(period, comparison))", field: "earlier-to")
        }
        if comparison.to >= period.from {
            refusals.add("Compare with months before \(period.from.name) \(period.from.year)", field: "earlier-to")
        }
        return (period, comparison)
    }
}

/// That months which somebody chose are not here or have not ended: said once, and taken where they are sent again.
struct MonthDoubts {
    private let period: Period
    private let comparison: Period
    private let sentences: [String]
    private let heading: String

    /// - Returns: nil where there is nothing to say, or it was said already.
    init?(_ period: Period, _ comparison: Period, here: MonthsHere, on today: Day, form: Form) {
        (self.period, self.comparison) = (period, comparison)
        let wanting = here.doubts(about: [period, comparison], on: today)
        let season = here.seasonalDoubt(about: period, against: comparison)
        sentences = [season].compactMap(\.self) + wanting
        heading =
            season == nil
            ? "Not all of these months are here"
            : wanting.isEmpty ? "These months are of different seasons" : "Look at these months again"
        guard !sentences.isEmpty, form["despite"] != key else { return nil }
    }

    /// By other months it is said anew.
    private var key: String { "\(period.from)..\(period.to) \(comparison.from)..\(comparison.to)" }

    /// What a form carries along unseen once it was said.
    static func field(_ doubts: MonthDoubts) -> (name: String, value: String) { ("despite", doubts.key) }

    var notice: Notice {
        Notice(
            .warning, heading,
            "<ul>\(sentences.html { "<li>\($0)</li>" })</ul>\n<p>Choose others, or take them all the same.</p>")
    }
}
