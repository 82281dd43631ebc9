import Publishing
import Storage
import Web
import Wording

/// `/decisions`: the register of decisions, narrowed to what somebody looks for (D97).
struct DecisionsPage {
    let all: [RegisteredDecision]
    let question: DecisionQuestion
    let today: Day
    let site: Site
    /// Whether everybody may read who decides what in whose place.
    var hasDelegations = false

    var page: Page {
        Page(
            "Decisions", summary: "What was decided, by whom, why, and whether it may be carried out.",
            crumbs: [Mention(at: "/", titled: "Welcome")], width: .wide,
            body: """
                <h1>Decisions</h1>
                <p class="lead">What bodies, single members and officers decided, with their reasons, and whether it may be carried \
                out. What is to be decided is in the <a href="/forward-plan">forward plan</a>\(hasDelegations ? ", and who may decide what in whose place in the <a href=\"/publications/\(Publication.registerOfDelegations)\">register of delegations</a>" as HTML : nil).</p>
                \(all.isEmpty ? EmptyState("No decision is published yet", "A decision stands here as soon as it is published.").html : list)
                \(feed)
                """)
    }

    private var list: HTML {
        let found = question.found(in: all, on: today)
        return """
            \(filter(found.count))
            \(found.isEmpty ? nil : table(found))
            """
    }

    private func filter(_ count: Int) -> HTML {
        let makers = Set(all.map(\.statement.maker.name)).sorted()
        let years = Set(all.compactMap(\.statement.decidedOn?.year)).sorted(by: >).map { "\($0)" }
        func field(_ name: String, _ label: String, _ choices: [Field.Choice], _ value: String) -> Field {
            Field(name, label, .choice([.init("", "Any")] + choices), value: value)
        }
        return FilterForm(
            "Find a decision", to: "/decisions",
            fields: [
                field("maker", "Decided by", makers.map { .init($0, $0) }, question.maker),
                field("key", "Key decision", [.init("yes", "Yes"), .init("no", "No")], question.key),
                field("year", "Year", years.map { .init($0, $0) }, question.year),
                field(
                    "status", "Status", DecisionStanding.State.allCases.map { .init($0.rawValue, $0.title) },
                    question.status),
            ], outcome: count.counted("decision", "decisions"), all: question.isOpen ? nil : "/decisions"
        ).html
    }

    private func table(_ found: [RegisteredDecision]) -> HTML {
        DataTable(
            "Decisions, the newest first",
            columns: [
                .text("Decision"), .text("Decided by"), .text("Date"), .text("Key"), .text("Call-in"), .text("Status"),
                .text("Published"),
            ],
            rows: found.map { decision in
                let statement = decision.statement
                return [
                    "<a href=\"\(decision.address)\">\(statement.title)</a>", "\(statement.maker.name)",
                    "\(statement.decidedOn?.words ?? "")", "\(statement.key.isKey == true ? "Yes" : "No")",
                    "\(statement.callIn.isSubject == true ? "Yes" : "No")",
                    Tag(decision.standing.state(on: today).title, decision.standing.tone(on: today)).html,
                    "\(decision.publishedAt.day)",
                ]
            }, csv: question.asked(of: "/decisions.csv")
        ).html
    }

    private var feed: HTML {
        """
        <p>A news reader shows new decisions by this address: <a href="/decisions.atom">\
        <code>\(site.outside("/decisions.atom"))</code></a></p>
        """
    }
}

extension RegisteredDecision {
    var address: Address { "/decisions/\(slug)" }
}

extension PlannedDecision {
    var address: Address { "/forward-plan/\(slug)" }
}

extension DecisionStanding {
    func tone(on day: Day) -> Tag.Tone {
        switch state(on: day) {
        case .inForce: .good
        case .open, .recommended: .waiting
        case .calledIn, .back, .council: .bad
        }
    }
}
