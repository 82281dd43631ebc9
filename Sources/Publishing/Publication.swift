import Foundation
import Storage
import Web

/// A document that a partnership lays before everybody, in versions. A version is never changed: what is wrong in it is
/// put right in the next one, or, where it should never have been seen, it is withdrawn and says so.
public struct Publication: Sendable, Hashable {
    public let id: ID<Publication>
    public let kind: Kind
    /// As it stands in addresses: "strategic-assessment-2015-16".
    public let slug: String
    /// What its short link ends with; nil of one that was published before there were any, and not since.
    public var code: PublicationCode?
    /// As the newest version calls it.
    public var title: String { versions.first?.title ?? slug }
    /// The newest first; never empty.
    public let versions: [PublishedVersion]

    /// As the one register of delegations stands in addresses.
    public static let registerOfDelegations = "register-of-delegations"

    /// What sort of document it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, SQLConvertible {
        case strategicAssessment = "strategic assessment"
        case agenda
        case minutes
        case decision
        /// A notice in the forward plan.
        case plannedDecision = "planned decision"
        /// Who may decide what in the place of a body.
        case delegations
        /// What the public brought before a meeting, and what was answered.
        case submissions = "submissions of the public"
        /// What a meeting took in private, and was opened later.
        case openedPapers = "opened papers"
        /// The agenda of a meeting and its supplements in one.
        case pack = "combined pack"

        /// "Strategic assessments"
        public var titleOfMany: String {
            switch self {
            case .strategicAssessment: "Strategic assessments"
            case .agenda: "Agendas"
            case .minutes: "Minutes"
            case .decision: "Decisions"
            case .plannedDecision: "Forward plan"
            case .delegations: "Delegations"
            case .submissions: "Questions from the public"
            case .openedPapers: "Opened papers"
            case .pack: "Combined packs"
            }
        }

        /// Whether there are many of it, which readers look for where they stand together.
        public var isOfMeetings: Bool { self != .strategicAssessment && self != .delegations }

        /// Where all of the sort stand together, and how that is said; nil where it is among the publications alone.
        public var place: Mention? {
            switch self {
            case .strategicAssessment, .delegations: nil
            case .agenda, .minutes, .submissions, .openedPapers, .pack:
                Mention(at: "/meetings", titled: "\(titleOfMany) are with their meetings")
            case .decision: Mention(at: "/decisions", titled: "All decisions are in the register")
            case .plannedDecision: Mention(at: "/forward-plan", titled: "All notices are in the forward plan")
            }
        }
    }

    /// The version that readers are shown; nil where all are withdrawn.
    public var current: PublishedVersion? { versions.first { $0.withdrawal == nil } }

    public func version(_ number: Int) -> PublishedVersion? { versions.first { $0.number == number } }
}

/// One version of a publication: a page, and the files that go with it.
public struct PublishedVersion: Sendable, Hashable {
    /// From 1.
    public let number: Int
    public let title: String
    public let summary: String
    public let publishedAt: Date
    /// What they were called then.
    public let publishedBy: String
    /// What is different from the version before, a line for each thing; nothing for the first.
    public let changes: [String]
    /// The page as it was, see ``FrozenPage``.
    public let page: FileHash
    public let files: [PublishedFile]
    /// Over all of the above and the hash of the version before: see ``VersionHash``.
    public let hash: FileHash
    public let withdrawal: Withdrawal?
    /// What readers are told that became known afterwards, the oldest first: beside the version, which stays as it is.
    public var notes: [Note] = []

    /// What somebody said of a version after it was published.
    public struct Note: Sendable, Hashable {
        public let at: Date
        /// What became of its sources, drafted from the records: "Since this was published, …".
        public let said: String
        /// In the words of whoever said it.
        public let why: String
    }

    /// Why and when a version was taken away from readers.
    public struct Withdrawal: Sendable, Hashable {
        public let at: Date
        public let why: String
    }

    public func file(_ name: String) -> PublishedFile? { files.first { $0.name == name } }
}

/// A file of a version: its paper, a table, a chart.
public struct PublishedFile: Sendable, Hashable {
    /// As it stands in addresses and is saved: "assessment.pdf".
    public let name: String
    /// What it is, for a reader; nil for one that is only part of the page.
    public let title: String?
    public let type: MediaType
    public let sha256: FileHash
    /// In bytes.
    public let size: Int

    /// What browsers are told it is. Only what we make ourselves is ever published.
    public enum MediaType: String, Sendable, Hashable, SQLConvertible {
        case pdf = "application/pdf"
        case csv = "text/csv; charset=utf-8"
        case json = "application/json; charset=utf-8"
        case svg = "image/svg+xml"
        /// A further page of the version, kept as ``FrozenPage`` keeps one: an item of an agenda.
        case page = "application/vnd.frankpledge.page+json"
    }
}

/// What tells one version from every other: the SHA-256 of everything that makes it, a line for each thing, and of the
/// hash of the version before. Anybody can work it out again from what they downloaded.
struct VersionHash {
    let lines: [String]

    init(
        slug: String, number: Int, title: String, publishedAt: Date, changes: [String], page: FileHash,
        files: [PublishedFile], before: FileHash?
    ) {
        lines =
            ["publication \(slug)", "version \(number)", "title \(title)"]
            + ["published \(Int(publishedAt.timeIntervalSince1970))"]
            + changes.map { "changed \($0)" }
            + ["page \(page)"]
            + files.sorted { $0.name < $1.name }.map { "file \($0.name) \($0.sha256)" }
            + ["before \(before.map { "\($0)" } ?? "none")"]
    }

    var hash: FileHash {
        FileHash(of: Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}
