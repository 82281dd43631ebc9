import Membership
import Storage
import Web
import Wording
import WorkingDays

/// `/committees/meetings/{meeting}/publication`: what will be laid before everybody, before it is.
struct PublishAgendaPage {
    let plan: PackPlan
    let visit: Visit
    var refusals: Refusals?
    /// Why it is late, as it was typed.
    var late = ""

    private var found: MeetingDesks.Found { plan.found }
    private var title: String {
        let edition = AgendaEdition.title(plan.edition)
        return plan.isForMembersOnly ? "Give to the members: \(edition)" : "Publish: \(edition)"
    }

    var page: Page {
        Page(
            title, crumbs: found.crumbs + [Mention(at: found.address, titled: found.meeting.day.words)],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                <p class="lead">\(found.body.name), \(found.meeting.details.when).</p>
                \(forMembers)
                \(unannounced)
                \(notice)
                \(plan.isForMembersOnly ? nil : MisplacedItems(agenda: plan.agenda, at: found.address, visit: visit).html)
                \(obstacles)
                \(changes)
                <h2>What it will hold</h2>
                \(included)
                <p class="actions">\(Button("See it as a draft (PDF)", to: "\(found.address)/draft.pdf", weight: .secondary).html)</p>
                \(press)
                """)
    }

    private var forMembers: HTML? {
        guard plan.isForMembersOnly else { return nil }
        return Notice(
            .information, "Nothing of this body’s meetings is ever laid before everybody",
            """
            <p>Its agenda and papers are given to those who sit on it, and to those who may sit in for them: they read them, and \
            the pack as PDF, under <em>My papers</em>. Nothing is published, and nobody outside is told of the meeting.</p>
            """
        ).html
    }

    private var unannounced: HTML? {
        guard plan.slug == nil, !plan.isForMembersOnly else { return nil }
        return Notice(
            .warning, "Nobody was told of this meeting yet",
            """
            <p>Notice of the meeting is published before or with its agenda.</p>
            \(PressForm(label: "Announce it to everybody", action: "\(found.address)/announcement").html(for: visit))
            """
        ).html
    }

    private var notice: HTML? {
        guard let notice = plan.notice, notice.needed > 0 else { return nil }
        let given = notice.clearDays.counted("clear day", "clear days")
        guard !plan.isForMembersOnly else {
            return
                "<p>Given now, they have it \(given) before the meeting; \(notice.needed.grouped) are asked for. By: \(plan.rule).</p>"
        }
        guard !notice.isEnough else {
            return
                "<p>Published now, it gives \(given) before the meeting, where \(notice.needed.grouped) are asked for.</p>"
        }
        return Notice(
            .warning, "Published now, it gives \(given); \(notice.needed.grouped) are asked for",
            plan.edition == 1
                ? "<p>By: \(plan.rule). If the meeting was called at shorter notice, its papers are open from then on; otherwise move it, or ask the monitoring officer. Say below why it is late: everybody reads that on the front.</p>"
                : "<p>\(LateRule(found.body.details.regime).words)</p>"
        ).html
    }

    private var reason: HTML? {
        guard plan.wantsReason else { return nil }
        return Field(
            "late", "Why is it published late?",
            hint: "For example, The meeting was called on 3 February, since the grant ends.",
            value: late, refusals: refusals
        ).html
    }

    private var obstacles: HTML? {
        guard !plan.obstacles.isEmpty else { return nil }
        return Notice(
            .warning, "This must be put right first",
            """
            <ul>\(plan.obstacles.html { obstacle in
                guard let item = obstacle.item else { return "<li>\(obstacle.words)</li>" }
                return "<li><a href=\"\("\(found.address)/agenda/items/\(item)" as Address)\">\(obstacle.words)</a></li>"
            })</ul>
            """
        ).html
    }

    private var changes: HTML? {
        guard plan.edition > 1 else { return nil }
        guard !plan.changes.lines.isEmpty else {
            return "<p>Nothing is different from what was published. Change the agenda first.</p>"
        }
        return """
            <h2>What is different from what was published</h2>
            <ul>\(plan.changes.lines.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var included: HTML {
        """
        <ol class="agenda-list">
        \(plan.contents.items.filter { plan.included.contains($0.id) }.html { item in
            let closed: HTML? = item.withholding == nil ? nil : " \(Tag("Kept from the public", .waiting).html)"
            return "<li value=\"\(item.number)\">\(item.title)\(closed)</li>\n"
        })
        </ol>
        \(plan.hasClosed && !plan.isForMembersOnly ? "<p>A second pack is made for the body’s members, with what is kept from the public. The public’s holds none of it.</p>" as HTML : nil)
        """
    }

    private var press: HTML {
        if let advice = plan.pressAdvice {
            return Notice(.warning, "No PDF can be made at the moment", "<p>\(advice)</p>").html
        }
        guard plan.isPossible, plan.slug != nil || plan.isForMembersOnly else {
            return "<p><a href=\"\("\(found.address)/agenda" as Address)\">Back to the agenda</a></p>"
        }
        return PostForm(
            to: "\(found.address)/publication", visit,
            values: [("shown", plan.agenda.revision), ("before", String(plan.agenda.editions.count))],
            isRefused: refusals != nil,
            """
            \(reason)
            <p>What is \(plan.isForMembersOnly ? "given" : "published") is never changed: what is wrong is put right in a supplementary agenda.</p>
            <p class="actions">\(Button(plan.isForMembersOnly ? "Give it to the members" : "Publish it").html) <a href="\(found.address)">Cancel</a></p>
            """
        ).html
    }
}
