import Foundation
import Markdown
import Publishing
import Storage
import Web
import Wording

/// `/recommendations/{recommendation}`: one recommendation through all the bodies it came before.
struct RecommendationPage {
    private let announcements: [RecommendationAnnouncement]
    private let now: PublishedRecommendation
    private let today: Day

    /// Nil where nothing was announced.
    init?(announcements: [RecommendationAnnouncement], today: Day) {
        guard let last = announcements.last else { return nil }
        (self.announcements, now, self.today) = (announcements, last.recommendation, today)
    }

    var page: Page {
        Page(
            now.title, summary: "A recommendation and what became of it: \(now.state(on: today)).",
            crumbs: [
                Mention(at: "/", titled: "Welcome"), Mention(at: "/recommendations", titled: "Recommendations"),
            ],
            body: """
                <p class="eyebrow">Recommendation \(now.tag(on: today))</p>
                <h1>\(now.heading)</h1>
                \(SummaryList(facts).html)
                <h2>What is recommended</h2>
                \(Prose(Markdown(now.text), under: 2).html)
                \(now.agreed.map { "<h2>As it was agreed</h2>\n\(Prose(Markdown($0), under: 2).html)" as HTML })
                <h2>Its way</h2>
                \(journey)
                <h2>When this page was published</h2>
                \(history)
                """)
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [("How it stands", HTML(text: now.state(on: today)))]
        if let awaited = now.awaited, let due = Day(awaited.due) {
            facts.append(("Who is to answer", HTML(text: awaited.body)))
            let late: HTML? = due < today ? " \(Tag("Overdue", .bad).html)" : nil
            facts.append(
                ("By when", "\(due.words)\(late) <span class=\"table-note\">\(awaited.explanation)</span>"))
        }
        if let unanswered = now.unanswered { facts.append(("Its answer", HTML(text: unanswered))) }
        if !now.ahead.isEmpty { facts.append(("Still to come", HTML(text: now.ahead.joined(separator: ", then ")))) }
        if !now.from.isEmpty { facts.append(("Where it comes from", HTML(text: now.from))) }
        return facts
    }

    /// Under the name of each body what was done there.
    private var journey: HTML {
        var stations: [(body: String, steps: [PublishedRecommendation.Step])] = []
        for step in now.steps {
            if stations.last?.body == step.body {
                stations[stations.count - 1].steps.append(step)
            } else {
                stations.append((step.body, [step]))
            }
        }
        return stations.html { station in
            """
            <section class="journey">
            <h3>\(station.body.isEmpty ? "The report, and what was done" : station.body)</h3>
            <ol class="journey__steps">\(station.steps.html(step))</ol>
            </section>

            """
        }
    }

    private func step(_ step: PublishedRecommendation.Step) -> HTML {
        let place: HTML? = step.place.flatMap { place in
            Address(untrusted: place.address).map { "<p><a href=\"\($0)\">\(place.title)</a></p>" }
        }
        let changed: HTML? = step.changed.map { changed in
            """
            \(Disclosure("What that changed", "<p><ins>Underlined</ins> words were put in, <del>struck</del> words taken out.</p>\(ChangedWords(changed.after, since: changed.before).html)").html)
            """
        }
        return """
            <li><p class="journey__day"><time datetime="\(step.day)">\(Day(step.day)?.words ?? step.day)</time></p>
            <p class="journey__title">\(step.title)</p>
            \(step.words.isEmpty ? nil : Prose(Markdown(step.words), under: 3).html)
            \(changed)\(place)</li>

            """
    }

    private var history: HTML {
        Timeline(
            "Versions of this page, the newest first",
            announcements.reversed().map {
                Timeline.Event("Version \($0.number): \($0.recommendation.state.begunSmall)", at: $0.at, isTimed: true)
            }
        ).html
    }
}

extension PublishedRecommendation {
    var address: Address { "/recommendations/\(id)" }

    /// How it stands at a glance.
    func tag(on today: Day) -> HTML {
        if isOverdue(on: today) { return Tag("Answer overdue", .bad).html }
        return Tag(stage.title, stage.isSettled ? .good : stage == .closed ? .plain : .waiting).html
    }
}
