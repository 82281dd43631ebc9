import Foundation
import Membership
import Storage

/// A report to a committee, as lists show it.
public struct Report: Hashable, Sendable {
    /// How it stands.
    public enum State: String, Sendable, SQLConvertible {
        case draft, final, withdrawn
    }

    public let id: ID<Report>
    /// As it is called now: of a draft, in the draft.
    public let title: String
    public let state: State
    /// The body it is addressed to; nil where nobody has said.
    public let to: ID<Body>?
    /// How often something in it was saved: the number of its newest version.
    public let newest: Int
    public let changedAt: Date
    let begunBy: String
    /// The newest that was finished; nil where none was.
    public let finalNumber: Int?
    /// What that one is called.
    let finalTitle: String?
}

/// What somebody may do with a report that they may open.
public struct ReportReach: Hashable, Sendable {
    /// Whether they may see it while it is written; otherwise only what was finished.
    public let readsDraft: Bool
    public let writes: Bool
    public let finishes: Bool
    /// What they are asked to clear, now.
    public let asked: Set<Implication>
    /// Whether it is theirs: they began it, are an author, or are asked.
    public let isMine: Bool

    /// - Parameters:
    ///   - isAuthor: whether they are named among its authors.
    ///   - wasAsked: whether they were ever asked to clear part of it.
    ///   - sitsInPath: whether they sit on a body that its final version goes to.
    ///   - isOpen: whether the public may read its final version.
    /// - Returns: nil for whoever may not know of it.
    init?(
        of member: Member, to report: Report, began: Bool, isAuthor: Bool, wasAsked: Bool, asked: Set<Implication>,
        sitsInPath: Bool, isOpen: Bool
    ) {
        writes = member.may(.writeReports)
        finishes = member.may(.finishReports)
        readsDraft = writes || isAuthor || wasAsked
        guard readsDraft || report.finalNumber != nil && (isOpen || sitsInPath) else { return nil }
        self.asked = asked
        isMine = began || isAuthor || !asked.isEmpty
    }
}

/// A report that a member may open, and what they may do with it: there is none of those that are not theirs to see.
public struct OpenReport: Sendable {
    public let report: Report
    public let reach: ReportReach

    /// What it is called to whoever opened it.
    public var title: String { (reach.readsDraft ? nil : report.finalTitle) ?? report.title }
}

/// Why something of a report cannot be, in the words a person should read.
public enum ReportRefusal: Refused, Hashable {
    case notHere
    case isFinal
    case isWithdrawn
    case isDraft
    /// Somebody saved the part meanwhile, and both have to be put together.
    case savedMeanwhile
    case notAsked
    case nothingToClear
    case notReady(Int)
    case changedSinceShown
    case manyComments(Int)
    case manyItems(Int)

    public var reason: String {
        switch self {
        case .notHere: "That is not in this report any more. Load the page again"
        case .isFinal: "The report is final. Begin a new draft to change it"
        case .isWithdrawn: "The report was withdrawn. Take it up again to change it"
        case .isDraft: "The report is a draft already"
        case .savedMeanwhile: "Somebody saved this part while you were writing it. Put both together, and save again"
        case .notAsked: "Only the officer who is asked may clear this. Ask them, or ask somebody else to clear it"
        case .nothingToClear: "There is nothing to clear yet: write the text first"
        case .notReady(let gaps):
            gaps == 1
                ? "One thing is still missing. Do that first, and finish it then"
                : "\(gaps) things are still missing. Do them first, and finish it then"
        case .changedSinceShown:
            "Something in the report changed since you were shown it. Read it again, and decide then"
        case .manyComments(let open):
            "\(open) of your comments wait to be settled. Ask whoever writes the report to settle some first"
        case .manyItems(let most): "There are \(most) already, more than anybody reads. Remove one first"
        }
    }
}
