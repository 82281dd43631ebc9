import Foundation
import Publishing
import Storage
import Web

/// What somebody looks for in all that was published.
struct PublicQuestion {
    let typed: String
    /// What a body is called in addresses; nil for all.
    let body: String?
    let from: Day?
    let to: Day?
    let kind: SearchDocument.Kind?
    /// Whether versions count that others took the place of.
    let withSuperseded: Bool
    let page: String?
    /// What was typed for a day and is none.
    let badDays: [String]

    var words: SearchWords { SearchWords(typed) }

    /// The address that asks the same.
    ///
    /// - Parameter place: of the page, or of the news.
    func address(
        at place: Address = "/meetings/search", kind: SearchDocument.Kind? = nil, superseded: Bool? = nil,
        page: Int? = nil
    ) -> Address {
        place.asking([
            "q": typed, "body": body, "from": from?.description, "to": to?.description, "kind": kind?.description,
            "superseded": superseded ?? withSuperseded ? "yes" : nil, "page": page.map { "\($0)" },
        ])
    }
}

/// One thing that was found, with what it belongs to.
struct PublicFound {
    let subject: Database.FoundSubject
    /// Whose it is; nil where it is of no meeting.
    let meeting: AnnouncedMeeting?
    let bodySlug: String?
    let bodyName: String?
    let address: Address
    /// The meeting’s, or else when it was published.
    let day: Day
    let publishedAt: Date
    let isSuperseded: Bool

    init?(_ found: Database.FoundSubject, in committees: PublishedCommittees, _ meetings: [String: AnnouncedMeeting]) {
        subject = found
        if found.kind == .publishedBody {
            guard let body = committees.body(called: found.subject), let version = body.versions.last else {
                return nil
            }
            (meeting, bodySlug, bodyName, address) = (nil, body.slug, body.name, "/bodies/\(body.slug)")
            (day, publishedAt, isSuperseded) = (Day(version.at), version.at, false)
            return
        }
        guard let part = PublishedPart(subject: found.subject),
            let publication = committees.publications[part.publication],
            let version = publication.version(part.version), version.withdrawal == nil
        else { return nil }
        meeting = meetings[publication.slug]
        (bodySlug, bodyName) = (meeting?.bodySlug, meeting?.now.body.name)
        let file = found.kind == .publishedPaper ? part.part.flatMap(version.file) : nil
        address = file.map { version.address(of: $0, in: publication) } ?? version.address(in: publication)
        (day, publishedAt) = (meeting?.now.day ?? Day(version.publishedAt), version.publishedAt)
        isSuperseded = version.number != publication.current?.number
    }

    func answers(_ question: PublicQuestion) -> Bool {
        (question.body == nil || bodySlug == question.body)
            && (question.from.map { $0 <= day } ?? true) && (question.to.map { day <= $0 } ?? true)
    }
}

/// Everything that was found, the best first, and how much of it there is of each kind.
struct PublicFindings {
    /// Those that are shown: superseded ones only where they were asked for, and after those that stand.
    let all: [PublicFound]
    /// How many superseded ones were left out.
    let leftOut: Int

    /// Nobody reads further; a search of a common word ends there.
    static let most = 3_000

    init(_ question: PublicQuestion, _ found: [Database.FoundSubject], in committees: PublishedCommittees) {
        let meetings = Dictionary(
            committees.meetings.flatMap { meeting in meeting.documents.map { ($0.publication.slug, meeting) } },
            uniquingKeysWith: { first, _ in first })
        let known = found.compactMap { PublicFound($0, in: committees, meetings) }.filter { $0.answers(question) }
        let (standing, superseded) = (known.filter { !$0.isSuperseded }, known.filter(\.isSuperseded))
        all = question.withSuperseded ? standing + superseded : standing
        leftOut = question.withSuperseded ? 0 : superseded.count
    }

    func of(_ kind: SearchDocument.Kind) -> [PublicFound] { all.filter { $0.subject.kind == kind } }
}

extension SearchDocument.Kind {
    /// "Papers"
    var titleOfMany: String {
        switch self {
        case .publishedAgenda: "Agendas"
        case .publishedPaper: "Papers"
        case .publishedDecision: "Decisions"
        case .publishedMinutes: "Minutes"
        case .publishedBody: "Bodies"
        default: "Other publications"
        }
    }

    /// "Paper"
    var title: String {
        switch self {
        case .publishedAgenda: "Agenda"
        case .publishedPaper: "Paper"
        case .publishedDecision: "Decision"
        case .publishedMinutes: "Minutes"
        case .publishedBody: "Body"
        default: "Publication"
        }
    }
}
