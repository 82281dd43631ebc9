import DataFiles
import Foundation
import Meetings
import Membership
import Storage

/// The meetings of an example, as the files in its folder tell them: called, announced, their agendas published, and their minutes
/// taken.
struct ExampleMeetings: Sendable {
    static let fileNames = ["meetings.json", "meetings.md"]

    private struct Facts: Decodable, Sendable {
        let body: String
        let kind: String
        let day: String
        let budget: Bool?
        let note: String?
        let announced: String
        let editions: [Edition]
        let minutes: ExampleMinutes?
    }

    private struct Edition: Decodable {
        let at: String
        /// Whether it stays a draft.
        let draft: Bool?
        let items: [Item]?
        let papers: [Paper]
    }

    private struct Item: Decodable {
        let kind: String
        let title: String
        let text: String?
    }

    private struct Paper: Decodable {
        let item: Int
        let title: String?
        /// The heading in `meetings.md` under which its words stand.
        let text: String?
        let report: String?
    }

    private let meetings: [Facts]
    private let texts: [String: String]
    private let days = ExampleDays(file: fileNames[0])

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        meetings = try JSONDecoder().decode([Facts].self, from: Data(files[Self.fileNames[0]] ?? []))
        texts = HeadedTexts(files[Self.fileNames[1]] ?? []).byHeading
    }

    /// - Throws: `DataFileError` where a fact cannot be read.
    func deeds() throws -> [ExampleDeed] {
        var all = try meetings.flatMap { try deeds(of: $0) }
        if let first = all.map(\.at).min() {
            let named = Set(meetings.map(\.body))
            all.append(
                ExampleDeed(at: first) { site, officer in
                    let bodies = try await site.bodies().filter { named.contains($0.name) }
                    try await site.committees.meetings.publish(bodies, by: officer.actor, at: first)
                })
        }
        return all
    }

    private func deeds(of facts: Facts) throws -> [ExampleDeed] {
        let (details, announced) = (try details(facts), try days.moment(facts.announced, hour: 9))
        @Sendable func prepared(_ site: PartnershipSite) async throws -> PreparedMeeting {
            guard let body = try await site.bodies().first(where: { $0.name == facts.body }) else {
                throw days.failure("‘\(facts.body)’")
            }
            return PreparedMeeting(of: body, details)
        }
        let calling = ExampleDeed(at: announced) { site, officer in
            try await site.committees.meetings.enter(prepared(site), by: officer.actor, at: announced)
        }
        let editions = try facts.editions.map { edition in
            // A draft is what somebody left open in the evening.
            let time = try days.moment(edition.at, hour: edition.draft == true ? 22 : 12)
            let made = try self.edition(edition)
            return ExampleDeed(at: time) { site, officer in
                try await site.committees.meetings.enter(
                    made, of: prepared(site), by: officer.actor, at: time)
            }
        }
        let minutes = try facts.minutes?.deeds(of: facts.body, on: days.day(facts.day), texts, days) ?? []
        return [calling] + editions + minutes
    }

    private func details(_ facts: Facts) throws -> MeetingDetails {
        guard let kind = MeetingDetails.Kind(rawValue: facts.kind), let seven = TimeOfDay(hour: 19, minute: 0) else {
            throw days.failure("‘\(facts.kind)’")
        }
        return MeetingDetails(
            kind: kind, day: try days.day(facts.day), startsAt: seven,
            place: "Council Chamber, Council Offices, Cecil Street, Margate, Kent",
            contact: .init(
                name: "Charles Hungwe", telephone: "(01843) 577186", email: "charles.hungwe@thanet.gov.uk"),
            note: facts.note ?? "", decidesBudget: facts.budget ?? false)
    }

    private func edition(_ edition: Edition) throws -> PreparedMeeting.Edition {
        PreparedMeeting.Edition(
            items: try (edition.items ?? []).map(item), papers: try edition.papers.map(paper),
            isPublished: edition.draft != true)
    }

    private func item(_ item: Item) throws -> AgendaItemDetails {
        guard let kind = AgendaItemDetails.Kind(rawValue: item.kind) else { throw days.failure("‘\(item.kind)’") }
        return AgendaItemDetails(kind: kind, title: item.title, text: item.text ?? "")
    }

    private func paper(_ paper: Paper) throws -> PreparedMeeting.Paper {
        if let report = paper.report { return .init(item: paper.item, titled: report, .report(report)) }
        guard let heading = paper.text else { return .init(item: paper.item, titled: "", .arising) }
        guard let text = texts[heading], let title = paper.title else {
            throw days.failure("a paper of item \(paper.item)")
        }
        return .init(item: paper.item, titled: title, .text(text))
    }
}

/// Texts under headings of the first level, by those headings.
struct HeadedTexts {
    /// In their order.
    let all: [(heading: String, text: String)]

    init(_ bytes: [UInt8]) {
        all = ("\n" + String(decoding: bytes, as: UTF8.self)).components(separatedBy: "\n# ").dropFirst().map { part in
            let lines = part.split(separator: "\n", maxSplits: 1)
            let rest = lines.count > 1 ? String(lines[1]) : ""
            return (lines.first.map(String.init) ?? "", rest.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    var byHeading: [String: String] {
        Dictionary(all.map { ($0.heading, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
}

extension PartnershipSite {
    /// Those of an example, by the names in its files.
    func bodies() async throws -> [Body] {
        try await BodyStore(installation.database, identities: installation.identities).structure().bodies
    }
}
