import Publishing
import Storage
import Web
import Wording

/// `/forward-plan`: what is to be decided, month by month (D91).
struct ForwardPlanPage {
    let plans: [PlannedDecision]
    let today: Day
    let site: Site

    var page: Page {
        let ahead = plans.filter(\.isAhead)
        let past = plans.filter { !$0.isAhead }
        return Page(
            "Forward plan", summary: "Key decisions that are to be made, and meetings that are to be in private.",
            crumbs: [Mention(at: "/", titled: "Welcome")],
            body: """
                <h1>Forward plan</h1>
                <p class="lead">Key decisions that are to be made, with who makes them and when, and matters that are to be considered in \
                private. What was decided is in the <a href="/decisions">register of decisions</a>.</p>
                \(ahead.isEmpty ? EmptyState("No decision is announced at the moment", "A decision stands here 28 clear days before it is made.").html : months(ahead))
                \(past.isEmpty ? nil : "<h2>Decided or dropped</h2>\n\(list(past.reversed()))")
                <p>A news reader shows new notices by this address: <a href="/forward-plan.atom">\
                <code>\(site.outside("/forward-plan.atom"))</code></a></p>
                """)
    }

    private func months(_ plans: [PlannedDecision]) -> HTML {
        var months: [(title: String, plans: [PlannedDecision])] = []
        for plan in plans {
            let title = plan.statement.from.map { "\(monthNames[$0.month - 1]) \($0.year)" } ?? "No day yet"
            if months.last?.title == title {
                months[months.count - 1].plans.append(plan)
            } else {
                months.append((title, [plan]))
            }
        }
        return months.html { "<h2>\($0.title)</h2>\n\(list($0.plans))" }
    }

    private func list(_ plans: [PlannedDecision]) -> HTML {
        """
        <ul class="publications">
        \(plans.html { plan in
            """
            <li class="publications__item"><a href="\(plan.address)">\(plan.statement.title)</a> \(tags(plan))
            <p class="publications__about">\(plan.statement.maker.name), \(plan.statement.when)</p></li>

            """
        })
        </ul>
        """
    }

    private func tags(_ plan: PlannedDecision) -> HTML {
        let statement = plan.statement
        var tags: [HTML] = statement.isKey == true ? [Tag("Key decision").html] : []
        if statement.privacy.isPrivate == true { tags.append(Tag("In private", .waiting).html) }
        if statement.notice.way != .full { tags.append(Tag(statement.notice.way.name, .waiting).html) }
        if plan.decision != nil { tags.append(Tag("Decided", .good).html) }
        if plan.dropped != nil { tags.append(Tag("Dropped", .bad).html) }
        return HTML(tags)
    }
}

/// `/forward-plan/{entry}`: the notice of one decision that is to come.
struct PlannedDecisionPage {
    let plan: PlannedDecision
    let content: FrozenPage

    var page: Page {
        Page(
            content.title, summary: content.summary,
            crumbs: [Mention(at: "/", titled: "Welcome"), Mention(at: "/forward-plan", titled: "Forward plan")],
            body: """
                \(news)
                \(content.body)
                \(PublishedVersions(publication: plan.publication, version: plan.version).html)
                """)
    }

    private var news: HTML? {
        if let decision = plan.decision {
            return Notice(
                .success, "It was decided", "<p><a href=\"/decisions/\(decision)\">Read the decision</a></p>"
            ).html
        }
        return plan.dropped.map {
            Notice(.warning, "It was dropped from the plan on \($0.on.words)", "<p>\($0.words.withFullStop)</p>").html
        }
    }
}
