import DataFiles
import DataRegister
import Membership
import Storage
import Web

/// `/strategic-assessments/new`: which year, and which months.
enum BeginningPages {
    /// - Parameter doubts: of the months that were sent, what must be said before they are taken.
    static func begin(
        _ answers: Answers, here: MonthsHere, known: [AnnualAssessment], doubts: MonthDoubts? = nil,
        refusals: Refusals? = nil
    ) -> FormPage {
        var page = FormPage(
            title: "Begin a strategic assessment",
            lead: """
                <p class="lead">It looks at the months you choose and sets them against as many before. Last year’s themes come \
                along; nothing is published until you say so.</p>
                \(proposed(here))
                \(sameMonths(known, here))
                """,
            crumbs: [
                Mention(at: "/home", titled: "Home"),
                Mention(at: "/strategic-assessments", titled: "Strategic assessments"),
            ],
            action: "/strategic-assessments", button: Button(doubts == nil ? "Begin" : "Begin all the same"),
            fields: [
                Field(
                    "year", "Of which year?", hint: "As it is called, from 1 April to 31 March: 2015/16.",
                    value: answers["year"], refusals: refusals)
            ] + MonthFields.all(answers, refusals),
            refusals: refusals, back: "/strategic-assessments", notice: doubts?.notice)
        page.hidden = doubts.map { [MonthDoubts.field($0)] } ?? []
        return page
    }

    /// That an earlier assessment looks at the months that are proposed: then there is nothing new to tell yet.
    private static func sameMonths(_ known: [AnnualAssessment], _ here: MonthsHere) -> HTML? {
        guard let usual = here.usual, let same = known.first(where: { $0.period == usual }) else { return nil }
        return """
            <p class="measure">The <a href="\(same.address)">assessment of \("\(same.year)")</a> looks at the same months: later ones \
            are not here yet. <a href="/data/import">Import them</a> first if you can, or choose other months.</p>
            """
    }

    private static func proposed(_ here: MonthsHere) -> HTML {
        guard let usual = here.usual else {
            return """
                <p class="measure">No twelve months on end are here yet, so last year is proposed. <a href="/data/import">Import the \
                data</a> first, or choose the months that will come.</p>
                """
        }
        let how = here.monthly.isSuperset(of: usual.months) ? "months" : "months, as one year’s number,"
        let before = here.missing(in: usual.before)
        let against = before.isEmpty ? "" : ", of which \(12 - before.count) of 12 months are here"
        let words =
            "The last twelve \(how) that are here of your district are proposed: \(usual), against \(usual.before)\(against)."
        return """
            <p class="measure">\(words)</p>
            """
    }

    /// The year that the data fit or the one after the last that was assessed, and the last twelve months that are here
    /// against the same a year before.
    static func usual(on today: Day, after last: PlanYear?, here: MonthsHere) -> Answers {
        let year = [last?.next, PlanYear(fitting: here.usual, on: today)].compactMap(\.self).max()
        guard let year else { return Answers() }
        let period = here.usual ?? .calendarYear(today.year - 1)
        let months = MonthFields.known(period, period.usualComparison)
        return Answers(["year": year.description].merging(months) { own, _ in own })
    }

    /// - Throws: `Refusals`
    static func read(_ form: Form) throws -> (year: PlanYear, period: Period, comparison: Period) {
        var refusals = Refusals()
        let year = PlanYear(form["year"])
        if year == nil { refusals.add("Enter the year as it is called, like 2015/16", field: "year") }
        let months = MonthFields.read(form, &refusals)
        try refusals.check()
        guard let year, let months else { throw Refusals("Load the page again") }
        return (year, months.period, months.comparison)
    }
}
