import Membership
import Web
import Wording

/// `/break-glass`.
struct BreakGlassPage {
    /// What was typed, or asked for by the address.
    struct Typed {
        let permission: String
        let minutes: String
        let reason: String
        /// The page that was not theirs to open, to which they are led.
        let next: String

        init(permission: String, next: String) {
            (self.permission, minutes, reason) = (permission, "\(BrokenGlass.Span.usual.rawValue)", "")
            self.next = next
        }

        init(_ form: Form) {
            (permission, minutes, reason) = (form["permission"], form["minutes"], form["reason"])
            next = form["next"]
        }
    }

    let typed: Typed
    let breakable: [Permission]
    let witnesses: [Participant]
    let sendsMail: Bool
    let refusals: Refusals?

    func page(for visit: Visit) -> Page {
        Page(
            "Break the glass", crumbs: [AccountPage.mention], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Break the glass</h1>
                <p class="lead">In an emergency you can open, for a while, what your seats do not let you.</p>
                \(obstacle ?? form(visit))
                """)
    }

    /// What keeps it from being broken.
    private var obstacle: HTML? {
        if breakable.isEmpty {
            return Notice(
                .information, "There is nothing for you to open",
                "<p>Everything that can be opened in an emergency is yours already, by your seats.</p>"
            ).html
        }
        guard witnesses.isEmpty else { return nil }
        return Notice(
            .warning, "There is nobody who could be told",
            "<p>The glass is only broken before witnesses, and nobody else is an officer today.</p>"
        ).html
    }

    private func form(_ visit: Visit) -> HTML {
        PostForm(
            to: "/break-glass", visit, values: [("next", typed.next)], isRefused: refusals != nil,
            """
            <p>This is what will happen:</p>
            <ul>
            <li>\(told)</li>
            <li>Your reason, every page you open from then on, and whatever you do, stand in the record.</li>
            <li>It ends by itself, and when you sign out. You can end it sooner, and so can any officer.</li>
            </ul>
            \(Field(
                "permission", "What do you need to open?", hint: only?.sentence,
                .choice((only == nil ? [.init("", "Choose one")] : []) + breakable.map { .init($0.name, $0.title) }),
                value: typed.permission, refusals: refusals
            ).html)
            \(Field(
                "minutes", "For how long?", .choice(BrokenGlass.Span.allCases.map { .init("\($0.rawValue)", $0.words) }),
                value: typed.minutes, refusals: refusals
            ).html)
            \(Field(
                "reason", "Why?", hint: "What has happened, and why it cannot wait, in a sentence of 20 characters or more. Name nobody who is not involved.",
                .longText(rows: 4), value: typed.reason, refusals: refusals
            ).html)
            <p class="actions">\(Button("Break the glass", weight: .warning).html) <a href="/home">Cancel</a></p>
            """
        ).html
    }

    /// Where there is no choice.
    private var only: Permission? { breakable.count == 1 ? breakable.first : nil }

    /// Nobody is written to who has no address.
    private var told: String {
        let mailed = sendsMail ? witnesses.filter { $0.details.email != nil } : []
        let others = witnesses.filter { witness in !mailed.contains { $0.id == witness.id } }
        func told(_ people: [Participant]) -> String {
            "\(people.map(\.name).inWords) \(people.count == 1 ? "is" : "are")"
        }
        let own = "You are told too."
        if mailed.isEmpty { return "\(told(others)) told at once, by a notice here. \(own)" }
        let first = "\(told(mailed)) told at once, here and by email"
        return others.isEmpty ? "\(first). \(own)" : "\(first); \(told(others)) told by a notice here. \(own)"
    }
}

extension Permission {
    fileprivate var title: String { name.prefix(1).uppercased() + name.dropFirst() }
}

extension BrokenGlass.Span {
    var words: String {
        switch self {
        case .quarterOfAnHour: "A quarter of an hour"
        case .halfAnHour: "Half an hour"
        case .hour: "An hour"
        case .twoHours: "Two hours"
        case .fourHours: "Four hours"
        }
    }
}
