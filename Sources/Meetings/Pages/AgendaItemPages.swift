import Markdown
import Membership
import Press
import Publishing
import Storage
import Web
import Wording

/// One item of an agenda: its words, whether the public may see its papers, and the papers.
struct AgendaItemPages {
    let found: MeetingDesks.Found
    let isLate: Bool
    /// Notices in the forward plan that an item taken in private can name; nil where none has to be given.
    let notices: [PrivateNotice]?
    let visit: Visit

    private var base: Address { "\(found.address)/agenda" }
    private var crumbs: [Mention] {
        found.crumbs + [
            Mention(at: found.address, titled: found.meeting.day.words), Mention(at: base, titled: "Agenda"),
        ]
    }

    static let kinds: [(AgendaItemDetails.Kind, String)] = [
        (.report, "A report"), (.other, "Something else"), (.minutes, "Minutes of an earlier meeting"),
        (.apologies, "Apologies for absence"), (.declarations, "Declarations of interest"),
        (.arising, "Actions arising"), (.recommendation, "A recommendation received"),
        (.exclusion, "Exclusion of press and public"),
    ]

    func add(_ answers: Answers, refusals: Refusals? = nil) -> Page {
        form("Add an item", to: "\(base)/items", button: "Add the item", answers, refusals, hidden: [])
    }

    func change(_ item: AgendaItem, _ answers: Answers? = nil, refusals: Refusals? = nil) -> Page {
        form(
            item.title, to: "\(base)/items/\(item.id)", button: "Save", answers ?? suggesting(item.details),
            refusals, hidden: [("revision", String(item.revision))], below: papers(of: item))
    }

    /// With a day a year after the meeting, for what is not kept back yet.
    private func suggesting(_ details: AgendaItemDetails) -> Answers {
        Self.answers(about: details, until: details.withholding.isOpen ? suggestedReview : nil)
    }

    var suggestedReview: String { KeptItem.suggestedReview(after: found.meeting.day).typed }

