import DataFiles
import Foundation
import Meetings
import Membership
import Storage

/// The meetings of an example, as the files in its folder tell them: called, announced, and their agendas published.
struct ExampleMeetings: Sendable {
    static let fileNames = ["meetings.json", "meetings.md"]

    private struct Facts: Decodable {
        let body: String
        let kind: String
        let day: String
        let budget: Bool?
        let announced: String
        let editions: [Edition]
    }

    private struct Edition: Decodable {
        let at: String
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
        let replaces: String?
    }

    private let meetings: [Facts]
    private let texts: [String: String]

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        meetings = try JSONDecoder().decode([Facts].self, from: Data(files[Self.fileNames[0]] ?? []))
        texts = HeadedTexts(files[Self.fileNames[1]] ?? []).byHeading
    }

    /// Enters them as the built-in officer, on the days that its files tell.
    ///
    /// - Throws: `DataFileError` where a fact names what is not there; whatever the stores refuse.
    func enter(into site: PartnershipSite) async throws {
        let (database, identities) = (site.installation.database, site.installation.identities)
        let first = FirstOfficerStore(database, identities: identities)
        guard let officer = try await first.member(of: Program.permissions, at: site.installation.now()) else { return }
        let bodies = try await BodyStore(database, identities: identities).structure().bodies
        for facts in meetings {
            guard let body = bodies.first(where: { $0.name == facts.body }) else { throw failure("‘\(facts.body)’") }
            try await site.committees.meetings.enter(prepared(facts, of: body), by: officer.actor)
        }
        let meeting = Set(meetings.map(\.body))
        guard let first = try meetings.map({ try moment($0.announced, hour: 9) }).min() else { return }
        try await site.committees.meetings.publish(
            bodies.filter { meeting.contains($0.name) }, by: officer.actor, at: first)
    }

    private func prepared(_ facts: Facts, of body: Body) throws -> PreparedMeeting {
        guard let kind = MeetingDetails.Kind(rawValue: facts.kind), let day = Day(facts.day),
            let seven = TimeOfDay(hour: 19, minute: 0)
        else { throw failure("‘\(facts.kind)’ on ‘\(facts.day)’") }
        let details = MeetingDetails(
            kind: kind, day: day, startsAt: seven,
            place: "Council Chamber, Council Offices, Cecil Street, Margate, Kent",
            contact: .init(
                name: "Charles Hungwe", telephone: "(01843) 577186", email: "charles.hungwe@thanet.gov.uk"),
            decidesBudget: facts.budget ?? false)
        return PreparedMeeting(
            of: body, details, announcedAt: try moment(facts.announced, hour: 9),
            editions: try facts.editions.map { edition in
                PreparedMeeting.Edition(
                    at: try moment(edition.at, hour: 12), items: try (edition.items ?? []).map(item),
                    papers: try edition.papers.map(paper))
            })
    }

    private func item(_ item: Item) throws -> AgendaItemDetails {
        guard let kind = AgendaItemDetails.Kind(rawValue: item.kind) else { throw failure("‘\(item.kind)’") }
        return AgendaItemDetails(kind: kind, title: item.title, text: item.text ?? "")
    }

    private func paper(_ paper: Paper) throws -> PreparedMeeting.Paper {
        if let report = paper.report {
            return .init(item: paper.item, titled: report, .report(report), replacing: paper.replaces)
        }
        guard let text = paper.text.flatMap({ texts[$0] }), let title = paper.title else {
            throw failure("a paper of item \(paper.item)")
        }
        return .init(item: paper.item, titled: title, .text(text), replacing: paper.replaces)
    }

    private func moment(_ text: String, hour: Int) throws -> Date {
        guard let day = Day(text), let time = TimeOfDay(hour: hour, minute: 0) else { throw failure("‘\(text)’") }
        return time.moment(on: day)
    }

    private func failure(_ what: String) -> DataFileError {
        DataFileError(
            file: Self.fileNames[0], problem: "\(what) is not known", advice: "Take the file as it was published.")
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
