import Membership
import Publishing
import Storage
import Web
import Wording

/// The register as everybody reads it.
struct DelegationBody {
    let register: DelegationRegister
    let day: Day

    var frozen: FrozenPage {
        FrozenPage(
            "Register of delegations",
            summary: "Who may decide what in whose place, as it stood on \(day.words).",
            body: """
                <h1>Register of delegations</h1>
                <p class="lead">Who may decide what in the place of a body, as it stood on \(day.words). What they decided is in \
                <a href="/decisions">the register of decisions</a>.</p>
                \(html)
                """)
    }

    var html: HTML {
        guard !register.standing.isEmpty || !register.ended.isEmpty else {
            return "<p>No power is delegated.</p>"
        }
        let bodies = register.standing.reduce(into: [String]()) { names, one in
            if names.last != one.from { names.append(one.from) }
        }
        return """
            \(bodies.html { name in
                """
                <h2>Powers of \(name)</h2>
                \(table("Powers of \(name) that others may use", register.standing.filter { $0.from == name }))
                """
            })
            \(register.ended.isEmpty ? nil : ended)
            """
    }

    private var ended: HTML {
        "<h2>No longer</h2>\n\(table("Delegations that ended in the last six years", register.ended, isEnded: true))"
    }

    private func table(_ caption: String, _ rows: [Delegation.Details], isEnded: Bool = false) -> HTML {
        DataTable(
            caption,
            columns: [
                .text("What may be decided"), .text("By whom"), .text("Limits"), .text("By what law or resolution"),
                .text("When"),
            ],
            rows: rows.map { one in
                [
                    HTML(text: one.power), HTML(text: one.to), HTML(text: one.limits.isEmpty ? "None" : one.limits),
                    HTML(text: one.authority),
                    HTML(text: one.term + (isEnded && !one.endedBecause.isEmpty ? ". \(one.endedBecause)" : "")),
                ]
            }
        ).html
    }
}

/// `/committees/delegations`: the register from within.
struct DelegationListPage {
    let opened: DelegationDesk.Opened
    let today: Day
    let visit: Visit
    let keeps: Bool
    let publishes: Bool

    var page: Page {
        Page(
            "Delegations", crumbs: [.home, .decisions], width: .wide,
            body: """
                <h1>Delegations</h1>
                <p class="lead">Who may decide what in the place of a body: by post, not by name. The list is open to everybody \
                (Local Government Act 1972, section 100G).</p>
                \(keeps ? "<p class=\"actions\">\(Button("Enter a delegation", to: "/committees/delegations/new").html)</p>" as HTML : nil)
                \(state)
                \(opened.all.isEmpty ? empty : table("Powers that are delegated", opened.all.filter { !$0.details.isOver(on: today) }))
                \(table("Ended", opened.all.filter { $0.details.isOver(on: today) }))
                """)
    }

    private var empty: HTML {
        EmptyState(
            "No power is entered yet",
            keeps
                ? "Enter what the constitution or a resolution lets an officer, a member or another body decide."
                : "The clerk enters what officers, members and other bodies may decide."
        ).html
    }

    private var state: HTML? {
        guard let published = opened.published else {
            return opened.all.isEmpty ? nil : publishing("Nobody outside has read it yet.", "Publish the register")
        }
        let told: HTML =
            "<p>\(Tag("Published", .good).html) <a href=\"/publications/\(DelegationDesk.slug)\">Version \(published.number), \(published.publishedAt.dayAndTime)</a>.</p>"
        guard !opened.changes.isEmpty else { return told }
        return """
            \(told)
            \(publishing("Since then, and not told yet:", "Publish version \(opened.newest + 1)"))
            """
    }

    private func publishing(_ words: String, _ button: String) -> HTML {
        """
        <p>\(words)</p>
        \(opened.changes.isEmpty ? nil : "<ul>\(opened.changes.html { "<li>\($0)</li>" })</ul>" as HTML)
        \(publishes ? PostForm(to: "/committees/delegations/publication", visit, values: [("known", "\(opened.newest)")], "<p>\(Button(button).html)</p>").html : nil)
        """
    }

    private func table(_ caption: String, _ rows: [Delegation]) -> HTML? {
        guard !rows.isEmpty else { return nil }
        return DataTable(
            caption,
            columns: [.text("What may be decided"), .text("Whose power"), .text("By whom"), .text("When")],
            rows: rows.map { one in
                let power: HTML =
                    keeps
                    ? "<a href=\"/committees/delegations/\("\(one.id)")/details\">\(one.details.power)</a>"
                    : HTML(text: one.details.power)
                let end: HTML? =
                    keeps && one.details.until == nil
                    ? " <a href=\"/committees/delegations/\("\(one.id)")/end\">End it<span class=\"visually-hidden\">: \(one.details.power)</span></a>"
                    : nil
                return [
                    power, HTML(text: one.details.from), HTML(text: one.details.to),
                    "\(one.details.term + (one.details.endedBecause.isEmpty ? "" : ". \(one.details.endedBecause)"))\(end)",
                ]
            }
        ).html
    }
}
