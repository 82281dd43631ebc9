import DataFiles
import Membership
import Storage
import Web
import Wording

/// What of all recommendations somebody looks for.
struct TrackerQuestion {
    enum Standing: String, CaseIterable {
        case all = ""
        case open, awaiting, overdue, unanswered, done, closed, untold

        var title: String {
            switch self {
            case .all: "All"
            case .open: "Open"
            case .awaiting: "Awaiting an answer"
            case .overdue: "Answer overdue"
            case .unanswered: "Decided, its answer not entered"
            case .done: "Done"
            case .closed: "Withdrawn or not agreed"
            case .untold: "With news that is not published"
            }
        }
    }

    var standing = Standing.all
    /// The name of a body; empty for all.
    var body = ""
    /// Those with news that is not published; found only where they are asked for.
    var untold: Set<ID<RecommendationThread>> = []

    func takes(_ followed: FollowedThread, on today: Day) -> Bool {
        let state = followed.state
        let isOfStanding =
            switch standing {
            case .all: true
            case .open: state.isOpen
            case .awaiting: state.awaiting != nil && state.decided == nil
            case .overdue: state.isOverdue(on: today)
            case .unanswered: state.unanswered != nil
            case .done: state.stage == .done
            case .closed: !state.isOpen && state.stage != .done
            case .untold: untold.contains(followed.thread.id)
            }
        return isOfStanding && (body.isEmpty || followed.thread.bodies.contains { $0.name == body })
    }
}

/// `/committees/recommendations`: every recommendation with where it is, what is due when, and who has not answered.
struct TrackerPage {
    /// All that the reader may know of, the most urgent first.
    let all: [FollowedThread]
    let question: TrackerQuestion
    let today: Day
    let mayFollow: Bool

    private var found: [FollowedThread] { all.filter { question.takes($0, on: today) } }

    var page: Page {
        Page(
            "Recommendations", crumbs: [.home, .committees], width: .wide,
            body: """
                <h1>Recommendations</h1>
                <p class="lead">Where each one is, what is due when, and who has not answered. It writes itself from reports, agendas and minutes.</p>
                \(mayFollow ? "<p class=\"actions\">\(Button("Enter one that was made elsewhere", to: "/committees/recommendations/new", weight: .secondary).html)</p>" as HTML : nil)
                \(all.isEmpty ? empty : list)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "There are no recommendations yet",
            "They stand here as soon as a report is final, or minutes that recommend something are circulated."
        ).html
    }

    private var list: HTML {
        let found = found
        let isNarrowed = question.standing != .all || !question.body.isEmpty
        let bodies = Set(all.flatMap(\.thread.bodies).map(\.name)).sorted()
        let own: Address = "/committees/recommendations"
        return """
            \(FilterForm(
                "Find a recommendation", to: own,
                fields: [
                    Field("state", "How it stands", .choice(TrackerQuestion.Standing.allCases.map { .init($0.rawValue, $0.title) }), value: question.standing.rawValue),
                    Field("body", "Before which body", .choice([.init("", "All")] + bodies.map { .init($0, $0) }), value: question.body),
                ], outcome: found.count.counted("recommendation", "recommendations"), all: isNarrowed ? own : nil
            ).html)
            \(found.isEmpty ? "<p>None of them stands so.</p>" : table(found))
            """
    }

    private func table(_ found: [FollowedThread]) -> HTML {
        let csv: Address = "/committees/recommendations.csv"
        return DataTable(
            "Recommendations, the most urgent first",
            columns: [.text("What is recommended"), .text("Where it is"), .text("Who has not answered"), .text("Due")],
            rows: found.map { followed in
                let (thread, state) = (followed.thread, followed.state)
                let withheld: HTML? = thread.isWithheld ? " \(Tag("Not for the public", .waiting).html)" : nil
                let late: HTML? = state.isOverdue(on: today) ? " \(Tag("Overdue", .bad).html)" : nil
                return [
                    "<a href=\"\(thread.address)\">\(thread.title)</a>\(withheld) <span class=\"table-note\">\(thread.start.from)</span>",
                    HTML(text: state.words(on: today)), HTML(text: state.awaited),
                    "\(state.awaiting?.due.day.words ?? "")\(late)",
                ]
            },
            csv: csv.asking([
                "state": question.standing == .all ? nil : question.standing.rawValue,
                "body": question.body.isEmpty ? nil : question.body,
            ])
        ).html
    }

    /// The same rows for spreadsheets.
    var csv: [UInt8] {
        var writer = DelimitedWriter(header: [
            "recommendation", "id", "from", "state", "since", "before", "awaited_from", "who_answers", "due", "overdue",
            "decided_unanswered",
        ])
        for followed in found {
            let (thread, state) = (followed.thread, followed.state)
            writer.write([
                thread.title, thread.id.description, thread.start.from, state.words(on: today),
                state.since?.description, state.body?.name, state.awaiting?.body.name, state.awaiting?.person?.name,
                state.awaiting?.due.day.description, state.isOverdue(on: today) ? "yes" : "no",
                state.unanswered?.words,
            ])
        }
        return writer.bytes
    }
}

extension RecommendationThread {
    var address: Address { "/committees/recommendations/\(id)" }
}

extension Mention {
    static let home = Mention(at: "/home", titled: "Home")
    static let committees = Mention(at: "/committees", titled: "Meetings")
    static let recommendations = Mention(at: "/committees/recommendations", titled: "Recommendations")
}
