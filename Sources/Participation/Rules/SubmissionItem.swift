import Markdown
import Storage
import Wording

/// An item of an agenda that is made of what the public brings, and how it reads there and in the minutes.
public struct SubmissionItem: Hashable, Sendable {
    /// What tells it from all else on the agenda: "public question", and for what was accepted after that was published
    /// "public question 2".
    public let key: String
    public let kind: Submission.Kind
    /// In the order in which they came.
    public let submissions: [Submission]

    static func prefix(of kind: Submission.Kind) -> String { "public \(kind.rawValue)" }

    /// The sort of what stands on an item; nil of one that is made of something else.
    public static func kind(of key: String) -> Submission.Kind? {
        Submission.Kind.allCases.first { key == prefix(of: $0) || key.hasPrefix("\(prefix(of: $0)) ") }
    }

    /// Items that wait for an agenda: one for each sort of which something was accepted and stands on none.
    public static func waiting(among all: [Submission]) -> [SubmissionItem] {
        Submission.Kind.allCases.compactMap { kind in
            let own = all.filter { $0.details.kind == kind && $0.standing.isAccepted }
            let waiting = own.filter { $0.agendaKey == nil }
            guard !waiting.isEmpty else { return nil }
            let known = Set(all.filter { $0.details.kind == kind }.compactMap(\.agendaKey)).count
            let key = known == 0 ? prefix(of: kind) : "\(prefix(of: kind)) \(known + 1)"
            return SubmissionItem(key: key, kind: kind, submissions: waiting)
        }
    }

    /// An item that stands on an agenda.
    public init(_ key: String, kind: Submission.Kind, among all: [Submission]) {
        self.init(
            key: key, kind: kind, submissions: all.filter { $0.agendaKey == key && $0.standing.isAccepted })
    }

    init(key: String, kind: Submission.Kind, submissions: [Submission]) {
        (self.key, self.kind, self.submissions) = (key, kind, submissions)
    }

    /// "Questions from the public"
    public var title: String {
        guard key != Self.prefix(of: kind) else { return kind.titleOfMany }
        return "Further \(kind.titleOfMany.prefix(1).lowercased() + kind.titleOfMany.dropFirst())"
    }

    /// What the meeting is asked.
    public var asks: String {
        switch kind {
        case .question: "To answer questions of which the public gave notice."
        case .deputation: "To hear deputations of which the public gave notice."
        case .petition: "To receive petitions from the public, and decide what is done about them."
        }
    }

    /// Their words as a paper of the agenda, in Markdown.
    public var paper: String {
        guard !submissions.isEmpty else { return "What stood here was withdrawn." }
        return submissions.enumerated().map { Self.words($0.element, number: $0.offset + 1) }
            .joined(separator: "\n\n")
    }

    /// Their words and what was answered, as the minutes have it, in Markdown; empty where all were withdrawn.
    public var minuted: String {
        submissions.enumerated().map { place, submission in
            let words = Self.words(submission, number: place + 1)
            guard let answer = submission.answer else { return words }
            return "\(words)\n\n\(Self.head(of: answer))\n\n\(Self.lines(answer.text))"
        }.joined(separator: "\n\n")
    }

    private static func words(_ submission: Submission, number: Int) -> String {
        let details = submission.details
        let signed = details.signatures.map { ", with \($0.counted("signature", "signatures"))" } ?? ""
        let head = "**\(number)\\. \(Markdown.escaped(details.subject))**"
        return "\(head)\n\n*\(Markdown.escaped(details.fromTo))\(signed):*\n\n\(quoted(details.words))"
    }

    static func head(of answer: Submission.Answer) -> String {
        "*Answer of \(Markdown.escaped(answer.by)), \(answer.way.words), \(answer.on.words):*"
    }

    /// Plain text of several lines, so that no character of it is markup and every line stays one.
    private static func lines(_ text: String) -> String { paragraphs(text).joined(separator: "\n\n") }

    private static func quoted(_ text: String) -> String {
        paragraphs(text).map { "> \($0)" }.joined(separator: "\n>\n")
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
            .filter { !$0.isEmpty }.map { Markdown.escaped(String($0)) }
    }
}
