import Wording

/// A day, asked for in three fields, so that nobody fights with a calendar; each says what is wrong with it.
public struct DateField: Sendable {
    let name: String
    let label: String
    let hint: String
    let typed: TypedDay
    let refusals: Refusals?

    /// - Parameters:
    ///   - name: the fields are `name-day`, `name-month` and `name-year`.
    ///   - typed: what was typed, or the day there is.
    ///   - refusals: those of the whole form; these fields' are shown beside them.
    public init(
        _ name: String, _ label: String, hint: String = "For example, 9 2 2016", typed: TypedDay = TypedDay(),
        refusals: Refusals? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.typed = typed
        self.refusals = refusals
    }

    public var html: HTML {
        let problems = TypedDay.Part.allCases.compactMap { part in
            FieldProblem(refusals?[field(part)], id: "\(field(part))-problem").html
        }
        return """
            <fieldset class="field date-field\(problems.isEmpty ? "" : " field--refused")" aria-describedby="\(name)-hint">
            <legend class="field__label">\(label)</legend>
            <p class="field__hint" id="\(name)-hint">\(hint)</p>
            \(problems)
            <div class="date-field__parts">
            \(part(.day, "Day"))
            \(part(.month, "Month"))
            \(part(.year, "Year"))
            </div>
            </fieldset>
            """
    }

    private func field(_ part: TypedDay.Part) -> String { "\(name)-\(part.rawValue)" }

    private func part(_ part: TypedDay.Part, _ label: String) -> HTML {
        let (field, length) = (field(part), part == .year ? "long" : part == .month ? "middle" : "short")
        let isRefused = refusals?[field] != nil
        let invalid: HTML? = isRefused ? " aria-invalid=\"true\" aria-describedby=\"\(field)-problem\"" : nil
        return """
            <div>
            <label class="date-field__label" for="\(field)">\(label)</label>
            <input class="field__input date-field__input date-field__input--\(length)" type="text" id="\(field)" \
            name="\(field)" value="\(TypedBefore.text(field, else: typed[part]))" inputmode="numeric" autocomplete="off"\(invalid)>
            </div>

            """
    }
}

extension Form {
    /// What was typed into the fields of a day, for giving them back.
    public func typedDay(_ name: String) -> TypedDay {
        TypedDay(day: self["\(name)-day"], month: self["\(name)-month"], year: self["\(name)-year"])
    }
}
