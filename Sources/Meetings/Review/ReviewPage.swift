import Membership
import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// What is kept from the public of an item, and whether it still should be.
struct ReviewPage {
    let found: MeetingDesks.Found
    let kept: KeptItem
    /// What was published of the agenda last.
    let edition: EditionContents?
    let today: Day
    let mayOpen: Bool
    let visit: Visit
    var refusals: Refusals?
    var typed = Answers()

    private var item: AgendaItem { kept.item }
    private var withholding: Withholding { item.details.withholding }
    var address: Address { "\(found.address)/agenda/items/\(item.id)/review" }

    var page: Page {
        Page(
            "Look again: \(item.title)",
            crumbs: found.crumbs + [
                Mention(at: found.address, titled: found.meeting.day.words),
                Mention(at: "\(found.address)/agenda/items/\(item.id)", titled: item.title),
            ], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">Kept from the public \(tag.html)</p>
                <h1>\(item.title)</h1>
                \(opened)
                \(SummaryList(facts).html)
                \(history)
                \(kept.opening == nil ? choices : nil)
                """)
    }

    private var tag: Tag {
        if kept.opening != nil { return Tag("Opened", .good) }
        return kept.isDue(on: today) ? Tag("To be looked at", .waiting) : Tag(withholding.sort.title)
    }

    private var opened: HTML? {
        kept.opening.map { opening in
            Notice(
                .information, opening.words,
                """
                <p>\(opening.why.withFullStop) Everybody can read <a href="\("/publications/\(opening.slug)" as Address)">its \
                papers</a>, which stand with the meeting. The minutes are as they were.</p>
                """
            ).html
        }
    }

    private var facts: [(name: String, value: HTML)] {
        let country = found.body.details.regime.country ?? .england
        let subjects = ExemptParagraph.all(in: country, on: found.meeting.day).filter {
            withholding.paragraphs.contains($0.number)
        }
        let under: HTML =
            withholding.isExempt
            ? "<ul class=\"plain-list\">\(subjects.html { "<li>Paragraph \(String($0.number)): \($0.words)</li>" })</ul>"
            : "By law: it is confidential"
        let papers = kept.laid(in: edition)
        return [
            ("Meeting", HTML(text: found.title)), ("Kept back under", under),
            ("Why", HTML(text: withholding.reasoning)),
            (
                "Its papers",
                papers.isEmpty
                    ? "None was laid before the meeting" : HTML(text: papers.map(\.title).joined(separator: ", "))
            ),
        ] + next
    }

    private var next: [(name: String, value: HTML)] {
        kept.opening == nil ? [("To be looked at", HTML(text: kept.due?.words ?? "No day is set"))] : []
    }

    private var history: HTML? {
        guard !kept.reviews.isEmpty else { return nil }
        return """
            <h2>When it was looked at</h2>
            \(Timeline(
                "Looked at, the newest first",
                kept.reviews.reversed().map { review in
                    Timeline.Event(
                        "Kept until \(review.until.words)", at: review.at,
                        detail: "<p>\(review.why.withFullStop) \(review.by)</p>")
                }
            ).html)
            """
    }

    private var choices: HTML {
        guard withholding.isExempt else { return "<p>\(MeetingsRefusal.keptByLaw.reason).</p>" }
        return """
            <h2>Keep it from the public</h2>
            \(keeping)
            <h2>Open it</h2>
            \(opening)
            """
    }

    private var keeping: HTML {
        let suggested = KeptItem.suggestedReview(after: today).typed
        return PostForm(
            to: "\(address)/keeping", visit, values: [("after", String(kept.reviews.count))], isGuarded: true,
            isRefused: refusals != nil,
            """
            \(Field("why", "Why is keeping it back still more in the public interest?", .longText(rows: 3), value: typed["why"], refusals: refusals).html)
            \(Field("until", "When is it looked at next?", hint: "For example, \(suggested).", value: typed.isEmpty("until") ? suggested : typed["until"], refusals: refusals).html)
            <p class="actions">\(Button("Keep it until then", weight: .secondary).html)</p>
            """
        ).html
    }

    private var opening: HTML {
        do {
            try kept.checkOpening(of: edition, heldOn: found.meeting.day, on: today)
        } catch {
            return "<p>\(error.reason).</p>"
        }
        guard mayOpen else { return "<p>Whoever publishes agendas can open it.</p>" }
        return PostForm(
            to: "\(address)/opening", visit, isRefused: refusals != nil,
            """
            <p>Its papers are published by themselves and stand with the meeting, with the day on which they were opened. What was \
            published cannot be taken back unread.</p>
            \(Field("reason", "Why is it opened?", hint: "Everybody reads it. For example, The contract was let on 1 March.", .longText(rows: 2), value: typed["reason"], refusals: refusals).html)
            <p class="choice"><input class="choice__input" type="checkbox" id="sure" name="sure" value="yes"> \
            <label class="choice__label" for="sure">I looked through its papers: everybody may read them</label></p>
            <p class="actions">\(Button("Open it to everybody", weight: .warning).html)</p>
            """
        ).html
    }
}

extension Answers {
    fileprivate func isEmpty(_ name: String) -> Bool { self[name].isEmpty }
}
