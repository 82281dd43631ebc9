import Markdown
import Storage
import Web
import Wording

/// A notice of the forward plan as it reads on a page.
public struct PlanBody {
    let statement: PlanStatement

    public init(_ statement: PlanStatement) {
        self.statement = statement
    }

    public var html: HTML {
        """
        <p class="lead">\(lead)</p>
        \(SummaryList(facts).html)
        <h2>The matter</h2>
        \(Prose(Markdown(statement.matter), under: 2).html)
        \(members)
        <h2>Documents</h2>
        \(statement.documents.isNone ? "<p>No document is listed for submission so far.</p>" : "<ul>\(statement.documents.lines.html { "<li>\(LinkedLine($0).html)</li>" })</ul>" as HTML)
        <p>Copies: \(statement.copies.withFullStop)</p>
        <p>\(statement.further.withFullStop)</p>
        <p>How to ask for them: \(statement.requests.withFullStop)</p>
        \(privacy)
        <h2>Notice</h2>
        \(notice)
        """
    }

    /// The page that stands for good.
    public var frozen: FrozenPage {
        FrozenPage(
            statement.title, summary: "\(statement.maker.name) is to decide \(statement.when).",
            body: """
                <p class="eyebrow">Forward plan\(statement.notice.way == .full ? "" : ", \(statement.notice.way.name.begunSmall)")</p>
                <h1>\(statement.title)</h1>
                \(html)
                """)
    }

    private var lead: String {
        let who = "\(statement.maker.name) \(statement.until == nil ? "on " : "")\(statement.when)"
        return statement.isKey == true
            ? "A key decision is to be made by \(who)."
            : "A decision is to be made by \(who). It is not a key decision."
    }

    private var facts: [(name: String, value: HTML)] {
        [
            ("Decision maker", "\(statement.maker.name)"), ("When", "\(statement.when)"),
            ("Key decision", "\(DecisionBody.yes(statement.isKey))"),
            ("In private", "\(DecisionBody.yes(statement.privacy.isPrivate))"),
            ("Notice", "\(statement.notice.way.title)"),
        ]
    }

    private var members: HTML? {
        guard !statement.maker.members.isEmpty else { return nil }
        return """
            <h2>Who is on \(statement.maker.name)</h2>
            <ul>\(statement.maker.members.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var privacy: HTML? {
        guard statement.privacy.isPrivate == true else { return nil }
        let second: HTML? =
            statement.privacy.hasSecond
            ? """
            <h3>Representations, and what is answered</h3>
            <p>\(statement.privacy.representations.isNone ? "None was received that it should be open." : HTML(text: statement.privacy.representations.text.withFullStop))</p>
            <p>\(statement.privacy.response.withFullStop)</p>
            """ : nil
        let agreed: HTML? =
            statement.privacy.agreement.isEmpty
            ? nil
            : "<p>The notices could not be given in time (regulation 5(6)): \(statement.privacy.agreement.withFullStop)</p>"
        return """
            <h2>Why the meeting is to be in private</h2>
            <p>Anybody can say why it should be open: write to the address above.</p>
            \(ExemptGrounds(statement.privacy.paragraphs, reasoning: statement.privacy.reasons).html)
            \(second)\(agreed)
            """
    }

    private var notice: HTML {
        let notice = statement.notice
        let counted: HTML? = notice.given.map {
            "<p>Published with \($0.counted("clear day", "clear days")) before the first day on which it may be decided.</p>"
        }
        let due: HTML? = notice.deadline.map { "<p>For 28 clear days it had to be published by \($0.words).</p>" }
        switch notice.way {
        case .full: return "<p>\(notice.way.title).</p>\(counted)\(due)"
        case .general:
            return """
                <p>The full notice was impracticable: \(notice.why.withFullStop) \(notice.chair) was told in writing on \
                \(notice.on?.words ?? ""), and five clear days lie between (regulation 10).</p>\(counted)\(due)
                """
        case .special:
            return """
                <p>It is urgent and cannot reasonably be deferred: \(notice.why.withFullStop) \(notice.chair) agreed on \
                \(notice.on?.words ?? "") (regulation 11).</p>\(counted)\(due)
                """
        }
    }
}
