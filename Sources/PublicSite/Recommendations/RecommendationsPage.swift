import Foundation
import Publishing
import Storage
import Web
import Wording

/// `/recommendations`: all that was announced, to be narrowed by how it stands and by body.
struct RecommendationsPage {
    let all: [RecommendationAnnouncement]
    /// What is looked for; empty for all.
    let state: String
    let body: String
    let today: Day
    let outside: (Address) -> String

    private var found: [RecommendationAnnouncement] {
        all.filter { one in
            let now = one.recommendation
            let isOfState =
                state.isEmpty || now.stage.rawValue == state || (state == "overdue" && now.isOverdue(on: today))
            return isOfState && (body.isEmpty || now.bodies.contains(body))
        }
    }

    var page: Page {
        Page(
            "Recommendations", summary: "What bodies recommended to one another, and what became of it.",
            crumbs: [Mention(at: "/", titled: "Welcome")], width: .wide,
            body: """
                <h1>Recommendations</h1>
                <p class="lead">What the partnership’s bodies recommended to one another, who has still to answer, and what was done.</p>
                \(all.isEmpty ? EmptyState("Nothing is published yet", "A recommendation will stand here once what became of it is published.").html : list)
                <p>A news reader shows what becomes of them, by this address: <a href="/recommendations.atom"><code>\
                \(outside("/recommendations.atom"))</code></a></p>
                """)
    }

    private var list: HTML {
        let found = found
        let isNarrowed = !state.isEmpty || !body.isEmpty
        return """
            \(FilterForm(
                "Find a recommendation", to: "/recommendations", fields: fields,
                outcome: found.count.counted("recommendation", "recommendations"), all: isNarrowed ? "/recommendations" : nil
            ).html)
            <ul class="publications">
            \(found.html(item))
            </ul>
            """
    }

    private var fields: [Field] {
        let states =
            [Field.Choice("", "All")] + PublishedRecommendation.Stage.allCases.map { .init($0.rawValue, $0.title) }
            + [.init("overdue", "Answer overdue")]
        let bodies = Set(all.flatMap(\.recommendation.bodies)).sorted()
        return [
            Field("state", "How it stands", .choice(states), value: state),
            Field(
                "body", "Before which body", .choice([.init("", "All")] + bodies.map { .init($0, $0) }), value: body),
        ]
    }

    private func item(_ one: RecommendationAnnouncement) -> HTML {
        let now = one.recommendation
        let awaited = now.awaited.flatMap { awaited in
            Day(awaited.due).map { "\(awaited.body) is to answer by \($0.words). " }
        }
        return """
            <li class="publications__item"><a href="\(now.address)">\(now.title)</a> \(now.tag(on: today))
            <p class="publications__about">\(now.state(on: today).withFullStop) \(awaited ?? "")\
            \(now.day(until: today).map { "Last step: \($0.words)." } ?? "")</p></li>

            """
    }
}
