import Web

/// The months to assess, and what to set them against.
struct PeriodForm {
    let action: Address
    let typed: AssessmentQuestion.Typed
    var refusals: Refusals?

    var html: HTML {
        """
        <form class="period-form" method="get" action="\(action)">
        <div class="period-form__months">
        <fieldset class="field-group">
        <legend>Months to assess</legend>
        <div class="field-row">
        \(Field("from", "First month", hint: "Like 2015-01", .month, value: typed.from, refusals: refusals).html)
        \(Field("to", "Last month", hint: "Like 2015-12", .month, value: typed.to, refusals: refusals).html)
        </div>
        </fieldset>
        <fieldset class="field-group">
        <legend>Compared with</legend>
        \(Field(
            "compare", "Which months",
            .choice([
                .init("year-before", "The same months of the year before"), .init("another", "The months entered below"),
                .init("none", "No other months"),
            ]), value: typed.compare.rawValue, refusals: refusals
        ).html)
        <div class="field-row">
        \(Field("earlier-from", "First other month", .month, value: typed.earlierFrom, refusals: refusals).html)
        \(Field("earlier-to", "Last other month", .month, value: typed.earlierTo, refusals: refusals).html)
        </div>
        </fieldset>
        </div>
        \(Button("Assess these months").html)
        </form>
        """
    }
}
