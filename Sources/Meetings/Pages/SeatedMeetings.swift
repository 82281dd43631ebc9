import Membership
import Storage
import Web

/// What whoever sits in a meeting may know of it: everything that was published, and what is kept from the public.
extension MeetingDesks {
    /// Meetings of the bodies that a member sits on, or may sit in for somebody on, from a day on, the first first.
    ///
    /// - Throws: `DatabaseFault`
    public func meetings(seating member: Member, from day: Day) async throws -> [(meeting: Meeting, body: Body)] {
        let structure = try await bodies.structure()
        return try await meetings.meetings().filter { $0.day >= day }.compactMap { meeting in
            guard let body = structure.body(meeting.body), isSeated(member, on: body, in: structure) else { return nil }
            return (meeting, body)
        }
    }

    /// How many editions of its agenda each meeting has.
    ///
    /// - Throws: `DatabaseFault`
    public func editions(of meetings: [ID<Meeting>]) async throws -> [ID<Meeting>: Int] {
        try await agendas.editionCounts(of: meetings)
    }

    /// What lies before a meeting, as it was published; nil where a member does not sit in it.
    ///
    /// - Parameter readingReports: whether the pages of reports are wanted, too; a pack or a file needs none of them.
    /// - Throws: `DatabaseFault`
    public func laid(before id: ID<Meeting>, for member: Member, readingReports: Bool) async throws -> LaidPapers? {
        guard let held = try await held(id, for: member), held.isReadByMember else { return nil }
        let papers = held.agenda.items.flatMap(\.papers)
        var reports: [String: FinishedReport] = [:]
        for case .report(let address, let version) in papers.map(\.content) where readingReports {
            reports[PackMaker.key(of: address, version)] = try await self.reports.report(
                address, version: version, to: PackMaker.addressee(held.body, held.meeting))
        }
        return LaidPapers(
            meeting: held.meeting, body: held.body, agenda: held.agenda,
            openings: try await self.reviews.openings(of: id), packs: try await packs.packs(of: id), reports: reports)
    }

    /// What is kept from the public and is to be looked at again, for who arranges meetings.
    ///
    /// - Throws: `DatabaseFault`
    public func reviewsDue(for member: Member) async throws -> [WithheldReview] {
        guard member.may(.arrangeMeetings) else { return [] }
        return try await reviews.reviews(dueBy: today())
    }

    /// A kept file, such as a pack.
    ///
    /// - Throws: `KeptFileFault`
    public func bytes(of hash: FileHash) throws -> [UInt8] {
        try files.bytes(of: hash)
    }
}

/// A meeting with what lies before it, to be read by whoever sits in it.
public struct LaidPapers: Sendable {
    public let meeting: Meeting
    public let body: Body
    public let agenda: Agenda
    /// What was kept from the public and is open now, by the item.
    public let openings: [ID<AgendaItem>: PaperOpening]
    /// Packs of everything in one, the newest last.
    public let packs: [CombinedPack]
    let reports: [String: FinishedReport]

    /// What was published last; empty before anything was.
    public var items: [EditionContents.Item] { agenda.editions.last?.contents.items ?? [] }

    /// The paper itself of which an edition tells.
    public func paper(_ record: EditionContents.Paper) -> AgendaPaper? {
        agenda.items.flatMap(\.papers).first { "\($0.id)" == record.id }
    }

    /// The whole of a report as a part of a page.
    ///
    /// - Parameter address: where a PDF of the report is to be had, by its name among ``annexes(of:)``.
    public func page(of paper: AgendaPaper, filesAt address: (String) -> Address) -> HTML? {
        report(paper)?.page(in: paper.id, filesAt: address)
    }

    /// The PDFs of a report, by what tells each from all others of the meeting.
    public func annexes(of paper: AgendaPaper) -> [(name: String, file: PaperFile)] {
        (report(paper)?.annexes ?? []).map { ($0.name(in: paper.id), $0.file) }
    }

    private func report(_ paper: AgendaPaper) -> FinishedReport? {
        guard case .report(let address, let version) = paper.content else { return nil }
        return reports[PackMaker.key(of: address, version)]
    }
}
