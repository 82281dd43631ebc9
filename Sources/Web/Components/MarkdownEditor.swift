import Markdown
import Wording

/// A field for a longer text in Markdown, with a look at how it will read. Without script the look is a button of the
/// form; the handler asks ``isLooking(_:)`` first, saves nothing if so, and gives the page back with `isShown`.
public struct MarkdownEditor: Sendable {
    let name: String
    let label: String
    let hint: String?
    let text: String
    let rows: Int
    let isShown: Bool
    let headingAbove: Int
    let reading: String?
    let tools: HTML?
    let problem: String?

    private static let look = "look-at"

    /// - Parameters:
    ///   - text: what was typed or is kept, as Markdown.
    ///   - isShown: whether the text stands below as it will read.
    ///   - headingAbove: the level of the heading over it.
    ///   - reading: what is shown as the text as it will read, where that is not the text alone.
    ///   - tools: what else helps to write it, beside the button that shows it.
    public init(
        _ name: String, _ label: String, hint: String? = nil, text: String, rows: Int = 12, isShown: Bool = false,
        under headingAbove: Int = 2, reading: String? = nil, tools: HTML? = nil, refusals: Refusals? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.text = text
        self.rows = rows
        self.isShown = isShown
        self.headingAbove = headingAbove
        self.reading = reading
        self.tools = tools
        problem = refusals?[name]
    }

    /// Whether the form was sent only to look at how its text will read. Nothing may be saved then.
    public static func isLooking(_ form: Form) -> Bool { !form[look].isEmpty }

    /// The text that was sent; refused where it is longer than can be read as Markdown.
    public static func text(_ form: Form, _ name: String, _ label: String, refusals: inout Refusals) -> String {
        measured(form[name], name, label, refusals: &refusals)
    }

    /// A text that came in some other way of the same form, such as what was chosen of two versions.
    ///
    /// Characters that nobody sees and no paper can show are left out: they come with what is pasted.
    public static func measured(_ text: String, _ name: String, _ label: String, refusals: inout Refusals) -> String {
        let text = text.withoutUnseen
        if text.utf8.count > Markdown.longest {
            refusals.add("\(label): shorten it to at most \(Markdown.longest.grouped) letters", field: name)
        }
        return text
    }

    public var html: HTML {
        let ids = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-problem" }].compactMap(\.self)
        let described: HTML? = ids.isEmpty ? nil : " aria-describedby=\"\(ids.joined(separator: " "))\""
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\""
        let text = TypedBefore.text(name, else: text)
        return """
            <div class="field markdown-editor\(problem == nil ? "" : " field--refused")" data-behaviour="preview">
            <label class="field__label" for="\(name)">\(label)</label>
            \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>" })
            \(FieldProblem(problem, id: "\(name)-problem").html)
            <textarea class="field__input markdown-editor__text" id="\(name)" name="\(name)" rows="\(rows)"\(described)\(invalid)>
            \(text)</textarea>
            \(Self.help)
            <p class="markdown-editor__tools"><button class="button button--secondary" type="submit" name="\(Self.look)" \
            value="\(name)" formnovalidate>See how it will read</button>\(tools)</p>
            <section class="markdown-editor__preview" id="\(name)-preview" aria-label="How it will read: \(label)" \
            aria-live="polite"\(isShown ? "" : " hidden")>
            \(isShown ? Prose(Markdown(reading ?? text), under: headingAbove).html : .empty)
            </section>
            </div>
            """
    }

    private static let help = Disclosure(
        "How to write headings, lists and links",
        """
        <table class="data-table markdown-editor__help">
        <thead><tr><th scope="col">You type</th><th scope="col">It becomes</th></tr></thead>
        <tbody>
        <tr><td><code>## What we found</code></td><td>a heading</td></tr>
        <tr><td>an empty line</td><td>a new paragraph</td></tr>
        <tr><td><code>- Burglary</code></td><td>an item of a list</td></tr>
        <tr><td><code>1. Burglary</code></td><td>an item of a numbered list</td></tr>
        <tr><td><code>**must**</code></td><td><strong>must</strong></td></tr>
        <tr><td><code>*Crime and Disorder Act*</code></td><td><em>Crime and Disorder Act</em></td></tr>
        <tr><td><code>[The Act](https://www.legislation.gov.uk)</code></td><td>a link with words of its own</td></tr>
        </tbody>
        </table>
        """
    ).html
}
