/// A form that is sent, with the proof that it was made here for this person.
public struct PostForm: Sendable {
    let address: Address
    let visit: Visit
    let values: [(name: String, value: String)]
    let takesFiles: Bool
    let isGuarded: Bool
    let isRefused: Bool
    let body: HTML

    /// - Parameters:
    ///   - values: what is sent without being shown.
    ///   - isGuarded: whether somebody who leaves with words typed and not sent is asked first, where there is script.
    ///   - isRefused: whether it came back with what was typed, which is not kept yet.
    public init(
        to address: Address, _ visit: Visit, values: [(name: String, value: String)] = [], takesFiles: Bool = false,
        isGuarded: Bool = false, isRefused: Bool = false, _ body: HTML
    ) {
        self.address = address
        self.visit = visit
        self.values = values
        self.takesFiles = takesFiles
        self.isGuarded = isGuarded
        self.isRefused = isRefused
        self.body = body
    }

    public var html: HTML {
        let encoding: HTML? = takesFiles ? " enctype=\"multipart/form-data\"" : nil
        let guarding: HTML? = isGuarded ? " data-behaviour=\"unsaved\"" : nil
        let refusal: HTML? = isRefused || TypedBefore.now != nil ? " data-refused" : nil
        return """
            <form method="post" action="\(address)"\(encoding) novalidate\(guarding)\(refusal)>
            \(AntiForgeryField(visit).html)
            \(values.html { hidden in
                let value = TypedBefore.text(hidden.name, else: hidden.value)
                return "<input type=\"hidden\" name=\"\(hidden.name)\" value=\"\(value)\">\n"
            })
            \(body)
            </form>
            """
    }
}
