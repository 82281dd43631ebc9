import Membership
import Storage

/// Whether the public may read a report.
public enum Classification: Hashable, Sendable {
    case unrestricted
    /// Under paragraphs of Schedule 12A, because the public interest in not telling outweighs that in telling.
    case exempt([ExemptParagraph], because: String)
    /// Told by a department on terms that forbid disclosure, or forbidden by an enactment or a court: section 100A(2) and (3).
    case confidential(because: String)

    /// Nil where nobody has said, or what was said is not enough.
    init?(_ answers: PartAnswers) {
        let reason = answers["reason"]
        switch answers["kind"] {
        case "unrestricted": self = .unrestricted
        case "exempt":
            let paragraphs = answers["paragraphs"].split(separator: ",").compactMap { Int($0) }
                .compactMap(ExemptParagraph.init(number:))
            guard !paragraphs.isEmpty, !reason.isEmpty else { return nil }
            self = .exempt(paragraphs, because: reason)
        case "confidential":
            guard !reason.isEmpty else { return nil }
            self = .confidential(because: reason)
        default: return nil
        }
    }

    public var isUnrestricted: Bool { self == .unrestricted }

    /// "Unrestricted", "Exempt: paragraphs 1 and 3 of Schedule 12A to the Local Government Act 1972".
    public var words: String {
        switch self {
        case .unrestricted: "Unrestricted"
        case .exempt(let paragraphs, _):
            "Exempt: \(paragraphs.count == 1 ? "paragraph" : "paragraphs") "
                + "\(paragraphs.map { "\($0.number)" }.listed) of Schedule 12A to the Local Government Act 1972"
        case .confidential: "Confidential: section 100A(3) of the Local Government Act 1972"
        }
    }

    /// Why the public may not read it; nil where it may.
    public var reason: String? {
        switch self {
        case .unrestricted: nil
        case .exempt(_, let reason), .confidential(let reason): reason
        }
    }
}

extension [String] {
    /// "1", "1 and 3", "1, 3 and 7".
    fileprivate var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}

/// A description of exempt information, as Schedule 12A to the Local Government Act 1972 has it since a day (D77). The list is
/// data: what Parliament changes becomes a row more, and what was classified before stays as it was.
public struct ExemptParagraph: Hashable, Sendable {
    public let number: Int
    public let country: PartnershipArea.Country
    public let words: String
    /// Since when it stands so.
    let since: Day?
    let source: String

    private init(_ number: Int, _ words: String, in country: PartnershipArea.Country) {
        (self.number, self.words, self.country) = (number, words, country)
        switch country {
        case .england:
            since = Day(year: 2006, month: 3, number: 1)
            source = "Schedule 12A, Part 1, as substituted by SI 2006/88"
        case .wales:
            since = Day(year: 2007, month: 4, number: 1)
            source = "Schedule 12A, Part 4, as substituted by SI 2007/969 (W.86)"
        }
    }

    /// No number is in both countries.
    init?(number: Int) {
        guard let found = Self.all.first(where: { $0.number == number }) else { return nil }
        self = found
    }

    /// Those of a country, on a day.
    public static func all(in country: PartnershipArea.Country, on day: Day) -> [ExemptParagraph] {
        all.filter { $0.country == country && ($0.since.map { $0 <= day } ?? false) }
    }

    static let all = of(.england, from: 1) + of(.wales, from: 12)

    private static func of(_ country: PartnershipArea.Country, from first: Int) -> [ExemptParagraph] {
        [
            country == .england
                ? "Information relating to any individual" : "Information relating to a particular individual",
            "Information which is likely to reveal the identity of an individual",
            "Information relating to the financial or business affairs of any particular person, including the authority",
            "Information relating to consultations or negotiations about a labour relations matter",
            "Information for which legal professional privilege could be claimed in legal proceedings",
            "Information which reveals that the authority proposes to give a notice or make an order or direction",
            "Information relating to action taken or to be taken to prevent, investigate or prosecute crime",
        ].enumerated().map { ExemptParagraph(first + $0.offset, $0.element, in: country) }
    }
}
