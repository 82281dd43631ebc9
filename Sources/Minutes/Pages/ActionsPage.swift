import Storage
import Web
import Wording

/// `/committees/actions`: each action with who is to do it, by when, and where it was minuted.
struct ActionsPage {
    let open: [OpenAction]
    let today: Day
    let mayFinish: Bool
    let visit: Visit
    var refusals: Refusals?

    var page: Page {
        Page(
            "Open actions",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/committees", titled: "Meetings")],
            width: .wide,
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Open actions</h1>
                <p class="lead">What meetings gave somebody to do. Each stands on the next agenda of its body until it is done.</p>
                \(open.isEmpty ? EmptyState("Nothing is open", "Actions stand here once the minutes that set them are circulated.").html : table)
                """)
    }

    private var table: HTML {
        DataTable(
            "Open actions, the oldest first",
            columns: [.text("What is to be done"), .text("By whom"), .text("By when"), .text("Minuted")]
                + (mayFinish ? [.text("Is it done?")] : []),
            rows: open.map { one in
                let late: HTML? = (one.due.map { $0 < today } ?? false) ? " \(Tag("Overdue", .bad).html)" : nil
                let withheld: HTML? = one.isWithheld ? " \(Tag("Not for the public", .waiting).html)" : nil
                let place: Address = "/committees/meetings/\(one.meeting)/minutes/reading"
                return [
                    "\(one.action.text)\(withheld)", HTML(text: one.action.owner), "\(one.due?.words ?? "")\(late)",
                    "<a href=\"\(place)\">\(one.body), \(one.day.words)\(one.minute.map { ", minute \($0)" })</a>",
                ] + (mayFinish ? [finishing(one)] : [])
            }
        ).html
    }

    private func finishing(_ one: OpenAction) -> HTML {
        let field = "words-\(one.action.id)"
        return PostForm(
            to: "/committees/actions/\(one.meeting)/\(one.action.id)", visit,
            """
            <div class="field"><label class="field__label" for="\(field)">What was done<span class="visually-hidden">: \(one.action.text)</span></label>
            <input class="field__input" type="text" name="words" id="\(field)" autocomplete="off"></div>
            \(Button("It is done", weight: .secondary).html)
            """
        ).html
    }
}
