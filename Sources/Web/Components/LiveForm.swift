import Wording

/// One form of a page that is written on while the connection comes and goes. With script it is sent without leaving the
/// page, and kept in the browser until the records have it; without, its button sends it.
public struct LiveForm {
    /// Tells it from every other on the page.
    public let id: String
    /// What it does, in a word of whoever reads it.
    public let deed: String
    /// Of those that take the place of what stood there: which deed stood there. Nil for one that comes after others.
    public var after: Int?
    public var values: [(name: String, value: String)] = []

    /// - Parameter after: nil for a form that comes after others, and takes the place of none.
    public init(id: String, deed: String, after: Int? = nil, values: [(name: String, value: String)] = []) {
        (self.id, self.deed, self.after, self.values) = (id, deed, after, values)
    }

    /// What every form of one page shares.
    public struct Surroundings {
        public let address: Address
        public let visit: Visit
        /// What no other form has, so that what is sent twice is done once.
        public let key: () -> String
        /// What was sent and refused, and comes back.
        public let typed: Typed?

        /// - Parameter address: where all of them are sent.
        public init(address: Address, visit: Visit, key: @escaping () -> String, typed: Typed?) {
            (self.address, self.visit, self.key, self.typed) = (address, visit, key, typed)
        }
    }

    /// What was typed into a form that was refused.
    public struct Typed {
        public let form: String
        public let answers: Form
        public let refusal: String

        public init(form: String, answers: Form, refusal: String) {
            (self.form, self.answers, self.refusal) = (form, answers, refusal)
        }
    }

    /// - Parameters:
    ///   - button: what it does, as a button.
    ///   - isQuiet: whether the button is of less weight than what else the page offers.
    public func html(_ page: Surroundings, button: String, isQuiet: Bool = true, _ body: HTML) -> HTML {
        let refusal = page.typed?.form == id ? page.typed?.refusal : nil
        let hidden = values + (after.map { [("after", "\($0)")] } ?? [])
        return """
            <form class="live-form" id="\(id)" method="post" action="\(page.address)" novalidate \
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
