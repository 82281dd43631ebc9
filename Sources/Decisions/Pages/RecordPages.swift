import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// `/committees/decisions/{decision}`: the record of a decision as who keeps it sees it.
struct DecisionRecordPage {
    let opened: DecisionDesk.OpenedDecision
    let today: Day
    let visit: Visit

    private var draft: RegisterDraft<DecisionStatement> { opened.draft }

    var page: Page {
        Page(
            opened.title, crumbs: [.home, .decisions],
            body: """
                <p class="eyebrow">Record of a decision</p>
                <h1>\(opened.title)</h1>
                \(state)
                \(opened.warning.map { Notice(.warning, "Only full Council approves the strategy", "<p>\($0.withFullStop)</p>").html })
                \(MissingFields(missing: opened.missing, address: opened.address).html)
                <h2>Write it</h2>
                <ul class="plain-list">
                \(DecisionPart.allCases.html { "<li><a href=\"\(opened.address)/parts/\($0.rawValue)\">\($0.title)</a></li>\n" })
                </ul>
                \(publishing)
                \(callIn)
                \(closed)
                <section class="colophon" aria-label="As it reads">
                \(DecisionBody(draft.statement).html)
                </section>
                """)
    }

    private var state: HTML {
        guard let published = opened.published else {
            return
                "<p>\(Tag("Not published", .waiting).html) Changed by \(draft.changedBy), \(draft.changedAt.dayAndTime).</p>"
        }
        return """
            <p>\(Tag("Published", .good).html) <a href="/decisions/\(published.slug)">Version \(published.version.number), \
            \(published.version.publishedAt.dayAndTime)</a>. \(published.standing.words(on: today).withFullStop)</p>
            """
    }

    private var publishing: HTML? {
        guard opened.missing.isEmpty else { return nil }
        guard let published = opened.published else {
            return "<p class=\"actions\">\(Button("Publish it", to: "\(opened.address)/publication").html)</p>"
        }
        guard !opened.isAsPublished else { return nil }
        return """
            <p>It was changed since version \(published.version.number), and everybody still reads that version.</p>
            <p class="actions">\(Button("Publish the correction", to: "\(opened.address)/publication").html)</p>
            """
    }

    private var callIn: HTML? {
        guard let published = opened.published else { return nil }
        switch published.standing.state(on: today) {
        case .open where published.standing.mayBeCalledIn(on: today):
            return
                "<p class=\"actions\">\(Button("Enter a call-in", to: "\(opened.address)/call-in", weight: .warning).html)</p>"
        case .calledIn, .council:
            return
                "<p class=\"actions\">\(Button("Enter what became of the call-in", to: "\(opened.address)/outcome").html)</p>"
        default: return nil
        }
    }

    private var closed: HTML? {
        guard !draft.closedPart.isEmpty else { return nil }
        return """
            <h2>Kept from the public</h2>
            <p>\(Tag("Not for the public", .waiting).html) It is in nothing that is published.</p>
            <p>\(draft.closedPart)</p>
            """
    }
}

/// What must be filled in before something is published, each with a way to its field.
struct MissingFields {
    let missing: [MissingField]
    let address: Address

    var html: HTML? {
        guard !missing.isEmpty else { return nil }
        return Notice(
            .information, "\(missing.count.counted("answer is", "answers are")) missing before it can be published",
            """
            <ul>
            \(missing.html { missing in
                let part: Address = "\(address)/parts/\(missing.part)"
                return "<li><a href=\"\(part)#\(missing.field)\">\(missing.message)</a></li>\n"
            })
            </ul>
            """
        ).html
    }
}

/// `/committees/forward-plan/{entry}`: a notice for the forward plan as who keeps it sees it.
struct PlanRecordPage {
    let opened: DecisionDesk.OpenedPlan
    let visit: Visit

    private var draft: RegisterDraft<PlanStatement> { opened.draft }

    var page: Page {
        Page(
            opened.title, crumbs: [.home, .decisions, .forwardPlan],
            body: """
                <p class="eyebrow">Notice for the forward plan</p>
                <h1>\(opened.title)</h1>
                \(state)
                \(MissingFields(missing: opened.missing, address: opened.address).html)
                <h2>Write it</h2>
                <ul class="plain-list">
                \(PlanPart.allCases.html { "<li><a href=\"\(opened.address)/parts/\($0.rawValue)\">\($0.title)</a></li>\n" })
                </ul>
                \(publishing)
                \(settling)
                \(opened.reckoning.map(days))
                <section class="colophon" aria-label="As it reads">
                \(PlanBody(draft.statement).html)
                </section>
                """)
    }

    private var state: HTML {
        guard let published = opened.published else {
            return
                "<p>\(Tag("Not published", .waiting).html) Changed by \(draft.changedBy), \(draft.changedAt.dayAndTime).</p>"
        }
        return """
            <p>\(Tag("Published", .good).html) <a href="/forward-plan/\(published.slug)">Version \(published.version.number), \
            \(published.version.publishedAt.dayAndTime)</a></p>
            """
    }

    private var publishing: HTML? {
        guard opened.missing.isEmpty, opened.published?.isAhead != false, !opened.isAsPublished else { return nil }
        let label = opened.published == nil ? "Publish it" : "Publish the change"
        return "<p class=\"actions\">\(Button(label, to: "\(opened.address)/publication").html)</p>"
    }

    private var settling: HTML? {
        guard let published = opened.published, published.isAhead else { return nil }
        return """
            <div class="actions">\(PressForm(label: "Record the decision", action: "\(opened.address)/decision").html(for: visit)) \
            \(Button("Drop it from the plan", to: "\(opened.address)/removal", weight: .warning).html)</div>
            """
    }

    private func days(_ reckoning: NoticeReckoning) -> HTML {
        let second: HTML? =
            draft.statement.privacy.isPrivate == true
            ? "<p>The second notice of the private meeting is due by \(reckoning.secondDeadline.withWeekday): five clear days.</p>"
            : nil
        return """
            <h2>When it has to be published</h2>
            <p>By \(reckoning.deadline.day.withWeekday), for \(reckoning.given.needed.counted("clear day", "clear days")) of the calendar. \
            Councils that count working days alone publish by \(reckoning.workingDeadline.withWeekday).</p>
            \(second)
            \(Disclosure("How the days are counted", "<ul>\(reckoning.deadline.days.html { "<li>\($0.day.withWeekday): \($0.reason.withFullStop)</li>" })</ul>").html)
            """
    }
}
