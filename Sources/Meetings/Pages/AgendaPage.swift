import Membership
import Storage
import Web
import Wording

/// `/committees/meetings/{meeting}/agenda`: the order of business, as it is made up. What dragging does with a mouse, the
/// buttons beside each item do from the keyboard.
struct AgendaPage {
    let found: MeetingDesks.Found
    let agenda: Agenda
    /// Reports that are finished for this body and are on none of its agendas.
    let waiting: [FinishedReport]
    /// What else waits for the meeting.
    let arising: [ArisingMatter]
    let isLate: Bool
    /// Items that are taken in private, and what is wanting before they may be published so.
    let wanting: [Agenda.Obstacle]
    /// That the papers are too much for one pack; nil where they are not.
    let tooMuch: Agenda.Obstacle?
    let mayPublish: Bool
    let visit: Visit
    /// What was just moved.
    var moved: MovedItem?
    var refusals: Refusals?

    private var base: Address { "\(found.address)/agenda" }

    var page: Page {
        Page(
            "Agenda of \(found.title)",
            crumbs: found.crumbs + [Mention(at: found.address, titled: found.meeting.day.words)],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Agenda</h1>
                <p class="lead">\(found.body.name), \(found.meeting.details.when).</p>
                \(late)
                \(misplaced)
                \(unnoticed)
                \(tooLarge)
                \(agenda.standing.isEmpty ? empty : list)
                <p class="actions">\(Button("Add an item", to: "\(base)/items/new", weight: .secondary).html) \
                \(agenda.standing.isEmpty ? nil : Button("See the pack as a draft (PDF)", to: "\(found.address)/draft.pdf", weight: .secondary).html) \
                \(mayPublish ? WayToPublishing(found: found, agenda: agenda).button(.primary) : nil)</p>
                \(matters)
                \(reports)
                \(takenOff)
                """)
    }

    private var late: HTML? {
        guard isLate else { return nil }
        return Notice(
            .warning, "The day for publishing the agenda has passed",
            "<p>\(LateRule(found.body.details.regime).words)</p>"
        )
        .html
    }

    /// What the public may see stands where it is excluded already: one press puts that right.
    private var misplaced: HTML? { MisplacedItems(agenda: agenda, at: found.address, visit: visit).html }

    private var unnoticed: HTML? {
        guard !wanting.isEmpty else { return nil }
        return Notice(
            .warning, "Before these may be taken in private",
            "<ul>\(wanting.html { "<li>\($0.words).</li>" })</ul>"
        ).html
    }

    private var tooLarge: HTML? {
        tooMuch.map { obstacle in
            let item = obstacle.item.map { "\(base)/items/\($0)" as Address } ?? base
            return Notice(
                .warning, "The papers are too much for one pack",
                "<p>\(obstacle.words). <a href=\"\(item)\">To that item</a></p>"
            ).html
        }
    }

    private var empty: HTML {
        """
        \(EmptyState("Nothing is on it yet", "Begin with what every meeting takes, and what was left open at the last.").html)
        \(PressForm(label: "Begin with the usual items", action: "\(base)/beginning", weight: .primary).html(for: visit))
        """
    }

    private var list: HTML {
        let numbered = agenda.numbered
        return PostForm(
            to: "\(base)/order", visit, values: [("order", agenda.items.map { "\($0.id)" }.joined(separator: " "))],
            """
            \(moved?.said(of: numbered.map { ("\($0.item.id)", $0.item.title) }))
            <ol class="agenda-builder" data-behaviour="order">
            \(numbered.enumerated().map { place, numbered in
                row(numbered.number, numbered.item, isFirst: place == 0, isLast: place == agenda.standing.count - 1)
            })
            </ol>
            """
        ).html
    }

    private func row(_ number: Int, _ item: AgendaItem, isFirst: Bool, isLast: Bool) -> HTML {
        let withheld: HTML? =
            item.details.withholding.isOpen
            ? nil : " \(Tag(item.details.withholding.sort.title, .waiting).html)"
        let isNew: HTML? = !agenda.editions.isEmpty && item.number == nil ? " \(Tag("Not published yet").html)" : nil
        return """
            <li class="agenda-builder__item" data-item="\("\(item.id)")">
            <span class="agenda-builder__number" aria-hidden="true">\(number).</span>
            <div class="agenda-builder__what">
            <a class="agenda-builder__title" href="\(address(of: item))"><span class="visually-hidden">Item \(number): </span>\(item.title)</a>\(withheld)\(isNew)
            \(item.standing.isEmpty ? nil : "<ul>\(item.standing.html { "<li>\($0.title) <span class=\"table-note\">\($0.sortInWords)</span></li>" })</ul>" as HTML)
            </div>
            <div class="agenda-builder__moves">
            \(isFirst ? nil : move(.up, item, number, "Up", isLast: isLast))
            \(isLast ? nil : move(.down, item, number, "Down", isFirst: isFirst))
            </div>
            </li>

            """
    }

    private func move(
        _ way: MovedItem.Way, _ item: AgendaItem, _ number: Int, _ label: String, isFirst: Bool = false,
        isLast: Bool = false
    ) -> HTML {
        let focus = MovedItem.attributes(of: way, for: "\(item.id)", after: moved, isFirst: isFirst, isLast: isLast)
        return """
            <button class="link-button" type="submit" name="move" value="\("\(way.rawValue) \(item.id)")" \
            aria-label="\(label): item \(number), \(item.title)"\(focus)>\(label)</button>
            """
    }

    private func address(of item: AgendaItem) -> Address { "\(base)/items/\(item.id)" }

    private var matters: HTML? {
        guard !arising.isEmpty else { return nil }
        return """
            <h2>What waits for this meeting</h2>
            <ul class="publications">
            \(arising.html { matter in
                """
                <li class="publications__item">\(matter.details.title) <p class="publications__about">\(matter.why)</p>
                \(PostForm(to: "\(base)/arising", visit, values: [("key", matter.key)], Button("Add it to the agenda", weight: .secondary).html).html)</li>

                """
            })
            </ul>
            """
    }

    private var reports: HTML? {
        guard !waiting.isEmpty else { return nil }
        return """
            <h2>Reports that are finished and wait for an agenda</h2>
            <ul class="publications">
            \(waiting.html { report in
                """
                <li class="publications__item">\(report.title)
                \(PostForm(to: "\(base)/reports", visit, values: [("report", report.address), ("version", String(report.version))], Button("Put it on the agenda", weight: .secondary).html).html)</li>

                """
            })
            </ul>
            """
    }

    private var takenOff: HTML? {
        let gone = agenda.items.filter(\.isTakenOff)
        guard !gone.isEmpty else { return nil }
        return """
            <h2>Taken off</h2>
            <ul class="publications">
            \(gone.html { item in
                """
                <li class="publications__item">\(item.title)
                \(PressForm(label: "Put it back", action: "\(address(of: item))/return").html(for: visit))</li>

                """
            })
            </ul>
            """
    }
}

extension AgendaPaper {
    var sortInWords: String {
        switch content {
        case .text: "written here"
        case .report(_, let version): "report, version \(version)"
        case .file(let file): "PDF, \(file.pages.counted("page", "pages"))"
        }
    }
}
