/// What is wrong with a form, all of it, at the top of the page, each line a link to its field.
public struct ErrorSummary: Sendable {
    let refusals: Refusals?

    public init(_ refusals: Refusals?) {
        self.refusals = refusals
    }

    public var html: HTML? { box(" role=\"alert\" tabindex=\"-1\" data-behaviour=\"focus\"") }

    /// As a specimen: it neither takes the focus nor is read out by itself.
    var unfocused: HTML? { box(.empty) }

    private func box(_ behaviour: HTML) -> HTML? {
        guard let refusals else { return nil }
        return """
            <div class="error-summary" aria-labelledby="error-summary-title"\(behaviour)>
            <h2 id="error-summary-title">There is a problem</h2>
            <ul>
            \(refusals.all.html { refusal -> HTML in
                guard let field = refusal.field else { return "<li>\(refusal.message)</li>" }
                return "<li><a href=\"#\(field)\">\(refusal.message)</a></li>"
            })
            </ul>
            </div>
            """
    }
}
