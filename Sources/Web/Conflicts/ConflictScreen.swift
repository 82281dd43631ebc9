import Wording

/// What the second of two people is shown who changed a text at once: both versions with their differences marked, and
/// the choice between them. Both are in the form, so that nothing is lost whatever is chosen.
public struct ConflictScreen: Sendable {
    /// Which text the second person chose.
    public enum Choice: String, Sendable, CaseIterable {
        case together, theirs, mine
    }

    let conflict: EditConflict
    let name: String
    let label: String
    let who: String
    let form: (address: Address, visit: Visit, values: [(name: String, value: String)])
    let wayBack: Mention

    /// - Parameters:
    ///   - name: the field that the text is of.
    ///   - label: what the text is: "Minutes".
    ///   - who: who saved first, and when: "Aysha Bell, at 14:05".
    ///   - values: what is sent besides, the version that was saved first among them.
    ///   - wayBack: the text as it is saved now.
    public init(
        _ conflict: EditConflict, of name: String, _ label: String, savedBy who: String, to address: Address,
        _ visit: Visit, values: [(name: String, value: String)] = [], wayBack: Mention
    ) {
        self.conflict = conflict
        self.name = name
        self.label = label
        self.who = who
        form = (address, visit, values)
        self.wayBack = wayBack
    }

    /// The text that was chosen, from the form of this screen.
    public static func text(_ form: Form, _ name: String) -> String {
        let choice = Choice(rawValue: form["\(name)-choice"]) ?? .together
        return form[choice == .together ? name : "\(name)-\(choice.rawValue)"].replacing("\r\n", with: "\n")
    }

    /// The whole page.
    public var page: Page {
        Page(
            "Two people changed this at once", crumbs: [wayBack], width: .wide, hasErrors: true,
            body: "<h1>Two people changed this at once</h1>\n\(html)")
    }

    public var html: HTML {
        let values = [("\(name)-theirs", conflict.theirs), ("\(name)-mine", conflict.mine)]
        return """
            <div class="conflict">
            <p class="lead">\(who) saved first, while you were writing. Nothing is lost: both versions are here. Choose \
            what to save.</p>
            <div class="conflict__sides">
            \(side("Saved first", who, conflict.theirs))
            \(side("Yours", "not saved yet", conflict.mine))
            </div>
            <p class="conflict__key"><ins>Underlined</ins> words were put in, <del>struck</del> words taken out, since you \
            both began.</p>
            \(PostForm(
                to: form.address, form.visit, values: form.values + values.map { (name: $0.0, value: $0.1) },
                isGuarded: true, choices
            ).html)
            </div>
            """
    }

    private func side(_ title: String, _ detail: String, _ text: String) -> HTML {
        """
        <section class="conflict__side">
        <h2 class="conflict__title">\(title) <span class="conflict__detail">\(detail)</span></h2>
        <div class="conflict__text">\(MarkedText(text, since: conflict.base).html)</div>
        </section>

        """
    }

    private var choices: HTML {
        """
        <fieldset class="field-group">
        <legend>What to save</legend>
        \(choice(.together, "Both, put together", isChosen: true))
        <div class="field conflict__together">
        <label class="field__label" for="\(name)">\(label), put together</label>
        <p class="field__hint" id="\(name)-hint">\(hint)</p>
        <textarea class="field__input field__input--long" id="\(name)" name="\(name)" rows="10" \
        aria-describedby="\(name)-hint">
        \(conflict.together)</textarea>
        </div>
        \(choice(.theirs, "The one saved first"))
        \(choice(.mine, "Yours"))
        </fieldset>
        <p class="actions">\(Button("Save this").html) <a href="\(wayBack.address)">\(wayBack.title)</a></p>
        """
    }

    private func choice(_ choice: Choice, _ label: String, isChosen: Bool = false) -> HTML {
        let id = "\(name)-choice-\(choice.rawValue)"
        return """
            <p class="choice"><input class="choice__input" type="radio" id="\(id)" name="\(name)-choice" \
            value="\(choice.rawValue)"\(isChosen ? " checked" : "")>
            <label class="choice__label" for="\(id)">\(label)</label></p>

            """
    }

    private var hint: String {
        conflict.isDisputed
            ? "You changed the same words. Both are here, those saved first above yours: put them right by hand."
            : "You changed different words, so both changes are in. Read it through before you save."
    }
}
