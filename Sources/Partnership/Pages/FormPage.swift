import Hummingbird
import Membership
import Storage
import Web

/// A page with one form on it: what it is about, its questions, and the one thing it does.
struct FormPage {
    let title: String
    var lead: HTML?
    let crumbs: [Mention]
    let action: Address
    let button: Button
    let fields: [Field]
    var refusals: Refusals?
    /// Where to go without doing it.
    var back: Address
    var takesFiles = false
    /// What to know before it is filled in.
    var notice: Notice?
    /// How answers are as it is opened, which it carries along: see ``RecordForm``.
    var known: [(name: String, value: String)] = []
    /// What else is sent without being shown.
    var hidden: [(name: String, value: String)] = []
    /// A second button, which saves and then asks the same again: ``FormPage/asksForAnother(_:)``.
    var another: String?

    func page(for visit: Visit) -> Page {
        let form: HTML = """
            \(fields.html(\.html))
            <p class="actions">\(button.html) \(another.map(Self.again)) <a href="\(back)">Cancel</a></p>
            """
        return Page(
            title, crumbs: crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                \(lead)
                \(notice?.html)
                \(PostForm(
                    to: action, visit, values: known.map { (FormMerge.was($0.name), $0.value) } + hidden, takesFiles: takesFiles,
                    isGuarded: true, isRefused: refusals != nil, form
                ).html)
                """)
    }

    private static func again(_ label: String) -> HTML {
        "<button class=\"button button--secondary\" type=\"submit\" name=\"then\" value=\"another\">\(label)</button>"
    }

    /// Whether a form was sent by the second button.
    static func asksForAnother(_ form: Form) -> Bool { form["then"] == "another" }

    /// The page again, with what was wrong.
    func refused(
        _ refusals: Refusals, for visit: Visit, status: HTTPResponse.Status = .unprocessableContent
    ) -> Reply {
        var again = self
        again.refusals = refusals
        return .page(again.page(for: visit), status: status)
    }
}

/// Where a form's answers come from: what was typed, or what is known.
struct Answers {
    private let find: (String) -> String

    init(_ form: Form) {
        find = { form[$0] }
    }

    init(_ known: [String: String] = [:]) {
        find = { known[$0] ?? "" }
    }

    /// What was put together, and what was typed where there was nothing to put together.
    init(_ merge: FormMerge, _ form: Form) {
        find = { merge[$0] ?? form[$0] }
    }

    subscript(name: String) -> String { find(name) }
}

/// A form with no questions, for what one press does and another undoes.
struct PressForm {
    let label: String
    let action: Address
    var weight: Button.Weight = .secondary

    func html(for visit: Visit) -> HTML {
        """
        <form method="post" action="\(action)" class="press-form">
        \(AntiForgeryField(visit).html)
        \(Button(label, weight: weight).html)
        </form>
        """
    }
}

/// Runs what a form asks for; what is refused becomes the same page, with what was typed.
func answering(
    _ visit: Visit, again: (Refusals) -> FormPage, _ deed: () async throws -> Address
) async throws -> Reply {
    do {
        return .redirect(to: try await deed())
    } catch let refusals as Refusals {
        return again(refusals).refused(refusals, for: visit)
    } catch let noRoom as NoRoom {
        return again(noRoom.refusals).refused(noRoom.refusals, for: visit, status: .insufficientStorage)
    } catch let refusal as MembershipRefusal {
        let refusals = Refusals(refusal)
        return again(refusals).refused(refusals, for: visit)
    } catch let refusal as PartnershipRefusal {
        let refusals = Refusals(refusal.reason, field: "name")
        return again(refusals).refused(refusals, for: visit)
    }
}

/// Runs what one press asks for, of a thing as it is now. Where somebody else was quicker its page shows what they did.
func pressing(_ place: Address, _ deed: () async throws -> Void) async throws -> Reply {
    do {
        try await deed()
    } catch is ChangedMeanwhile {}
    return .redirect(to: place)
}
