import Membership
import Publishing
import Storage
import Wording

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
                + "\(paragraphs.map { "\($0.number)" }.inWords) of Schedule 12A to the Local Government Act 1972"
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
