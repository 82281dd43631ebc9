import Meetings
import Membership
import MyPapers
import Storage
import Wording

/// What somebody’s own papers are made from: the meetings they sit in, and what was published for them.
struct SeatsFromMeetings: SeatDesk {
    let desks: MeetingDesks

    func meetings(of member: Member, from day: Day) async throws -> [MyMeeting] {
        let seated = try await desks.meetings(seating: member, from: day)
        let editions = try await desks.editions(of: seated.map(\.meeting.id))
        return seated.compactMap { MyMeeting($0.meeting, of: $0.body, editions: editions[$0.meeting.id] ?? 0) }
    }

    func agenda(of meeting: ID<MyMeeting>, for member: Member) async throws -> MyAgenda? {
        guard let laid = try await laid(before: meeting, for: member, readingReports: true),
            let meeting = MyMeeting(laid.meeting, of: laid.body, editions: laid.agenda.editions.count)
        else { return nil }
        return MyAgenda(
            meeting: meeting,
            packs: laid.agenda.editions.map { edition in
                MyAgenda.Pack(edition, isPublished: !laid.body.details.regime.isNeverPublic)
            } + laid.packs.suffix(1).map { MyAgenda.Pack($0, among: laid.agenda.editions) },
            items: laid.items.map { MyAgenda.Item($0, of: laid, meeting) })
    }

    func pack(_ key: String, of meeting: ID<MyMeeting>, for member: Member) async throws -> PaperBytes? {
        guard let laid = try await laid(before: meeting, for: member, readingReports: false) else { return nil }
        if let pack = laid.packs.first(where: { $0.key == key }) {
            return PaperBytes(
                try desks.bytes(of: pack.membersPack ?? pack.pack),
                named: "Everything in one, \(laid.meeting.day), \(pack.number).pdf")
        }
        guard let edition = laid.agenda.editions.first(where: { "\($0.number)" == key }) else { return nil }
        return PaperBytes(
            try desks.bytes(of: edition.membersPack ?? edition.pack), named: "\(edition.title), \(laid.meeting.day).pdf"
        )
    }

    func file(_ key: String, of meeting: ID<MyMeeting>, for member: Member) async throws -> PaperBytes? {
        // What begins with the key of a paper is in a report.
        let isInReport = ID<AgendaPaper>(key) == nil
        guard let laid = try await laid(before: meeting, for: member, readingReports: isInReport) else { return nil }
        for paper in laid.items.flatMap(\.papers).compactMap(laid.paper) where key.hasPrefix("\(paper.id)") {
            var file = laid.annexes(of: paper).first { $0.name == key }?.file
            if case .file(let own) = paper.content, "\(paper.id)" == key { file = own }
            if let file { return PaperBytes(try desks.bytes(of: file.hash), named: file.name) }
        }
        return nil
    }

    private func laid(
        before meeting: ID<MyMeeting>, for member: Member, readingReports: Bool
    ) async throws -> LaidPapers? {
        guard let id = ID<Meeting>(meeting.description) else { return nil }
        return try await desks.laid(before: id, for: member, readingReports: readingReports)
    }
}

extension CombinedPack {
    /// What tells it from the editions of the agenda.
    fileprivate var key: String { "combined-\(number)" }
}

extension MyAgenda.Pack {
    fileprivate init(_ edition: AgendaEdition, isPublished: Bool) {
        self.init(
            key: "\(edition.number)", title: edition.title, publishedOn: Day(edition.publishedAt),
            isMembersOnly: edition.membersPack != nil, isPublished: isPublished)
    }

    fileprivate init(_ pack: CombinedPack, among editions: [AgendaEdition]) {
        self.init(
            key: pack.key, title: "Everything in one", publishedOn: Day(pack.madeAt),
            isMembersOnly: pack.membersPack != nil, isSuperseded: pack.isSuperseded(by: editions))
    }
}

extension MyMeeting {
    fileprivate init?(_ meeting: Meeting, of body: Body, editions: Int) {
        guard let id = ID<MyMeeting>(meeting.id.description) else { return nil }
        let details = meeting.details
        self.init(
            id: id, body: body.name, noun: meeting.noun, day: meeting.day, startsAt: details.startsAt,
            place: details.place, joining: details.joining,
            contact: [details.contact.name, details.contact.telephone, details.contact.email].filter { !$0.isEmpty }
                .joined(separator: ", "),
            note: details.note, calledOff: meeting.now.calledOff, movedFrom: meeting.movedFrom?.details.when,
            editions: editions)
    }
}

extension MyAgenda.Item {
    fileprivate init(_ item: EditionContents.Item, of laid: LaidPapers, _ meeting: MyMeeting) {
        let closed = item.withholding.map { withheld in
            withheld.isConfidential
                ? "Confidential: the public must be excluded. Show it to nobody who does not sit in this meeting"
                : "Exempt under paragraph \(withheld.paragraphs.map(String.init).inWords) of Schedule 12A. Show it to nobody "
                    + "who does not sit in this meeting"
        }
        self.init(
            key: item.id, number: item.number, title: item.title, text: item.text, closed: closed,
            opened: ID<AgendaItem>(item.id).flatMap { laid.openings[$0]?.words },
            papers: item.papers.compactMap { MyAgenda.Paper($0, of: laid, meeting) })
    }
}

extension MyAgenda.Paper {
    fileprivate init?(_ record: EditionContents.Paper, of laid: LaidPapers, _ meeting: MyMeeting) {
        guard let paper = laid.paper(record) else { return nil }
        let content: Content
        switch paper.content {
        case .text(let text): content = .text(text)
        case .report:
            guard let page = laid.page(of: paper, filesAt: meeting.address(ofFile:)) else { return nil }
            content = .page(page, files: laid.annexes(of: paper).map(\.name))
        case .file(let file):
            content = .file(key: record.id, pages: file.pages, description: file.description)
        }
        let pages = record.firstPage.map { first in
            record.lastPage.flatMap { $0 == first ? nil : "\(first) to \($0)" } ?? first
        }
        let edition = laid.agenda.editions.first { $0.number == record.edition }
        self.init(
            title: record.title, pages: pages, cameWith: edition.flatMap { $0.isSupplementary ? $0.title : nil },
            replaces: laid.agenda.items.flatMap(\.papers).first { $0.id == paper.replaces }?.title, content: content)
    }
}
