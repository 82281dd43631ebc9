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

        init(permission: String) {
            (self.permission, minutes, reason) = (permission, "\(BrokenGlass.Span.usual.rawValue)", "")
        }

        init(_ form: Form) {
            (permission, minutes, reason) = (form["permission"], form["minutes"], form["reason"])
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
            to: "/break-glass", visit, isRefused: refusals != nil,
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
                "reason", "Why?", hint: "What has happened, and why it cannot wait. Name nobody who is not involved.",
                .longText(rows: 4), value: typed.reason, refusals: refusals
            ).html)
            <p class="actions">\(Button("Break the glass", weight: .warning).html) <a href="/home">Cancel</a></p>
            """
        ).html
    }

    /// Where there is no choice.
    private var only: Permission? { breakable.count == 1 ? breakable.first : nil }

    private var told: String {
        let names = witnesses.map(\.name).inWords
        return "\(names) \(witnesses.count == 1 ? "is" : "are") told at once, "
            + (sendsMail ? "here and by email. So are you." : "by a notice here. So are you.")
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
