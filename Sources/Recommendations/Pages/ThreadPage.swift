import Markdown
import Membership
import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// `/committees/recommendations/{recommendation}`: one recommendation, its way so far, and what is to be entered next.
struct ThreadPage {
    let followed: FollowedThread
    let today: Day
    let mayFollow: Bool
    /// Whether the reader is the one who is to answer.
    let isAsked: Bool
    let mayPublish: Bool
    /// As everybody would be told of it; nil where they may not be.
    let shared: PublishedRecommendation?
    /// What they were told last; nil where nothing was.
    let told: RecommendationAnnouncement?
    let visit: Visit

    private var thread: RecommendationThread { followed.thread }
    private var state: ThreadState { followed.state }

    var page: Page {
        Page(
            thread.title, crumbs: [.home, .committees, .recommendations],
            body: """
                <p class="eyebrow">Recommendation \(tag)\(thread.isWithheld ? " \(Tag("Not for the public", .waiting).html)" : nil)</p>
                <h1>\(thread.title(atMost: .max))</h1>
                \(SummaryList(facts).html)
                <h2>What is recommended</h2>
                \(Prose(Markdown(thread.recommended.full), under: 2).html)
                \(agreed)
                \(next)
                <h2>Its way so far</h2>
                \(JourneyList(thread: thread, mayStrike: mayFollow).html)
                \(counting)
                \(publishing)
                """)
    }

    /// What the body that decided it made of the words; nil where it left them, or has not decided.
    private var agreed: HTML? {
        thread.text == thread.recommended
            ? nil : "<h2>As it was agreed</h2>\n\(Prose(Markdown(thread.text.full), under: 2).html)"
    }

    private var tag: HTML {
        if state.isOverdue(on: today) { return Tag("Answer overdue", .bad).html }
        let stage = thread.publishedStage
        return Tag(stage.title, stage.isSettled ? .good : stage == .closed ? .plain : .waiting).html
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [("How it stands", HTML(text: state.words(on: today)))]
        if let awaiting = state.awaiting {
            facts.append((state.decided == nil ? "Who has not answered" : "Its answer", HTML(text: state.awaited)))
            facts.append(
                (
                    "Answer due",
                    "\(awaiting.due.day.words) <span class=\"table-note\">\(awaiting.due.explanation)</span>"
                ))
        } else if !state.awaited.isEmpty {
            facts.append(("Its answer", HTML(text: state.awaited)))
        }
        if !thread.ahead.isEmpty {
            facts.append(("Still to come", HTML(text: thread.ahead.map(\.name).joined(separator: ", then "))))
        }
        if let deciding = thread.start.deciding { facts.append(("Who may decide it", HTML(text: deciding.name))) }
        let from: HTML =
            Address(untrusted: thread.start.address).map { "<a href=\"\($0)\">\(thread.start.from)</a>" }
            ?? HTML(text: thread.start.from)
        facts.append(("Where it comes from", from))
        return facts
    }

    /// The one or two that are likely first.
    private var next: HTML? {
        let likely = NextSteps(state).likely
        let offered = offered
        if mayFollow {
            let rest = StepForm.allCases.filter { !likely.contains($0) && (state.awaiting != nil || !$0.wantsAwaiting) }
            return """
                <h2>What to enter next</h2>
                \(offered)
                <p class="actions">\(likely.enumerated().map { button($0.element, isFirst: $0.offset == 0 && offered == nil) })</p>
                \(Disclosure("Something else became of it", "<ul>\(rest.html { "<li><a href=\"\(address(of: $0))\">\($0.title)</a></li>" })</ul>").html)
                """
        }
        guard isAsked else { return nil }
        return """
            <h2>Your answer is awaited</h2>
            \(offered)
            <p class="actions">\(button(.response, isFirst: offered == nil)) \(button(.action, isFirst: false))</p>
            """
    }

    /// What the body decided, as its answer, in one press.
    private var offered: HTML? {
        guard let offer = state.unanswered.map(OfferedAnswer.init) else { return nil }
        guard offer.acceptance != nil else {
            return """
                <p>\(offer.decided.words). The minute says more than that it is agreed: say in the answer how far it is accepted.</p>
                \(Prose(Markdown(offer.reasons), under: 3).html)
                """
        }
        guard offer.isWhole else {
            return "<p>\(offer.decided.words). The minute gives no reasons: write them in the answer.</p>"
        }
        return """
            <p>\(offer.decided.words). You can enter it as it stands, or write the answer yourself.</p>
            \(offer.reasons.isEmpty ? nil : Prose(Markdown(offer.reasons), under: 3).html)
            \(PostForm(
                to: address(of: .response), visit, values: [("newest", "\(thread.steps.last?.number ?? 0)")] + offer.values,
                "<p class=\"actions\">\(Button(offer.title).html)</p>"
            ).html)
            """
    }

