import Wording

/// What is wrong with a form, all of it, at the top of the page, each line a link to its field.
public struct ErrorSummary: Sendable {
    let refusals: Refusals?

    public init(_ refusals: Refusals?) {
        self.refusals = refusals
    }

    public var html: HTML? { box("error-summary-title", " role=\"alert\" tabindex=\"-1\" data-behaviour=\"focus\"") }

    /// As a specimen: it neither takes the focus nor is read out by itself.
    var unfocused: HTML? { box("specimen-summary-title", .empty) }

    private func box(_ id: String, _ behaviour: HTML) -> HTML? {
        guard let refusals else { return nil }
        return """
            <div class="error-summary" aria-labelledby="\(id)"\(behaviour)>
            <h2 id="\(id)">There is a problem</h2>
            <ul>
            \(refusals.all.html { refusal -> HTML in
                let message = refusal.message.withFullStop
                guard let field = refusal.field else { return "<li>\(message)</li>" }
                return "<li><a href=\"#\(field)\">\(message)</a></li>"
            })
            </ul>
            </div>
            """
    }
}
