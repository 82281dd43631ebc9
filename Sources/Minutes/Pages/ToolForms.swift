import Storage
import Web
import Wording

/// What can be entered on an item besides its discussion.
struct ToolForms {
    let item: MinutedMeeting.Item
    let record: MinutesRecord
    let page: LiveForm.Surroundings
    let id: String

    struct Tool {
        let id: String
        let title: String
        let form: HTML
    }

    var all: [Tool] {
        [
            Tool(id: "\(id)-declare", title: "Declare an interest", form: declare),
            Tool(id: "\(id)-move", title: "Move a motion", form: move),
            Tool(id: "\(id)-decide", title: agrees ? "Agree without a motion" : "Note something", form: decide),
            Tool(id: "\(id)-act", title: "Give somebody something to do", form: act),
        ]
    }

    private func field(_ form: String, _ name: String, _ label: String, _ hint: String? = nil) -> LiveField {
        LiveField(form: "\(id)-\(form)", name: name, label: label, hint: hint, typed: page.typed)
    }

    private func form(
        _ deed: String, button: String, more: [(name: String, value: String)] = [], _ body: HTML
    ) -> HTML {
        LiveForm(id: "\(id)-\(deed)", deed: deed, values: [("item", item.key)] + more)
            .html(page, button: button, isQuiet: false, body)
    }

    private var voters: [(value: String, label: String)] {
        [(value: "", label: "Choose")] + record.voters(on: item.key)
    }

    private var declare: HTML {
        let members =
            [(value: "", label: "Choose")]
            + record.meeting.seats.filter { record.attendance[$0.key]?.cameAtAll == true }
            .map { (value: $0.key, label: record.name(of: $0.key)) }
        let kinds = Declaration.Kind.offered(isWelsh: record.meeting.body.isWelsh)
            .map { (value: $0.rawValue, label: $0.rawValue.withCapital) }
        let actions = Declaration.Action.allCases.map { (value: $0.rawValue, label: $0.rawValue.withCapital) }
        return form(
            "declare", button: "Enter the interest",
            """
            <div class="minutes__pair">
            \(field("declare", "seat", "Who").choice(members, ""))
            \(field("declare", "name", "Or an officer’s name").text(""))
            \(field("declare", "kind", "What sort of interest").choice(kinds, ""))
            \(field("declare", "action", "What they did").choice(actions, ""))
            </div>
            \(field("declare", "nature", "What the interest is").text(""))
            """)
    }

    /// What the agenda asks the meeting to resolve, until it has.
    private var proposal: String {
        let own = record[item.key]
        return own.motions.isEmpty && own.decisions.isEmpty ? item.proposal.joined(separator: "\n") : ""
    }

    private func words(_ form: String, _ label: String) -> HTML {
        let styles = Decision.Style.allCases.map { (value: $0.rawValue, label: $0.rawValue.withCapital) }
        return """
            <div class="minutes__pair">
            \(field(form, "style", "It is").choice(styles, "resolved"))
            \(field(form, "to", "Recommended to", "Of a recommendation: the body that is to look at it.").choice(bodies, ""))
            </div>
            \(somebodyElse(form))
            \(field(form, "text", label, "Each line is a point; the minutes number them.").longText(proposal, rows: 4))
            \(field(form, "points", "Several points of a recommendation", "Each is followed to its answer by itself, or all of them as one.").choice([("", "Follow each by itself"), ("together", "They go together, as one")], ""))
            \(concerns(form))
            """
    }

    private func somebodyElse(_ form: String) -> HTML {
        field(
            form, "to-other", "Or to somebody else",
            "Who is not kept here as a body, like “the Chief Constable”: it comes onto no agenda here, and what became of it is "
                + "entered by hand."
        ).text("")
    }

    private var bodies: [(value: String, label: String)] {
        [(value: "", label: "Choose")] + record.meeting.body.others.map { ($0, $0) }
    }

    /// Which recommendation it is about, so that what becomes of that need not be entered again.
    private func concerns(_ form: String) -> HTML? {
        guard let first = item.concerns.first else { return nil }
        var all = [(value: "", label: "None of them")] + item.concerns.map { (value: $0.key, label: $0.title) }
        if item.concerns.count > 1 {
            let every = item.concerns.map(\.key).joined(separator: " ")
            all.append((value: every, label: "All \(item.concerns.count), each by the point of its place"))
        }
        let outcomes =
            [(value: "", label: "As its style says")] + first.outcomes.map { (value: $0, label: $0.withCapital) }
        let about = field(
            form, "about", "About which recommendation",
            "What became of it enters itself once the minutes are circulated.")
        let outcome = field(
            form, "outcome", "What became of it",
            "With an addendum: write “with the addendum that …” in the decision. In part: write which points are agreed, and "
                + "which are not.")
        return """
            <div class="minutes__pair">
            \(about.choice(all, item.concerns.count == 1 ? first.key : ""))
            \(outcome.choice(outcomes, ""))
            </div>
            """
    }

    private var move: HTML {
        form(
            "move", button: "Enter the motion",
            "\(field("move", "seat", "Moved by").choice(voters, ""))\(words("move", "That"))")
    }

    /// Whether this meeting can resolve anything without a motion.
    private var agrees: Bool { record.stylesWithoutMotion.contains(.resolved) }

    private var decide: HTML {
        guard !agrees else {
            return form("decide", button: "Enter what was agreed", words("decide", "What was agreed"))
        }
        return form(
            "decide", button: "Enter what was noted", more: [("style", Decision.Style.noted.rawValue)],
            """
            <p>This meeting decides a budget or a council tax, so what it resolves is moved, seconded and voted on by name \
            (SI 2014/165). What it only notes can be entered here.</p>
            \(field("decide", "text", "What was noted", "Each line is a point; the minutes number them.").longText("", rows: 4))
            \(concerns("decide"))
            """)
    }

    private var act: HTML {
        form(
            "act", button: "Enter it",
            """
            \(field("act", "text", "What is to be done").text(""))
            <div class="minutes__pair">
            \(field("act", "owner", "By whom", "Name and organisation.").text(""))
            \(field("act", "due", "By when", "For example 1/3/2016.").text("", isShort: true))
            </div>
            """)
    }
}

extension MinutesRecord {
    /// Whoever may have moved or voted on an item, as they are chosen: who left during it says so.
    func voters(on item: String) -> [(value: String, label: String)] {
        let room = room(for: item)
        return room.entitled.map { (value: $0, label: name(of: $0)) }
            + room.gone.map { (value: $0, label: "\(name(of: $0)), who left during this item") }
    }
}
