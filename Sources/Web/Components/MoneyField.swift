import Wording

/// An amount in pounds, typed as people write it; kept as pence.
public struct MoneyField: Sendable {
    let name: String
    let label: String
    let hint: String?
    let typed: String
    let problem: String?

    /// - Parameter typed: what was typed, or `Money.typed` of the amount there is.
    public init(_ name: String, _ label: String, hint: String? = nil, typed: String = "", refusals: Refusals? = nil) {
        self.name = name
        self.label = label
        self.hint = hint
        self.typed = typed
        problem = refusals?[name]
    }

    public var html: HTML {
        let ids = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-problem" }].compactMap(\.self)
        let described: HTML? = ids.isEmpty ? nil : " aria-describedby=\"\(ids.joined(separator: " "))\""
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\""
        return """
            <div class="field\(problem == nil ? "" : " field--refused")">
            <label class="field__label" for="\(name)">\(label)<span class="visually-hidden">, in pounds</span></label>
            \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>" })
            \(FieldProblem(problem, id: "\(name)-problem").html)
            <div class="money-field">
            <span class="money-field__sign" aria-hidden="true">£</span>
            <input class="field__input money-field__input" type="text" id="\(name)" name="\(name)" \
            value="\(TypedBefore.text(name, else: typed))" \
            inputmode="decimal" autocomplete="off"\(described)\(invalid)>
            </div>
            </div>
            """
    }
}

extension Form {
    /// The amount that was typed; where it is none, the field is refused.
    ///
    /// - Parameter label: the field's, at the head of the refusal.
    public func money(_ name: String, _ label: String, refusals: inout Refusals) -> Money? {
        do throws(NotAnAmount) {
            return try Money(typed: self[name])
        } catch {
            refusals.add("\(label): \(error)", field: name)
            return nil
        }
    }
}