    private func form(
        _ title: String, to address: Address, button: String, _ answers: Answers, _ refusals: Refusals?,
        hidden: [(name: String, value: String)], below: HTML? = nil
    ) -> Page {
        Page(
            title, crumbs: crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>\(title)</h1>
                \(below)
                \(below.map { _ in "<h2>What the agenda says of it</h2>" as HTML })
                \(PostForm(
                    to: address, visit, values: hidden, isGuarded: true, isRefused: refusals != nil,
                    """
                    \(fields(answers, refusals).html(\.html))
                    \(withholding(answers, refusals))
                    \(isLate ? lateReason(answers, refusals).html : nil)
                    <p class="actions">\(Button(button).html) <a href="\(base)">Cancel</a></p>
                    """
                ).html)
                """)
    }

    private func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field(
                "kind", "What is it?", .choice(Self.kinds.map { .init($0.0.rawValue, $0.1) }), value: answers["kind"],
                refusals: refusals),
            Field(
                "title", "What is it called on the agenda?",
                hint: "Of something kept from the public, a title that tells nothing.",
                value: answers["title"], refusals: refusals),
            Field(
                "text", "What is the meeting asked?",
                hint:
                    "For example, To approve the minutes of 26 January 2016. Everybody reads it, also of an item whose "
                    + "papers are kept from the public. The resolution to exclude press and public writes itself.",
                .longText(rows: 3), value: answers["text"], refusals: refusals),
        ]
    }

    private func withholding(_ answers: Answers, _ refusals: Refusals?) -> HTML {
        let country = found.body.details.regime.country ?? .england
        let chosen = Set(answers["paragraphs"].split(separator: " ").map(String.init))
        return """
            \(Field(
                "withheld", "May the public see its papers?",
                .choice([
                    .init("open", "Yes"), .init("exempt", "No: exempt, by resolution of the meeting"),
                    .init("confidential", "No: confidential, by law"),
                ]), value: answers["withheld"], refusals: refusals
            ).html)
            \(Disclosure(
                "If it is exempt or confidential: under what, and why",
                """
                <fieldset class="field">
                <legend class="field__label">Under which paragraphs of Schedule 12A?</legend>
                \(ExemptParagraph.all(in: country, on: found.meeting.day).html { paragraph in
                    let number = String(paragraph.number)
                    let mark: HTML? = chosen.contains(number) ? " checked" : nil
                    return """
                        <p class="choice"><input class="choice__input" type="checkbox" id="paragraph-\(number)" \
                        name="paragraph" value="\(number)"\(mark)> \
                        <label class="choice__label" for="paragraph-\(number)">\(number): \(paragraph.words)</label></p>

                        """
                })
                </fieldset>
                \(Field(
                    "reasoning", "Why?",
                    hint: "Exempt: why keeping it back is more in the public interest than showing it. Confidential: by what law or whose terms.",
                    .longText(rows: 3), value: answers["reasoning"], refusals: refusals
                ).html)
                \(notices.map { privateNotice($0, answers, refusals).html })
                \(Field("until", "When is that looked at again?", hint: "Of something exempt. A year is usual; it never opens by itself, and clerks are reminded. It may be left empty.", value: answers["until"], refusals: refusals).html)
                """, isOpen: answers["withheld"] == "exempt" || answers["withheld"] == "confidential"
            ).html)
            """
    }

    /// SI 2012/2089, regulation 5.
    private func privateNotice(_ notices: [PrivateNotice], _ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "notice", "Which notice in the forward plan tells that it is taken in private?",
            hint: notices.isEmpty
                ? "There is none for this body and day yet. Publish one under Forward plan, and choose it here."
                : "It is given twice: 28 clear days before, and five clear days before.",
            .choice([.init("", "None yet")] + notices.map { .init($0.key, $0.title) }), value: answers["notice"],
            refusals: refusals)
    }

    private func lateReason(_ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "late", "Why can it not wait?",
            hint: "The chair’s reason, by special circumstances. The minutes repeat it.",
            .longText(rows: 3), value: answers["late"], refusals: refusals)
    }

    static func answers(about details: AgendaItemDetails, until suggested: String? = nil) -> Answers {
        Answers([
            "kind": details.kind.rawValue, "title": details.title, "text": details.text,
            "withheld": details.withholding.sort.rawValue,
            "paragraphs": details.withholding.paragraphs.map(String.init).joined(separator: " "),
            "reasoning": details.withholding.reasoning, "until": suggested ?? details.withholding.until?.typed ?? "",
            "late": details.lateReason, "notice": details.privateNotice,
        ])
    }

    /// What was typed, with the boxes that were ticked among it.
    static func answers(_ form: Form) -> Answers {
        let ticked = form.answers("paragraph").joined(separator: " ")
        var known = ["paragraphs": ticked]
        for name in ["kind", "title", "text", "withheld", "reasoning", "until", "late", "notice"] {
            known[name] = form[name]
        }
        return Answers(known)
    }

    func read(_ answers: Answers) throws -> AgendaItemDetails {
        var check = Check(answers)
        let kind: AgendaItemDetails.Kind? = check.choice("kind", ask: "Choose what it is")
        let title = check.text("title", ask: "Enter what it is called on the agenda", longest: 300)
        let sort: Withholding.Sort? = check.choice("withheld", ask: "Choose whether the public may see its papers")
        let until = check.optionalDay("until")
        let paragraphs = answers["paragraphs"].split(separator: " ").compactMap { Int($0) }
        let reasoning = answers["reasoning"].withoutUnseen
        if sort == .exempt, paragraphs.isEmpty {
            check.refuse("Tick at least one paragraph of Schedule 12A", field: "withheld")
        }
        if let sort, sort != .open, reasoning.isEmpty {
            check.refuse("Say why it is kept from the public", field: "reasoning")
        }
        for (name, text) in [("text", answers["text"]), ("reasoning", reasoning), ("late", answers["late"])]
        where text.count > 4_000 { check.refuse("Use 4,000 characters at most", field: name) }
        if let refusal = TypedUnits.refusal(of: answers["text"]) { check.refuse(refusal.withCapital, field: "text") }
        return try check.checked {
            guard let kind, let sort else { return nil }
            return AgendaItemDetails(
                kind: kind, title: title, text: answers["text"].withoutUnseen,
                withholding: Withholding(sort, paragraphs: paragraphs, reasoning: reasoning, until: until),
                lateReason: answers["late"].withoutUnseen,
                privateNotice: sort == .open ? "" : notices?.first { $0.key == answers["notice"] }?.key ?? "")
        }
    }

    private func papers(of item: AgendaItem) -> HTML {
        let address: Address = "\(base)/items/\(item.id)"
        let replaced = Set(item.papers.compactMap(\.replaces))
        return """
            <h2>Papers</h2>
            \(item.papers.isEmpty ? "<p>None yet.</p>" : DataTable(
                "Papers of this item", columns: [.text("Paper"), .text("How it stands"), .text("")],
                rows: item.papers.map { paper in
                    let standing =
                        paper.isTakenOff ? Tag("Taken off") : replaced.contains(paper.id) ? Tag("Replaced") : Tag("On the agenda", .good)
                    let press = PressForm(
                        label: paper.isTakenOff ? "Put it back" : "Take it off",
                        action: paper.isTakenOff ? "\(base)/papers/\(paper.id)/return" : "\(base)/papers/\(paper.id)/removal")
                    return [
                        "<a href=\"\("\(base)/papers/\(paper.id)" as Address)\">\(paper.title)</a> <span class=\"table-note\">\(paper.sortInWords), \(paper.addedBy)</span>",
                        standing.html, press.html(for: visit),
                    ]
                }
            ).html)
            <p class="actions">\(Button("Add a paper", to: "\(address)/papers/new", weight: .secondary).html)\
            \(item.details.withholding.isOpen ? nil : " \(Button("Look again at what is kept back", to: "\(address)/review", weight: .secondary).html)")</p>
            \(PressForm(label: "Take the item off the agenda", action: "\(address)/removal").html(for: visit))
            """
    }

    /// The form by which a paper is laid before the meeting.
    func paper(for item: AgendaItem, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add a paper to ‘\(item.title)’",
            crumbs: crumbs + [Mention(at: "\(base)/items/\(item.id)", titled: item.title)],
            action: "\(base)/items/\(item.id)/papers", button: Button("Add the paper"),
            fields: [
                Field("title", "What is it called?", value: answers["title"], refusals: refusals),
                Field(
                    "replaces", "Does it take the place of one that is here?",
                    hint: "Both are marked, where the earlier one was published.",
                    .choice([.init("", "No")] + item.standing.map { .init("\($0.id)", "Yes: ‘\($0.title)’") }),
                    value: answers["replaces"], refusals: refusals),
                Field(
                    "file", "A file",
                    hint: "It goes into the pack page by page, and stays available. \(GivenPaper.kinds)",
                    .file(accept: GivenPaper.accepted, allowsSeveral: false), refusals: refusals),
                Field(
                    "description", "What does the file show?",
                    hint: "For whoever cannot see its pages: a sentence or two.",
                    .longText(rows: 3), value: answers["description"], refusals: refusals),
                Field(
                    "text", "Or its text, written here", hint: "In Markdown, with headings, lists and tables.",
                    .longText(rows: 12), value: answers["text"], refusals: refusals),
            ], refusals: refusals, back: "\(base)/items/\(item.id)", takesFiles: true)
    }
}
