import Foundation
import Membership
import Publishing
import Storage
import Web
import Wording

/// What several parts of the two forms have in common.
extension Check {
    /// A text of many lines.
    mutating func long(_ name: String, _ answers: Answers) -> String {
        let text = answers[name].replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        if text.count > 20_000 { refuse("Use 20,000 characters at most", field: name) }
        return text
    }

    /// An answer that may be None.
    mutating func noneOr(_ name: String, _ answers: Answers) -> NoneOr { NoneOr(typed: long(name, answers)) }

    /// Paragraphs of Schedule 12A: "3, 7".
    mutating func paragraphs(_ name: String, _ answers: Answers) -> [Int] {
        let words = answers[name].split { ",; ".contains($0) || $0.isNewline }.filter { $0 != "and" }
        let numbers = words.compactMap { Int($0) }.filter { ExemptParagraph(number: $0) != nil }
        if numbers.count != words.count {
            refuse("Enter numbers of paragraphs of Schedule 12A, like 3, 7", field: name)
        }
        return numbers
    }

    mutating func amount(_ name: String, _ answers: Answers) -> Int? {
        guard !answers[name].isEmpty else { return nil }
        do throws(NotAnAmount) {
            return try Money(typed: answers[name]).pence
        } catch {
            refuse("\(error)".withCapital, field: name)
            return nil
        }
    }

    mutating func number(_ name: String, _ answers: Answers, _ range: ClosedRange<Int>) -> Int? {
        guard !answers[name].isEmpty else { return nil }
        guard let number = Int(answers[name]), range.contains(number) else {
            refuse("Enter a number from \(range.lowerBound.grouped) to \(range.upperBound.grouped)", field: name)
            return nil
        }
        return number
    }
}

extension NoneOr {
    /// "None" says that there is nothing.
    init(typed text: String) {
        let isNone = ["none", "none."].contains(text.lowercased())
        self.init(isNone ? "" : text, isNone: isNone)
    }

    var typed: String { isNone ? "None" : text }
}

/// Yes, no, or nothing said so far.
enum YesNo {
    static func read(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }
    static func typed(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "" }

    static func field(_ name: String, _ label: String, hint: String? = nil, _ answers: Answers, _ refusals: Refusals?)
        -> Field
    {
        Field(
            name, label, hint: hint, .choice([.init("", "Choose"), .init("yes", "Yes"), .init("no", "No")]),
            value: answers[name], refusals: refusals)
    }
}

/// The questions of who decides, which records and notices share.
struct MakerQuestions {
    let bodies: [DecidingBody]

    func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field(
                "kind", "Who decides?",
                .choice([.init("", "Choose")] + DecisionMaker.Kind.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["kind"], refusals: refusals),
            Field(
                "body", "Which body, if it is one that is entered here?",
                .choice([.init("", "None of these")] + bodies.map { .init($0.key, $0.name) }), value: answers["body"],
                refusals: refusals),
            Field(
                "maker", "Otherwise, who?",
                hint:
                    "Name and title, or the body’s name. For example, Councillor Ann Other, Cabinet Member for Community Safety.",
                value: answers["maker"], refusals: refusals),
            Field(
                "delegation", "Of a member or an officer: by what delegation?",
                hint: "For example, Scheme of delegation, part 3, paragraph 4.2.", value: answers["delegation"],
                refusals: refusals),
        ]
    }

    static func answers(_ maker: DecisionMaker, body: String) -> [String: String] {
        [
            "kind": maker.kind?.rawValue ?? "", "body": body, "maker": body.isEmpty ? maker.name : "",
            "delegation": maker.delegation,
        ]
    }

    func read(_ answers: Answers, _ check: inout Check) -> (maker: DecisionMaker, body: String) {
        let kind = DecisionMaker.Kind(rawValue: answers["kind"])
        let body = kind == .body ? bodies.first { $0.key == answers["body"] } : nil
        let (name, delegation) = (check.text("maker", longest: 300), check.text("delegation", longest: 500))
        return (
            DecisionMaker(kind, name: body?.name ?? name, delegation: delegation, members: body?.members ?? []),
            body?.key ?? ""
        )
    }
}
