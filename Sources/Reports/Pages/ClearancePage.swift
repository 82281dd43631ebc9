import Markdown
import Membership
import Storage
import Web
import Wording

/// `/reports/{report}/clearance`: how each implication stands.
struct ClearancesPage {
    let opened: OpenReport
    let clearances: Clearances

    var page: Page {
        Page(
            "Clearance", crumbs: ReportCrumbs.of(opened),
            body: """
                <p class="eyebrow">\(opened.title)</p>
                <h1>Clearance</h1>
                <p class="lead">An officer looks at each implication and clears it. Whoever says nothing has not cleared anything.</p>
                \(TaskList(clearances.lines.map(task)).html)
                """)
    }

    private func task(_ line: Clearances.Line) -> TaskList.Task {
        TaskList.Task(
            line.implication.title, detail: ClearanceSentence.words(of: line), state: ClearanceTag.tag(line.state),
            at: opened.report.clearance(of: line.implication))
    }
}

/// How a clearance stands, in a sentence.
enum ClearanceSentence {
    static func words(of line: Clearances.Line) -> String {
        guard let request = line.request else { return "Nobody was asked yet." }
        let answer = request.answers.last
        switch line.state {
        case .notAsked: return "Nobody was asked yet."
        case .waiting: return "\(request.name) is asked to answer by \(request.due.words)."
        case .overdue:
            return "\(request.name) was to answer by \(request.due.words), and has not. Silence is no clearance."
        case .mustChange: return "\(request.name) said on \(answer?.at.day ?? "") what must change first."
        case .earlierVersion(.text):
            return
                "\(request.name) cleared it on \(answer?.at.day ?? ""). Its text has changed since: they have to confirm it."
        case .earlierVersion(.report):
            return
                "\(request.name) cleared it on \(answer?.at.day ?? ""). Sections, options or recommendations of the report have "
                + "changed since: they have to confirm it."
        case .cleared: return "\(request.name) cleared it on \(answer?.at.day ?? "")."
        }
    }
}

/// `/reports/{report}/clearance/{implication}`: its text, whoever is asked to clear it, and what they say.
struct ClearancePage {
    let opened: OpenReport
    let line: Clearances.Line
    let document: ReportDocument
    let people: [Participant]
    let visit: Visit
    let reader: ID<Person>
    let answers: Answers
    let refusals: Refusals?

    private var report: Report { opened.report }
    private var implication: Implication { line.implication }
    private var isAsked: Bool { opened.reach.asked.contains(implication) }
    private var text: String { document.content[implication.part]["text"] }

    var page: Page {
        Page(
            "\(implication.title) implications",
            crumbs: ReportCrumbs.of(opened) + [Mention(at: report.clearance, titled: "Clearance")],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(opened.title) \(ClearanceTag.tag(line.state).html)</p>
                <h1>\(implication.title) implications</h1>
                <p class="lead">\(ClearanceSentence.words(of: line))</p>
                \(toChange)
                \(words)
                \(report.state == .draft && isAsked ? answering : nil)
                \(report.state == .draft && opened.reach.writes ? asking : nil)
                \(history)
                """)
    }

    private var toChange: HTML? {
        guard case .mustChange(let words) = line.state else { return nil }
        return Notice(.warning, "What must change", paragraphs(words)).html
    }

    private var words: HTML {
        let mayWrite = report.state == .draft && (opened.reach.writes || isAsked)
        let label = text.isEmpty ? "Write it" : "Change the text"
        let edit: HTML? =
            mayWrite
            ? "<p class=\"actions\">\(Button(label, to: report.editing(implication.place), weight: .secondary).html)</p>"
            : nil
        return """
            <h2>What the report says</h2>
            \(text.isEmpty ? "<p>Nothing yet. \(implication.guidance)</p>" : Prose(Markdown(text), under: 2).html)
            \(edit)
            """
    }

    private var answering: HTML {
        let signed = line.request?.answers.last { $0.kind == .signed }
        let changed: HTML? = signed.map { answer in
            """
            <p><a href="\(report.comparison.asking(["from": "\(answer.version)", "to": "\(report.newest)"]))">What changed since you \
            cleared it</a></p>
            """
        }
        return """
            <section class="report-answer">
            <h2>Your clearance</h2>
            <p>You are asked for it. <a href="\(report.address)">Read the whole report</a> first; put the text above right if it \
            needs it. Your clearance is for the report as it is now: if its sections, options or recommendations change, you are asked \
            to confirm it.</p>
            \(changed)
            \(PostForm(
                to: "/reports/\(report.id)/clearance/\(implication.rawValue)/answer", visit,
                values: [("version", "\(report.newest)")], isGuarded: true, isRefused: refusals != nil,
                """
                \(Field(
                    "words", "What must change, or a remark", hint: "It can be left empty if you clear it.", .longText(rows: 4),
                    value: answers["words"], refusals: refusals
                ).html)
                <p class="actions">
                <button class="button" type="submit" name="deed" value="signed">Clear it as it is</button>
                <button class="button button--secondary" type="submit" name="deed" value="to change">Say what must change</button>
                </p>
                """
            ).html)
            </section>
            """
    }

    private var asking: HTML {
        let form = PostForm(
            to: report.clearance(of: implication), visit, isGuarded: true, isRefused: refusals != nil,
            """
            \(Field(
                "person", "Who is to clear it?",
                hint: "Whoever has a seat in which reports are read. Somebody else is given one under Who is who first.",
                .choice([Field.Choice("", "Choose")] + people.map { Field.Choice("\($0.id)", $0.name) }),
                value: answers["person"], refusals: refusals
            ).html)
            \(Field("due", "By when?", hint: "For example, 1/2/2016", value: answers["due"], refusals: refusals).html)
            <p class="actions">\(Button(line.request == nil ? "Ask them" : "Ask them instead", weight: .secondary).html)</p>
            """
        ).html
        guard let request = line.request else { return "<h2>Ask an officer</h2>\n\(form)" }
        return Disclosure(
            "Ask somebody else, or again",
            "<p>\(request.name) is asked now. Whoever you ask takes their place; both stay on record.</p>\n\(form)",
            isOpen: refusals?["person"] != nil || refusals?["due"] != nil
        ).html
    }

    private var history: HTML? {
        let requests = [line.request].compactMap(\.self) + line.earlier
        guard !requests.isEmpty else { return nil }
        let events = requests.flatMap { request in
            request.answers.reversed().map { answer in
                Timeline.Event(
                    answer.kind == .signed
                        ? "\(answer.by) cleared it, as it was in version \(answer.version)"
                        : "\(answer.by) said what must change",
                    at: answer.at, isTimed: true, detail: paragraphs(answer.words))
            } + [
                Timeline.Event(
                    "\(request.askedBy) asked \(request.name) to clear it by \(request.due.words)", at: request.askedAt,
                    isTimed: true)
            ]
        }
        return "<h2>What was asked and answered</h2>\n\(Timeline("What was asked and answered", events).html)"
    }

    private func paragraphs(_ text: String) -> HTML {
        text.split(whereSeparator: \.isNewline).html { "<p>\(String($0))</p>" }
    }
}
