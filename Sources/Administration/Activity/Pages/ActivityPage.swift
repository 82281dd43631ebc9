import Membership
import Storage
import Web
import Wording

/// `/activity`: who did what, when and why.
struct ActivityPage {
    let visit: Visit
    let typed: ActivityFilter.Typed
    let reader: ActivityReader
    /// Everybody who may have done something.
    let people: [Participant]
    /// What the one thing is called that it is narrowed to.
    var thing: String?
    /// Nil where what was asked for cannot be looked for.
    var part: ActivityPart?
    var refusals: Refusals?

    static let mention = Mention(at: "/activity", titled: "Activity")

    var page: Page {
        Page(
            "Activity", crumbs: [Mention(at: "/home", titled: "Home")], width: .wide, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Activity</h1>
                <p class="lead measure">Who did what, when and why, the newest first. Nothing here can be changed or taken \
                away. You see what was done to things that you may see.</p>
                \(FilterForm(
                    "Narrow the activity", to: "/activity", fields: fields, keeping: kept, outcome: outcome,
                    all: typed.isEmpty ? nil : "/activity"
                ).html)
                \(part.map(list))
                """)
    }

    private func list(_ part: ActivityPart) -> HTML {
        guard !part.items.isEmpty else {
            return EmptyState(
                typed.isEmpty ? "Nothing yet" : "Nothing like that was done",
                typed.isEmpty
                    ? "What is done here from now on stands here, each with who did it and when."
                    : "Choose less: another person, another kind of deed, or a longer time."
            ).html
        }
        return """
            \(ActivityEvents(label: "What was done", items: part.items).html)
            \(OlderNewer(
                "More entries", newer: part.hasNewer ? typed.address(after: part.items.first?.number) : nil,
                older: part.hasOlder ? typed.address(before: part.items.last?.number) : nil
            ).html)
            \(PostForm(
                to: "/activity/download", visit, values: typed.answers,
                """
                <p>\(Button("Download these entries (CSV)", weight: .secondary).html)</p>
                """
            ).html)
            <p class="citation">The newest \(ActivityCSV.most.grouped) at the most. That you did stands here, too.</p>
            """
    }

    private var outcome: String {
        let about = thing.map { "What was done to \($0). " } ?? ""
        guard let part, !part.items.isEmpty else { return about }
        let count = part.items.count.counted("entry", "entries")
        return about + (part.isAll ? "\(count)." : "\(count) on this page.")
    }

    /// Narrowed to one thing, its kind is no longer a choice.
    private var kept: [(name: String, value: String)] {
        typed.thing.isEmpty ? [] : [("kind", typed.kind), ("thing", typed.thing)]
    }

    private var fields: [Field] {
        let sorts = reader.sorts
        var fields = [
            Field("who", "Who", .choice([.init("", "Anybody")] + actors), value: typed.who),
            Field("act", "What was done", .choice([.init("", "Anything")] + acts(sorts)), value: typed.act),
        ]
        if typed.thing.isEmpty {
            fields.append(Field("kind", "To what", .choice([.init("", "Anything")] + kinds(sorts)), value: typed.kind))
        }
        return fields + [
            Field(
                "outcome", "Outcome",
                .choice([.init("", "Either"), .init("done", "Done"), .init("refused", "Refused")]),
                value: typed.outcome),
            Field("from", "First day", hint: "Like 9/2/2016", value: typed.from, refusals: refusals),
            Field("until", "Last day", hint: "Like 31/3/2016", value: typed.until, refusals: refusals),
        ]
    }

    private var actors: [Field.Choice] {
        people.map { .init("\(Entry.Actor.Key.member($0.id.description))", $0.name) } + [
            .init(ActivityFilter.program, "The program itself"),
            .init("\(Entry.Actor.Key.commandLine)", "Somebody at the command line"),
        ]
    }

    private func acts(_ sorts: Set<EntrySort>) -> [Field.Choice] {
        Set(sorts.map(\.act)).sorted().map { .init($0, $0.prefix(1).uppercased() + $0.dropFirst()) }
    }

    private func kinds(_ sorts: Set<EntrySort>) -> [Field.Choice] {
        let readable = Set(sorts.map(\.kind))
        var choices: [(family: String, many: String)] = []
        for kind in reader.words.kinds where readable.contains(kind.kind) {
            guard !choices.contains(where: { $0.family == kind.family }) else { continue }
            choices.append((kind.family, kind.many))
        }
        return choices.sorted { $0.many < $1.many }.map { .init($0.family, $0.many) }
    }
}
