import Web
import Wording

/// One form of the page on which minutes are taken. With script it is sent without leaving the page, and kept in the browser
/// until the records have it; without, its button sends it.
struct LiveForm {
    /// Tells it from every other on the page.
    let id: String
    /// What it does, as ``DeedReading`` knows it.
    let deed: String
    /// Of those that take the place of what stood there: which deed stood there. Nil for one that comes after others.
    var after: Int?
    var values: [(name: String, value: String)] = []

    /// What every form of one page shares.
    struct Surroundings {
        let address: Address
        let visit: Visit
        /// What no other form has, so that what is sent twice is done once.
        let key: () -> String
        /// What was sent and refused, and comes back.
        let typed: Typed?
    }

    /// What was typed into a form that was refused.
    struct Typed {
        let form: String
        let answers: Form
        let refusal: String
    }

    /// - Parameters:
    ///   - button: what it does, as a button.
    ///   - isQuiet: whether the button is of less weight than what else the page offers.
    func html(_ page: Surroundings, button: String, isQuiet: Bool = true, _ body: HTML) -> HTML {
        let refusal = page.typed?.form == id ? page.typed?.refusal : nil
        let hidden = values + (after.map { [("after", "\($0)")] } ?? [])
        return """
            <form class="live-form" id="\(id)" method="post" action="\(page.address)/changes" novalidate \
            data-save="\(after == nil ? "press" : "itself")">
            \(AntiForgeryField(page.visit).html)
            <input type="hidden" name="do" value="\(deed)"><input type="hidden" name="form" value="\(id)">
            <input type="hidden" name="key" value="\(page.key())">
            \(hidden.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })
            \(refusal.map { "<p class=\"field__problem\">\($0.withFullStop)</p>" })
            \(body)
            <p class="live-form__end"><button class="button\(isQuiet ? " button--secondary" : "")" type="submit">\(button)</button> \
            <span class="live-form__state" data-said></span></p>
            </form>

            """
    }
}

/// A question of a ``LiveForm``, whose name is its own only within its form.
struct LiveField {
    let form: String
    let name: String
    let label: String
    var hint: String?
    let typed: LiveForm.Typed?

    private var id: String { "\(form)-\(name)" }

    func shown(_ saved: String) -> String {
        guard let typed, typed.form == form else { return saved }
        return typed.answers[name]
    }

    private var described: HTML? { hint.map { _ in " aria-describedby=\"\(id)-hint\"" } }

    private func around(_ control: HTML) -> HTML {
        """
        <div class="field"><label class="field__label" for="\(id)">\(label)</label>
        \(hint.map { "<p class=\"field__hint\" id=\"\(id)-hint\">\($0)</p>" })
        \(control)</div>

        """
    }

    func text(_ saved: String, isShort: Bool = false) -> HTML {
        around(
            """
            <input class="field__input\(isShort ? " field__input--short" : "")" type="text" id="\(id)" name="\(name)" \
            value="\(shown(saved))" autocomplete="off"\(described)>
            """)
    }

    func number() -> HTML {
        around(
            """
            <input class="field__input field__input--short" type="text" inputmode="numeric" id="\(id)" name="\(name)" \
            value="\(shown(""))" autocomplete="off"\(described)>
            """)
    }

    func longText(_ saved: String, rows: Int) -> HTML {
        around(
            """
            <textarea class="field__input field__input--long" id="\(id)" name="\(name)" rows="\(rows)"\(described)>
            \(shown(saved))</textarea>
            """)
    }

    func choice(_ choices: [(value: String, label: String)], _ saved: String) -> HTML {
        let shown = shown(saved)
        return around(
            """
            <select class="field__input" id="\(id)" name="\(name)"\(described)>
            \(choices.html { "<option value=\"\($0.value)\"\($0.value == shown ? " selected" : nil)>\($0.label)</option>" })
            </select>
            """)
    }

    /// A few answers, all in sight.
    func radios(_ choices: [(value: String, label: String)], _ saved: String) -> HTML {
        let shown = shown(saved)
        return """
            <fieldset class="live-choices"><legend>\(label)</legend>
            \(choices.html { choice in
                let one = "\(id)-\(choice.value.replacing(" ", with: "-"))"
                return """
                    <p class="choice"><input class="choice__input" type="radio" id="\(one)" name="\(name)" \
                    value="\(choice.value)"\(choice.value == shown ? " checked" : nil)>
                    <label class="choice__label" for="\(one)">\(choice.label)</label></p>
                    """
            })
            </fieldset>
            """
    }

    func tick(_ isTicked: Bool) -> HTML {
        let isShown = typed?.form == form ? typed?.answers[name] == "yes" : isTicked
        return """
            <p class="choice"><input class="choice__input" type="checkbox" id="\(id)" name="\(name)" value="yes"\
            \(isShown ? " checked" : nil)>
            <label class="choice__label" for="\(id)">\(label)</label></p>
            """
    }
}
