import Membership
import Publishing
import Storage
import Web
import Wording

extension Mention {
    static let home = Mention(at: "/home", titled: "Home")
    static let decisions = Mention(at: "/committees/decisions", titled: "Decisions")
    static let forwardPlan = Mention(at: "/committees/forward-plan", titled: "Forward plan")
}

/// `/committees/decisions`: the register from within: what is published, and for who keeps it what is being written.
struct DecisionListPage {
    let published: [RegisteredDecision]
    /// For who keeps the register alone.
    let drafts: [RegisterDraft<DecisionStatement>]
    let resolutions: [Resolution]
    let today: Day
    let keeps: Bool
    let visit: Visit

    var page: Page {
        Page(
            "Decisions", crumbs: [.home], width: .wide,
            body: """
                <h1>Decisions</h1>
                <p class="lead">What was decided by bodies, single members and officers. Everybody reads what is published in \
                <a href="/decisions">the public register</a>.</p>
                \(keeps ? actions : nil)
                \(keeps ? offered : nil)
                \(keeps ? BeingWritten(drafts: drafts, at: "/committees/decisions", title: \.title).html : nil)
                <h2>Published</h2>
                \(published.isEmpty ? "<p>None is published yet.</p>" : table)
                """)
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("Record a decision", to: "/committees/decisions/new").html) \
        \(Button("Forward plan", to: "/committees/forward-plan", weight: .secondary).html) \
        \(Button("Urgent decisions", to: "/committees/decisions/urgent", weight: .secondary).html) \
        \(Button("Delegations", to: "/committees/delegations", weight: .secondary).html) \
        \(Button("Rules", to: "/committees/decisions/rules", weight: .secondary).html)</p>
        """
    }

    private var offered: HTML? {
        guard !resolutions.isEmpty else { return nil }
        return """
            <h2>Resolved by meetings, and not recorded yet</h2>
            <ul class="publications">
            \(resolutions.html { resolution in
                """
                <li class="publications__item"><p><strong>\(resolution.title)</strong></p>
                <p class="publications__about">\(resolution.bodyName), \(resolution.day.words)\
                \(resolution.isConfirmed ? nil : ". Its minutes are not confirmed yet" as HTML)</p>
                \(PostForm(to: "/committees/decisions/resolutions", visit, values: [("resolution", resolution.key)], "<p>\(Button("Begin its record", weight: .secondary).html)<span class=\"visually-hidden\"> \(resolution.title)</span></p>").html)
                </li>

                """
            })
            </ul>
            """
    }

    private var table: HTML {
        let own = drafts.byPublication()
        return DataTable(
            "Published decisions, the newest first",
            columns: [.text("Decision"), .text("Decided by"), .text("Date"), .text("Status")],
            rows: published.map { decision in
                let address: Address =
                    own[decision.slug].map { "/committees/decisions/\($0)" } ?? "/decisions/\(decision.slug)"
                return [
                    "<a href=\"\(address)\">\(decision.statement.title)</a>", "\(decision.statement.maker.name)",
                    "\(decision.statement.decidedOn?.words ?? "")",
                    "\(decision.standing.state(on: today).title)",
                ]
            }
        ).html
    }
}

/// `/committees/forward-plan`: what is to be decided, from within.
struct PlanListPage {
    let published: [PlannedDecision]
    let drafts: [RegisterDraft<PlanStatement>]
    let keeps: Bool

    var page: Page {
        Page(
            "Forward plan", crumbs: [.home, .decisions], width: .wide,
            body: """
                <h1>Forward plan</h1>
                <p class="lead">Key decisions that are to be made, and matters to be considered in private. Everybody is told of them in \
                <a href="/forward-plan">the public plan</a>.</p>
                \(keeps ? "<p class=\"actions\">\(Button("Announce a decision", to: "/committees/forward-plan/new").html)</p>" as HTML : nil)
                \(keeps ? BeingWritten(drafts: drafts, at: "/committees/forward-plan", title: \.title).html : nil)
                <h2>Published</h2>
                \(published.isEmpty ? "<p>None is published yet.</p>" : table)
                """)
    }

    private var table: HTML {
        let own = drafts.byPublication()
        return DataTable(
            "Published notices, by the day of the decision",
            columns: [.text("Decision"), .text("Who decides"), .text("When"), .text("Notice"), .text("State")],
            rows: published.map { plan in
                let address: Address =
                    own[plan.slug].map { "/committees/forward-plan/\($0)" } ?? "/forward-plan/\(plan.slug)"
                return [
                    "<a href=\"\(address)\">\(plan.statement.title)</a>", "\(plan.statement.maker.name)",
                    "\(plan.statement.when)", "\(plan.statement.notice.way.name)",
                    "\(plan.decision != nil ? "Decided" : plan.dropped != nil ? "Dropped" : "To come")",
                ]
            }
        ).html
    }
}

/// What was begun and not published yet.
private struct BeingWritten<Statement: Codable & Hashable & Sendable> {
    let drafts: [RegisterDraft<Statement>]
    /// The page of their list, below which each has its own.
    let at: Address
    let title: (Statement) -> String

    var html: HTML {
        let open = drafts.filter { $0.publication == nil }
        guard !open.isEmpty else { return "<h2>Being written</h2>\n<p>None.</p>" }
        return """
            <h2>Being written</h2>
            <ul class="publications">
            \(open.html { "<li class=\"publications__item\"><a href=\"\(at)/\($0.id.description)\">\(title($0.statement))</a><p class=\"publications__about\">Changed by \($0.changedBy), \($0.changedAt.dayAndTime)</p></li>\n" })
            </ul>
            """
    }
}

extension Array {
    /// The drafts of what is published, by what each is called where everybody reads it.
    fileprivate func byPublication<Statement>() -> [String: ID<DraftRecord>] where Element == RegisterDraft<Statement> {
        Dictionary(
            compactMap { draft in draft.publication.map { ($0, draft.id) } }, uniquingKeysWith: { first, _ in first })
    }
}

/// `/committees/decisions/urgent`: the report to Council on urgent decisions, quarter by quarter.
struct UrgentPage {
    let quarters: [UrgentQuarter]

    var page: Page {
        Page(
            "Urgent decisions", crumbs: [.home, .decisions],
            body: """
                <h1>Urgent decisions</h1>
                <p class="lead">What the executive reports to Council each quarter: decisions that could not wait for call-in, and key decisions \
                with shorter notice than 28 clear days (SI 2012/2089, regulation 19).</p>
                \(quarters.isEmpty ? EmptyState("Nothing was urgent", "Published decisions and notices stand here when they are urgent.").html : quarters.html(quarter))
                """)
    }

    private func quarter(_ quarter: UrgentQuarter) -> HTML {
        """
        <h2>\(quarter.title)</h2>
        <ul class="publications">
        \(quarter.decisions.html { decision in
            let urgency = decision.statement.urgency
            return """
                <li class="publications__item"><a href="/decisions/\(decision.slug)">\(decision.statement.title)</a>
                <p class="publications__about">\(decision.statement.maker.name), \(decision.statement.decidedOn?.words ?? ""). Exempt from \
                call-in: \(urgency.agreedBy) agreed on \(urgency.agreedOn?.words ?? ""). \(urgency.why.withFullStop)</p></li>

                """
        })
        \(quarter.notices.html { plan in
            let notice = plan.statement.notice
            return """
                <li class="publications__item"><a href="/forward-plan/\(plan.slug)">\(plan.statement.title)</a>
                <p class="publications__about">\(plan.statement.maker.name), \(plan.statement.when). \(notice.way.name): \(notice.chair), \
                \(notice.on?.words ?? ""). \(notice.why.withFullStop)</p></li>

                """
        })
        </ul>
        """
    }
}
