import DataFiles
import DataRegister
import Membership
import Storage
import Web

/// `/strategic-assessments/new`: which year, and which months.
enum BeginningPages {
    static func begin(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Begin a strategic assessment",
            lead: """
                <p class="lead">It looks at the months you choose and sets them against as many before. Last year’s themes come \
                along; nothing is published until you say so.</p>
                """,
            crumbs: [
                Mention(at: "/home", titled: "Home"),
                Mention(at: "/strategic-assessments", titled: "Strategic assessments"),
            ],
            action: "/strategic-assessments", button: Button("Begin"),
            fields: [
                Field(
                    "year", "Of which year?", hint: "As it is called, from 1 April to 31 March: 2015/16.",
                    value: answers["year"], refusals: refusals),
                Field("from", "First month", .month, value: answers["from"], refusals: refusals),
                Field("to", "Last month", .month, value: answers["to"], refusals: refusals),
                Field(
                    "earlier-from", "Compared with, first month", .month, value: answers["earlier-from"],
                    refusals: refusals),
                Field(
                    "earlier-to", "Compared with, last month", .month, value: answers["earlier-to"], refusals: refusals),
            ],
            refusals: refusals, back: "/strategic-assessments")
    }

    /// The year that is under way or the one after the last that was assessed; the calendar year that is whole by then,
    /// against the one before.
    static func usual(on today: Day, after last: PlanYear?) -> Answers {
        let now = PlanYear(of: today)
        let year = [last?.next, now].compactMap(\.self).max()
        guard let year else { return Answers() }
        return Answers([
            "year": year.description, "from": "\(year.first)-01", "to": "\(year.first)-12",
            "earlier-from": "\(year.first - 1)-01", "earlier-to": "\(year.first - 1)-12",
        ])
    }

    /// - Throws: `Refusals`
    static func read(_ form: Form) throws -> (year: PlanYear, period: Period, comparison: Period) {
        var refusals = Refusals()
        let year = PlanYear(form["year"])
        if year == nil { refusals.add("Enter the year as it is called, like 2015/16", field: "year") }
        let period = refusals.period(form["from"], form["to"], fields: ("from", "to"))
        let comparison = refusals.period(
            form["earlier-from"], form["earlier-to"], fields: ("earlier-from", "earlier-to"))
        if let period, let comparison, period.count != comparison.count {
            refusals.add("\(PeriodRefusal.unequal(period, comparison))", field: "earlier-to")
        }
        if let period, let comparison, comparison.to >= period.from {
            refusals.add("Compare with months before \(period.from.name) \(period.from.year)", field: "earlier-to")
        }
        try refusals.check()
        guard let year, let period, let comparison else { throw Refusals("Load the page again") }
        return (year, period, comparison)
    }
}
