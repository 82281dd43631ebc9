import Hummingbird
import Membership
import Storage

/// A page with one form on it: what it is about, its questions, and the one thing it does.
public struct FormPage {
    public let title: String
    public var lead: HTML?
    public let crumbs: [Mention]
    public let action: Address
    public let button: Button
    public let fields: [Field]
    public var refusals: Refusals?
    /// Where to go without doing it.
    public var back: Address
    public var takesFiles = false
    /// What to know before it is filled in.
    public var notice: Notice?
    /// How answers are as it is opened, which it carries along: see ``RecordForm``.
    public var known: [(name: String, value: String)] = []
    /// What else is sent without being shown.
    public var hidden: [(name: String, value: String)] = []
    /// A second button, which saves and then asks the same again: ``FormPage/asksForAnother(_:)``.
    public var another: String?

    public init(
        title: String, lead: HTML? = nil, crumbs: [Mention], action: Address, button: Button, fields: [Field],
        refusals: Refusals? = nil, back: Address, takesFiles: Bool = false, notice: Notice? = nil,
        known: [(name: String, value: String)] = [], another: String? = nil
    ) {
        (self.title, self.lead, self.crumbs, self.action) = (title, lead, crumbs, action)
        (self.button, self.fields, self.refusals, self.back) = (button, fields, refusals, back)
        (self.takesFiles, self.notice, self.known, self.another) = (takesFiles, notice, known, another)
    }

    public func page(for visit: Visit) -> Page {
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
    public static func asksForAnother(_ form: Form) -> Bool { form["then"] == "another" }

    /// The page again, with what was wrong.
    public func refused(
        _ refusals: Refusals, for visit: Visit, status: HTTPResponse.Status = .unprocessableContent
    ) -> Reply {
        var again = self
        again.refusals = refusals
        return .page(again.page(for: visit), status: status)
    }
}

/// Where a form's answers come from: what was typed, or what is known.
public struct Answers {
    private let find: (String) -> String

    public init(_ form: Form) {
        find = { form[$0] }
    }

    public init(_ known: [String: String] = [:]) {
        find = { known[$0] ?? "" }
    }

    /// What was put together, and what was typed where there was nothing to put together.
    public init(_ merge: FormMerge, _ form: Form) {
        find = { merge[$0] ?? form[$0] }
    }

    public subscript(name: String) -> String { find(name) }
}

/// A form with no questions, for what one press does and another undoes.
public struct PressForm {
    private let label: String
    private let action: Address
    private let weight: Button.Weight

    public init(label: String, action: Address, weight: Button.Weight = .secondary) {
        (self.label, self.action, self.weight) = (label, action, weight)
    }

    public func html(for visit: Visit) -> HTML {
        """
        <form method="post" action="\(action)" class="press-form">
        \(AntiForgeryField(visit).html)
        \(Button(label, weight: weight).html)
        </form>
        """
    }
}

/// Runs what a form asks for; what is refused becomes the same page, with what was typed.
public func answering(
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
    } catch let refusal as any Refused {
        let isNamed = again(Refusals(refusal.reason)).fields.contains { $0.name == "name" }
        let refusals = Refusals(refusal.reason, field: isNamed ? "name" : nil)
        return again(refusals).refused(refusals, for: visit)
    }
}

/// Runs what one press asks for, of a thing as it is now. Where somebody else was quicker its page shows what they did.
public func pressing(_ place: Address, _ deed: () async throws -> Void) async throws -> Reply {
    do {
        try await deed()
    } catch is ChangedMeanwhile {
        // It is so already, or somebody else decided otherwise: the page shows how it stands.
    } catch let refusal as MembershipRefusal {
        throw Refusals(refusal)
    }
    return .redirect(to: place)
}
