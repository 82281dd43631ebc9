import DataRegister
import Web

/// `/figures/new`: a figure is chosen, never typed.
struct FigureChoicePage {
    let typed: FigureQuestion
    let lists: FigureChoices.Lists
    var figure: Figure?
    var refusals: Refusals?

    var page: Page {
        Page(
            "Choose a figure",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Choose a figure</h1>
                <p class="lead">It is worked out from the data that are here, and comes with a sentence, its source and a \
                line to put into a text.</p>
                <div id="figure-choice">
                \(found)
                \(form)
                </div>
                """)
    }

    private var found: HTML? {
        figure.map { figure in
            """
            <section class="chosen-figure" aria-label="The figure chosen">
            <p class="lead">\(figure.sentence)</p>
            \(figure.notes.html { "<p class=\"citation\">\($0)</p>" })
            <p class="citation">\(figure.citation.words) · <a href="\(Address("/figures").asking(["at": figure.address.description]))">open it</a></p>
            \(FigureLines(figure: figure).html)
            </section>
            """
        }
    }

    private var form: HTML {
        """
        <form class="period-form" method="get" action="/figures/new">
        \(field("measure", "What was counted", .search(lists.measures), typed.measure))
        \(field("place", "Where", .search(lists.places), typed.place))
        \(field("kind", "What to tell", .choice(FigureAddress.Kind.allCases.map { .init($0.rawValue, $0.title) }), typed.kind))
        <fieldset class="field-group">
        <legend>Months</legend>
        <div class="field-row">
        \(field("from", "First month", .month, typed.from, hint: "Like 2015-01"))
        \(field("to", "Last month", .month, typed.to, hint: "Like 2015-12"))
        </div>
        </fieldset>
        <fieldset class="field-group">
        <legend>Changed from</legend>
        <p class="field__hint">Of a change only. Left empty, it is the same months of the year before.</p>
        <div class="field-row">
        \(field("earlier-from", "First month", .month, typed.earlierFrom))
        \(field("earlier-to", "Last month", .month, typed.earlierTo))
        </div>
        </fieldset>
        \(lists.sets.isEmpty ? nil : field(
            "set", "Among which districts", .choice([.init("", "None")] + lists.sets), typed.set,
            hint: "Of a place among other districts only."))
        \(Button(figure == nil ? "Work it out" : "Work out another").html)
        </form>
        """
    }

    private func field(
        _ name: String, _ label: String, _ control: Field.Control, _ value: String, hint: String? = nil
    ) -> HTML {
        Field(name, label, hint: hint, control, value: value, refusals: refusals).html
    }
}
