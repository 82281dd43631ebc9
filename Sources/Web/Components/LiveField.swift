import Wording

/// A question of a ``LiveForm``, whose name is its own only within its form.
public struct LiveField {
    let form: String
    let name: String
    let label: String
    var hint: String?
    let typed: LiveForm.Typed?

    public init(form: String, name: String, label: String, hint: String? = nil, typed: LiveForm.Typed?) {
        (self.form, self.name, self.label, self.hint, self.typed) = (form, name, label, hint, typed)
    }

    private var id: String { "\(form)-\(name)" }

    private func shown(_ saved: String) -> String {
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

    public func text(_ saved: String, isShort: Bool = false) -> HTML {
        around(
            """
            <input class="field__input\(isShort ? " field__input--short" : "")" type="text" id="\(id)" name="\(name)" \
            value="\(shown(saved))" autocomplete="off"\(described)>
            """)
    }

    public func number() -> HTML {
        around(
            """
            <input class="field__input field__input--short" type="text" inputmode="numeric" id="\(id)" name="\(name)" \
            value="\(shown(""))" autocomplete="off"\(described)>
            """)
    }

    public func longText(_ saved: String, rows: Int) -> HTML {
        around(
            """
            <textarea class="field__input field__input--long" id="\(id)" name="\(name)" rows="\(rows)"\(described)>
            \(shown(saved))</textarea>
            """)
    }

    public func choice(_ choices: [(value: String, label: String)], _ saved: String) -> HTML {
        let shown = shown(saved)
        return around(
            """
            <select class="field__input" id="\(id)" name="\(name)"\(described)>
            \(choices.html { "<option value=\"\($0.value)\"\($0.value == shown ? " selected" : nil)>\($0.label)</option>" })
            </select>
            """)
    }

    /// A few answers, all in sight.
    public func radios(_ choices: [(value: String, label: String)], _ saved: String) -> HTML {
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

    public func tick(_ isTicked: Bool) -> HTML {
        let isShown = typed?.form == form ? typed?.answers[name] == "yes" : isTicked
        return """
            <p class="choice"><input class="choice__input" type="checkbox" id="\(id)" name="\(name)" value="yes"\
            \(isShown ? " checked" : nil)>
            <label class="choice__label" for="\(id)">\(label)</label></p>
            """
    }
}
