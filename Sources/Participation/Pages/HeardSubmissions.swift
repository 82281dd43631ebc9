import Storage
import Web
import Wording

/// What of a meeting everybody may read: the words of what was accepted, who is named as they agreed, and the answers. How to
/// reach anybody is no part of it.
struct HeardSubmissions {
    let meeting: HeardMeeting
    let accepted: [Submission]

    init(meeting: HeardMeeting, all: [Submission]) {
        (self.meeting, accepted) = (meeting, all.filter(\.standing.isAccepted))
    }

    var page: FrozenPage {
        FrozenPage(
            "From the public: \(meeting.title)",
            summary: "Questions, deputations and petitions of the public before \(meeting.title), and the answers.",
            body: """
                <p class="eyebrow">Questions, deputations and petitions</p>
                <h1>\(meeting.title)</h1>
                \(list)
                """)
    }

    var list: HTML {
        guard !accepted.isEmpty else { return "<p>What stood here was withdrawn.</p>" }
        return HTML(
            Submission.Kind.allCases.compactMap { kind -> HTML? in
                let own = accepted.filter { $0.details.kind == kind }
                guard !own.isEmpty else { return nil }
                return """
                    <h2>\(kind.titleOfMany)</h2>
                    \(own.enumerated().map { place, submission in Self.one(submission, number: place + 1) })
                    """
            })
    }

    private static func one(_ submission: Submission, number: Int) -> HTML {
        let details = submission.details
        let signed = details.signatures.map { ", with \($0.counted("signature", "signatures"))" } ?? ""
        return """
            <h3>\(number.grouped). \(details.subject)</h3>
            <p><em>\(details.fromTo)\(signed)</em></p>
            <blockquote>\(Self.paragraphs(details.words))</blockquote>
            \(submission.answer.map(Self.answer) ?? "<p>No answer is entered yet.</p>")

            """
    }

    static func answer(_ answer: Submission.Answer) -> HTML {
        """
        <p><strong>Answer of \(answer.by)</strong>, \(answer.way.words), \(answer.on.words):</p>
        \(paragraphs(answer.text))
        """
    }

    static func paragraphs(_ text: String) -> HTML {
        HTML(text.split(whereSeparator: \.isNewline).map { "<p>\(String($0))</p>\n" as HTML })
    }
}
