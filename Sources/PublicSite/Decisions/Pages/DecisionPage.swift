import Publishing
import Storage
import Web
import Wording

/// `/decisions/{decision}`: one decision, whether it may be carried out, and what became of it.
struct DecisionPage {
    let decision: RegisteredDecision
    let content: FrozenPage
    let plan: PlannedDecision?
    let today: Day

    private var standing: DecisionStanding { decision.standing }

    var page: Page {
        Page(
            content.title, summary: content.summary,
            crumbs: [Mention(at: "/", titled: "Welcome"), Mention(at: "/decisions", titled: "Decisions")],
            body: """
                \(Notice(tone, standing.state(on: today).title, "<p>\(standing.words(on: today).withFullStop)</p>").html)
                \(content.body)
                \(events)
                \(PublishedVersions(publication: decision.publication, version: decision.version).html)
                """)
    }

    private var tone: Notice.Tone {
        switch standing.state(on: today) {
        case .inForce: .success
        case .open, .recommended: .information
        case .calledIn, .back, .council: .warning
        }
    }

    private var events: HTML? {
        guard !decision.events.isEmpty else { return nil }
        return "<h2>What became of it</h2>\n\(RegisterEvents(events: decision.events).html)"
    }
}

/// What became of a decision or a notice, the newest first.
struct RegisterEvents {
    let events: [RegisterEvent]

    var html: HTML {
        Timeline(
            "What became of it, the newest first",
            events.reversed().map { event in
                let signed: HTML? = event.names.isEmpty ? nil : "<p>Signed by \(event.names.inWords).</p>"
                return Timeline.Event(
                    "\(event.kind.title) on \(event.on.words)", at: event.at, isTimed: true,
                    detail: "\(signed)<p>\(event.words.withFullStop)</p>")
            }
        ).html
    }
}

/// Which version this is, what it changed, and where the others are.
struct PublishedVersions {
    let publication: Publication
    let version: PublishedVersion

    var html: HTML {
        """
        <section class="colophon" aria-labelledby="colophon">
        <h2 id="colophon">About this version</h2>
        <p>Version \(version.number), published \(version.publishedAt.dayAndTime). \
        <a href="\(version.address(in: publication))">This version for good, with its fingerprint</a></p>
        \(changes)
        \(others)
        </section>
        """
    }

    private var changes: HTML? {
        guard !version.changes.isEmpty else { return nil }
        return """
            <h3>What is different from version \(version.number - 1)</h3>
            <ul>\(version.changes.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var others: HTML? {
        let others = publication.versions.filter { $0.number != version.number }
        guard !others.isEmpty else { return nil }
        return """
            <h3>Other versions</h3>
            <ul>\(others.html { "<li><a href=\"\($0.address(in: publication))\">Version \($0.number), \($0.publishedAt.day)</a>\($0.withdrawal == nil ? "" : ", withdrawn")</li>" })</ul>
            """
    }
}