    private func address(of form: StepForm) -> Address { "\(thread.address)/steps/\(form.rawValue)" }

    private func button(_ form: StepForm, isFirst: Bool) -> HTML {
        "\(Button(form.title, to: address(of: form), weight: isFirst ? .primary : .secondary).html) "
    }

    /// How the day was found by which the answer is due, day by day.
    private var counting: HTML? {
        guard let days = state.awaiting?.due.counted?.days else { return nil }
        return Disclosure(
            "How the \(ResponseDue.days) days were counted",
            "<ol class=\"count-list\">\(days.html { "<li>\($0.day.words): \($0.reason)</li>" })</ol>"
        ).html
    }

    private var publishing: HTML {
        guard let shared else {
            return """
                <h2>The public page</h2>
                <p>\(thread.isWithheld ? RecommendationsRefusal.neverPublic.reason : "Nothing of it was published elsewhere yet, so there is no public page").</p>
                """
        }
        let there: HTML? = told.map { told in
            "<p><a href=\"\("/recommendations/\(thread.id)" as Address)\">The public page</a>, version \(told.number) of \(told.at.dayAndTime).</p>"
        }
        let isSame = told?.recommendation == shared
        let missing = thread.standing.count - shared.steps.count
        let left: HTML? =
            missing == 0
            ? nil
            : "<p>\(missing.counted("step is", "steps are")) left out: what is not published elsewhere yet, is kept from the public, or names who answers.</p>"
        guard mayPublish, !isSame else {
            return "<h2>The public page</h2>\(there ?? "<p>It has none yet.</p>")\(left)"
        }
        return """
            <h2>The public page</h2>
            \(there ?? "<p>It has none yet.</p>")\(left)
            \(PostForm(
                to: "\(thread.address)/publication", visit, values: [("newest", "\(thread.steps.last?.number ?? 0)")],
                "<p class=\"actions\">\(Button(told == nil ? "Publish its page" : "Publish what became of it since", weight: .secondary).html)</p>"
            ).html)
            """
    }
}

/// The steps of a recommendation, under the bodies that took them.
struct JourneyList {
    let thread: RecommendationThread
    let mayStrike: Bool

    var html: HTML {
        let struck = thread.struck
        var stations: [(body: String, steps: [ThreadStep])] = []
        for step in thread.shown {
            let body = step.details.body?.name ?? ""
            if stations.last?.body == body {
                stations[stations.count - 1].steps.append(step)
            } else {
                stations.append((body, [step]))
            }
        }
        return stations.html { station in
            """
            <section class="journey">
            <h3>\(station.body.isEmpty ? "The report, and what was done" : station.body)</h3>
            \(station.steps.html { self.step($0, struck[$0.number]) })
            </section>

            """
        }
    }

    private func step(_ step: ThreadStep, _ struck: String?) -> HTML {
        let words = StepWords(step.details)
        let texts = thread.texts
        let index = texts.firstIndex { $0.step == step.number } ?? 0
        let changed: HTML? =
            step.details.changesText && index > 0
            ? Disclosure(
                "What that changed", ChangedWords(texts[index].text.full, since: texts[index - 1].text.full).html
            ).html
            : nil
        return """
            <ol class="journey__steps\(struck == nil ? "" : " journey__steps--struck")"><li>
            <p class="journey__day"><time datetime="\(step.details.day)">\(Day(step.details.day)?.words ?? "")</time></p>
            <p class="journey__title">\(words.title)\(step.details.isWithheld ? " \(Tag("Not for the public", .waiting).html)" : nil)</p>
            \(words.words.isEmpty ? nil : Prose(Markdown(words.words), under: 3).html)
            \(changed)
            \(struck.map { "<p>Struck out: \($0)</p>" as HTML })
            <p class="table-note">\(place(step))Step \(step.number), entered by \(step.by), \(step.at.dayAndTime)\(strike(step, struck))</p>
            </li></ol>
            """
    }

    private func place(_ step: ThreadStep) -> HTML? {
        guard let meeting = step.details.meeting else { return nil }
        let words = step.details.minuteWords ?? "The meeting of \(Day(meeting.day)?.words ?? meeting.day)"
        let address: Address =
            step.details.isFromMinutes
            ? "/committees/meetings/\(meeting.id)/minutes/reading" : "/committees/meetings/\(meeting.id)"
        return "<a href=\"\(address)\">\(words)</a> · "
    }

    private func strike(_ step: ThreadStep, _ struck: String?) -> HTML? {
        guard mayStrike, struck == nil, step.number > 1 else { return nil }
        return
            " · <a href=\"\("\(thread.address)/steps/\(String(step.number))/striking" as Address)\">Strike it out<span class=\"visually-hidden\">: step \(step.number)</span></a>"
    }
}
