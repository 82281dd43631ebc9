/// Asks before something that cannot easily be undone, or that reaches many: what will happen, a button that says what it does, a way back.
public struct Confirmation: Sendable {
    let question: String
    let consequences: [String]
    let form: PostForm
    let isHarsh: Bool
    let wayBack: Mention

    /// - Parameters:
    ///   - question: names the very thing: "Close the Chatham task group?"
    ///   - consequences: what will be so afterwards, a sentence each.
    ///   - verb: what the button does, in its own words: "Close the group", never "OK".
    ///   - values: what is sent without being shown.
    ///   - isHarsh: whether it takes something from somebody, or cannot be undone.
    ///   - wayBack: where nothing has happened.
    public init(
        _ question: String, consequences: [String], verb: String, to address: Address, _ visit: Visit,
        values: [(name: String, value: String)] = [], isHarsh: Bool = true, wayBack: Mention
    ) {
        self.isHarsh = isHarsh
        self.question = question
        self.consequences = consequences
        self.wayBack = wayBack
        form = PostForm(
            to: address, visit, values: values,
            """
            <p class="actions">\(Button(verb, weight: isHarsh ? .warning : .primary).html) <a href="\(wayBack.address)">\(wayBack.title)</a></p>
            """)
    }

    /// The whole page.
    public var page: Page {
        Page(question, crumbs: [wayBack], body: "<h1>\(question)</h1>\n\(html)")
    }

    public var html: HTML {
        """
        <div class="confirmation\(isHarsh ? "" : " confirmation--calm")">
        <p class="confirmation__lead">This is what will happen:</p>
        <ul>
        \(consequences.html { "<li>\($0)</li>\n" })
        </ul>
        \(form.html)
        </div>
        """
    }
}
