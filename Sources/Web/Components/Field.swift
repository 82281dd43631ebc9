/// One question of a form, with its label, its hint, what was typed, and what is wrong with it.
public struct Field: Sendable {
    public enum Control: Sendable {
        case text(autocomplete: String?)
        /// - Parameter isAccount: whether it is what one signs in with.
        case email(isAccount: Bool)
        /// - Parameter isNew: whether it is being chosen, so that a browser proposes one.
        case password(isNew: Bool)
        case telephone
        /// Digits from a telephone, which it can fill in by itself.
        case oneTimeCode
        /// `2014-01`, a calendar of months where the browser has one.
        case month
        case file(accept: String, allowsSeveral: Bool)
        case choice([Choice])
        /// `#1f5673`, and a swatch beside it that shows it and, where there is script, lets it be chosen.
        ///
        /// - Parameter else: what the swatch shows where there is none.
        case colour(else: String)
        /// A choice among many, found by typing a part of it where there is script.
        case search([Choice])
        case longText(rows: Int)
    }

    public struct Choice: Sendable {
        let value: String
        let label: String

        public init(_ value: String, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    public let name: String
    public let label: String
    let hint: String?
    let control: Control
    let value: String
    let problem: String?
    /// What else is wrong with it.
    let otherProblems: [String]

    /// - Parameter refusals: those of the whole form; the one for this field is shown beside it, and all of them beside a text of
    ///   many lines.
    public init(
        _ name: String, _ label: String, hint: String? = nil, _ control: Control = .text(autocomplete: nil),
        value: String = "", refusals: Refusals? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.control = control
        self.value = value
        problem = refusals?[name]
        let all = (refusals?.all ?? []).filter { $0.field == name }.map(\.message)
        if case .longText = control { otherProblems = Array(all.dropFirst()) } else { otherProblems = [] }
    }

    /// Whether it is answered by choosing.
    public var isChoice: Bool { choices != nil }

    /// What an answer is called among those that can be chosen; nil where it is not one of them, or nothing is chosen here.
    public func title(of value: String) -> String? {
        choices?.first { $0.value == value }?.label
    }

    private var choices: [Choice]? {
        switch control {
        case .choice(let choices), .search(let choices): choices
        default: nil
        }
    }

    public var html: HTML {
        """
        <div class="field\(problem == nil ? "" : " field--refused")">
        <label class="field__label" for="\(name)">\(label)</label>
        \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>" })
        \(FieldProblem(problem, otherProblems, id: "\(name)-problem").html)
        \(input)
        </div>
        """
    }

    private var input: HTML {
        let value = shownValue
        switch control {
        case .text(let autocomplete):
            let hint: HTML? = autocomplete.map { " autocomplete=\"\($0)\"" }
            return
                "<input class=\"field__input\" type=\"text\" id=\"\(name)\" name=\"\(name)\" value=\"\(value)\"\(hint)\(described)>"
        case .email(let isAccount):
            return """
                <input class="field__input" type="email" id="\(name)" name="\(name)" value="\(value)" \
                autocomplete="\(isAccount ? "username" : "email")" spellcheck="false"\(described)>
                """
        case .password(let isNew):
            // What was typed is never sent back.
            return """
                <input class="field__input" type="password" id="\(name)" name="\(name)" \
                autocomplete="\(isNew ? "new-password" : "current-password")"\(described) data-behaviour="reveal">
                """
        case .telephone:
            return """
                <input class="field__input" type="tel" id="\(name)" name="\(name)" value="\(value)" \
                autocomplete="off"\(described)>
                """
        case .oneTimeCode:
            return """
                <input class="field__input field__input--short" type="text" id="\(name)" name="\(name)" \
                autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"\(described)>
                """
        case .month:
            return """
                <input class="field__input field__input--short" type="month" id="\(name)" name="\(name)" \
                value="\(value)" placeholder="2014-01" pattern="[0-9]{4}-[0-9]{2}"\(described)>
                """
        case .file(let accept, let allowsSeveral):
            let multiple: HTML? = allowsSeveral ? " multiple" : nil
            return """
                <input class="field__file" type="file" id="\(name)" name="\(name)" accept="\(accept)"\(multiple)\(described) \
                data-behaviour="file-drop">
                """
        case .colour(let other): return colour(value, else: other)
        case .choice(let choices): return list(of: choices, behaviour: nil)
        case .search(let choices): return list(of: choices, behaviour: " data-behaviour=\"autocomplete\"")
        case .longText(let rows):
            // The first line break after the tag is not part of the text.
            return """
                <textarea class="field__input field__input--long" id="\(name)" name="\(name)" rows="\(rows)"\(described)>
                \(value)</textarea>
                """
        }
    }

    /// What is asked for as a secret, or chosen on the reader’s machine, is never given back.
    private var shownValue: String {
        switch control {
        case .password, .oneTimeCode, .file: value
        default: TypedBefore.text(name, else: value)
        }
    }

    private func colour(_ value: String, else other: String) -> HTML {
        let isColour = value.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil
        return """
            <span class="field__colour"><input class="field__input field__input--short" type="text" id="\(name)" name="\(name)" \
            value="\(value)" spellcheck="false" autocomplete="off"\(described)> \
            <input class="field__swatch" type="color" aria-label="\(label): choose" value="\(isColour ? value : other)" \
            data-of="\(name)" data-behaviour="colour" disabled></span>
            """
    }

    private func list(of choices: [Choice], behaviour: HTML?) -> HTML {
        let value = shownValue
        return """
            <select class="field__input" id="\(name)" name="\(name)"\(described)\(behaviour)>
            \(choices.html { choice in
                let selected: HTML? = choice.value == value ? " selected" : nil
                return "<option value=\"\(choice.value)\"\(selected)>\(choice.label)</option>"
            })
            </select>
            """
    }

    private var described: HTML {
        let ids = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-problem" }].compactMap(\.self)
        let description: HTML? = ids.isEmpty ? nil : " aria-describedby=\"\(ids.joined(separator: " "))\""
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\""
        return "\(description)\(invalid)"
    }
}
