import Storage
import Web
import Wording

/// `/committees/submissions/{submission}`: one thing that the public brought.
struct SubmissionPage {
    let found: FoundSubmission
    let visit: Visit
    var refusals: Refusals?

    private var submission: Submission { found.submission }
    private var details: SubmissionDetails { submission.details }
    private var address: Address { found.address }

    var page: Page {
        Page(
            details.subject, crumbs: found.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(details.kind.title)</p>
                <h1>\(details.subject)</h1>
                \(concerns)
                <p class="actions">\(buttons)</p>
                <h2>What everybody may read once it is accepted</h2>
                \(SummaryList(facts).html)
                <blockquote>\(HeardSubmissions.paragraphs(details.words))</blockquote>
                <h2>Answer</h2>
                \(submission.answer.map(HeardSubmissions.answer) ?? "<p>None is entered yet.</p>")
                <h2>How to reach them</h2>
                \(contact)
                """)
    }

    private var concerns: HTML? {
        let lines = details.concerns(at: found.meeting.hearings) + submission.privateDetails + submission.doubts
        guard !lines.isEmpty, submission.standing == .waiting || submission.standing.isAccepted else { return nil }
        return Notice(
            .warning, "Look at this first", "<ul>\(lines.html { "<li>\($0)</li>" })</ul>"
        ).html
    }

    private var buttons: HTML {
        var all: [HTML] = []
        func add(_ label: String, _ step: String, _ weight: Button.Weight = .secondary) {
            all.append(Button(label, to: "\(address)/\(step)", weight: weight).html)
        }
        if submission.standing == .waiting { add("Accept or reject it", "decision", .primary) }
        if submission.standing.isAccepted {
            add(submission.answer == nil ? "Enter the answer" : "Change the answer", "answer", .primary)
        }
        if submission.isOpenToChange(at: found.meeting) { add("Change it", "details") }
        if submission.standing.mayBecome(.withdrawn(why: "")) { add("Withdraw it", "withdrawal") }
        if submission.standing.mayBecome(.waiting) {
            all.append(PressForm(label: "Decide on it again", action: "\(address)/return").html(for: visit))
        }
        return HTML(all.enumerated().map { $0.offset == 0 ? $0.element : " " + $0.element })
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [
            ("Standing", StandingTag(submission: submission, meeting: found.meeting).html)
        ]
        if !submission.standing.why.isEmpty { facts.append(("Why", HTML(text: submission.standing.why))) }
        facts.append(("Named as", HTML(text: details.naming.words)))
        if !details.putTo.isEmpty { facts.append(("To", HTML(text: details.putTo))) }
        if let signatures = details.signatures { facts.append(("Signatures", HTML(text: signatures.grouped))) }
        facts.append(("Came", HTML(text: "\(details.came), entered by \(submission.enteredBy)")))
        facts.append(("Length", HTML(text: details.wordCount.counted("word", "words"))))
        return facts
    }

    private var contact: HTML {
        guard let contact = submission.contact else { return "<p>It was erased.</p>" }
        let known = [
            ("Name", contact.name), ("Address", contact.address), ("Email", contact.email),
            ("Telephone", contact.telephone),
        ].filter { !$0.1.isEmpty }
        return """
            <p>\(Tag("Never published", .waiting).html) It is erased by itself after \
            \(found.meeting.contactsKeptUntil.words), half a year after the meeting.</p>
            \(SummaryList(known.map { (name: $0.0, value: HTML(text: $0.1)) }).html)
            <p class="actions">\(Button("Erase it now", to: "\(address)/erasure", weight: .secondary).html)</p>
            """
    }
}
