import Markdown
import Storage
import Web
import Wording
import WorkingDays

/// A decision as it reads on a page: what is published, and what its writer looks through before.
public struct DecisionBody {
    let statement: DecisionStatement

    public init(_ statement: DecisionStatement) {
        self.statement = statement
    }

    public var html: HTML {
        """
        \(SummaryList(facts).html)
        <h2>What was decided</h2>
        \(text(statement.decided))
        <h2>Reasons</h2>
        \(text(statement.reasons))
        <h2>Alternatives considered and rejected</h2>
        \(statement.alternatives.isNone ? "<p>None was considered.</p>" : text(statement.alternatives.text))
        <h2>Interests</h2>
        \(interests)
        <h2>Key decision</h2>
        \(key)
        <h2>Call-in</h2>
        \(callIn)
        \(withheld)
        <h2>Documents</h2>
        \(list(statement.documents, none: "No document was submitted."))
        <h2>Background papers</h2>
        \(list(statement.backgroundPapers, none: "There are none."))
        \(retention)
        """
    }

    /// The page that stands for good.
    public var frozen: FrozenPage {
        FrozenPage(
            statement.title,
            summary: "Decision of \(statement.maker.name)\(statement.decidedOn.map { ", \($0.words)" } ?? "").",
            body: """
                <p class="eyebrow">Decision</p>
                <h1>\(statement.title)</h1>
                \(html)
                """)
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [
            (
                "Decided by",
                "\(statement.maker.name)\(statement.maker.kind.map { $0 == .body ? "" : ", \($0.deciding)" } ?? "")"
            )
        ]
        if !statement.maker.delegation.isEmpty { facts.append(("By what power", "\(statement.maker.delegation)")) }
        facts.append(("Date", "\(statement.decidedOn?.words ?? "")"))
        facts.append(("Key decision", "\(Self.yes(statement.key.isKey))"))
        facts.append(("Subject to call-in", "\(Self.yes(statement.callIn.isSubject))"))
        facts.append(("Urgent", "\(Self.yes(statement.urgency.isUrgent))"))
        return facts
    }

    static func yes(_ answer: Bool?) -> String { answer.map { $0 ? "Yes" : "No" } ?? "" }

    private func text(_ words: String) -> HTML { Prose(Markdown(words), under: 2).html }

    private func list(_ answer: NoneOr, none: HTML) -> HTML {
        answer.isNone ? "<p>\(none)</p>" : "<ul>\(answer.lines.html { "<li>\(LinkedLine($0).html)</li>" })</ul>"
    }

    private var interests: HTML {
        """
        <p>\(statement.conflicts.isNone ? "No conflict of interest was declared by anybody who was consulted or decided." : HTML(text: "Declared: \(statement.conflicts.text)".withFullStop))</p>
        <p>\(statement.dispensations.isNone ? "No dispensation was granted." : HTML(text: "Dispensation: \(statement.dispensations.text)".withFullStop))</p>
        """
    }

    private var key: HTML {
        let findings = statement.key.findings.html { "<li>\($0).</li>" }
        let plan: HTML? =
            statement.plan.isEmpty
            ? nil : "<p><a href=\"/forward-plan/\(statement.plan)\">Its notice in the forward plan</a></p>"
        let without: HTML? =
            statement.withoutPlan.isEmpty
            ? nil : "<p>It was in no forward plan: \(statement.withoutPlan.withFullStop)</p>"
        return """
            <p>\(statement.key.isKey == true ? "It is a key decision." : "It is not a key decision.")</p>
            <ul>\(findings)</ul>
            <p>\(statement.key.reasoning.withFullStop)</p>
            \(plan)\(without)
            """
    }

    private var callIn: HTML {
        if statement.urgency.isUrgent == true {
            return """
                <p>It is urgent: \(statement.urgency.why.withFullStop) \(statement.urgency.agreedBy) agreed on \
                \(statement.urgency.agreedOn?.words ?? "") that it is not called in.</p>
                """
        }
        guard statement.callIn.isSubject == true else {
            return "<p>It is not subject to call-in: \(statement.callIn.exemption.withFullStop)</p>"
        }
        guard let period = statement.callIn.period else {
            return "<p>It may be called in for a number of working days, counted from its publication.</p>"
        }
        return """
            <p>It may be called in for \(period.days.counted("working day", "working days")), until the end of \
            \(period.endsOn.words) (\(period.source)).</p>
            \(Disclosure("How the days are counted", "<ul>\(period.counted.html { "<li>\($0.day.withWeekday): \($0.reason.withFullStop)</li>" })</ul>").html)
            """
    }

    private var withheld: HTML? {
        guard statement.withheld.isAny == true else { return nil }
        return """
            <h2>Kept from the public</h2>
            \(ExemptGrounds(statement.withheld.paragraphs, reasoning: statement.withheld.reasoning).html)
            """
    }

    private var retention: HTML? {
        guard let day = statement.decidedOn, let record = day.years(later: 6), let papers = day.years(later: 4) else {
            return nil
        }
        return """
            <p class="table-note">The record can be read until \(record.words) at least, six years after the decision, and background \
            papers until \(papers.words), four years after it (SI 2012/2089 and SI 2014/2095).</p>
            """
    }
}

/// By which paragraphs of Schedule 12A something is kept from the public, and why that outweighs telling.
struct ExemptGrounds {
    let paragraphs: [Int]
    let reasoning: String

    init(_ paragraphs: [Int], reasoning: String) {
        (self.paragraphs, self.reasoning) = (paragraphs, reasoning)
    }

    var html: HTML {
        let grounds: [HTML] = paragraphs.map { number in
            "<li>Paragraph \(number): \(ExemptParagraph(number: number)?.words.withFullStop ?? "")</li>"
        }
        return """
            <p>Part of it is exempt information under Schedule 12A to the Local Government Act 1972:</p>
            <ul>\(grounds)</ul>
            <p>\(reasoning.withFullStop)</p>
            """
    }
}

/// A document in a line: what it is called, and where it is to be read where its line ends with an address.
struct LinkedLine {
    let line: String

    init(_ line: String) {
        self.line = line
    }

    var html: HTML {
        let words = line.split(separator: " ")
        guard let last = words.last, last.hasPrefix("https://") || last.hasPrefix("/publications/") else {
            return HTML(text: line)
        }
        let title = words.dropLast().joined(separator: " ")
        return "<a href=\"\(String(last))\">\(title.isEmpty ? String(last) : title)</a>"
    }
}

extension DecisionMaker.Kind {
    /// "an officer under delegated power"
    var deciding: String {
        switch self {
        case .body: "a body"
        case .member: "a member alone"
        case .officer: "an officer under delegated power"
        }
    }
}

extension Day {
    /// The same day so many years on; of 29 February the day before where there is none.
    func years(later count: Int) -> Day? {
        Day(year: year + count, month: month, number: number)
            ?? Day(year: year + count, month: month, number: number - 1)
    }
}
