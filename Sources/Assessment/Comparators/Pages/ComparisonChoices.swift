import DataFiles
import DataRegister
import Storage
import Web

/// What can be compared, and over which years.
struct ComparisonChoices {
    /// A measure with the data set it is of.
    struct Choice {
        let measure: Measure
        let dataSet: String
    }

    let measures: [Choice]
    let years: [Int]
    /// As they stand in the address.
    let measure: String
    let year: String

    /// - Parameter outcome: how much is known: "14 of 15 districts have a rate."
    func form(for set: ComparatorSet, outcome: String = "") -> HTML {
        let isListed = years.contains { "\($0)" == year }
        let listed = years.map { Field.Choice("\($0)", "\($0)") }
        let asked = isListed || year.isEmpty ? [] : [Field.Choice(year, Period(address: year)?.description ?? year)]
        return FilterForm(
            "Compare something else", to: set.comparison,
            fields: [
                Field(
                    "measure", "What was counted",
                    .search(
                        measures.map { Field.Choice("\($0.measure.address)", "\($0.measure.name) – \($0.dataSet)") }
                            + (measure.contains("+") ? [Field.Choice(measure, "Several together")] : [])),
                    value: measure),
                Field("year", "Year", .choice(asked + listed), value: year),
            ], outcome: outcome, all: nil
        ).html
    }
}

/// The same where it cannot be told.
struct RefusedComparisonPage {
    let set: ComparatorSet
    let choices: ComparisonChoices
    let reason: String

    var page: Page {
        Page(
            "No comparison", crumbs: set.crumbs, hasErrors: true,
            body: """
                <p class="eyebrow">\(set.name)</p>
                <h1>These cannot be compared</h1>
                \(Notice(.warning, "Why", "<p>\(reason)</p>").html)
                \(choices.form(for: set))
                """)
    }
}
