import Foundation
import Storage

extension Reading {
    func agenda(of meeting: ID<Meeting>) throws -> Agenda {
        let papers = Dictionary(
            grouping: try rows(
                """
                SELECT agenda_paper.* FROM agenda_paper
                JOIN agenda_item ON agenda_item.id = agenda_paper.agenda_item
                WHERE agenda_paper.partnership = \(partnership) AND agenda_item.meeting = \(meeting)
                ORDER BY agenda_paper.position, agenda_paper.id
                """
            ).map { row in (item: try row("agenda_item") as ID<AgendaItem>, paper: try AgendaPaper(row)) }, by: \.item
        ).mapValues { $0.map(\.paper) }
        let items = try rows(
            """
            SELECT * FROM agenda_item WHERE partnership = \(partnership) AND meeting = \(meeting)
            ORDER BY position, id
            """
        ).map { row in
            let id: ID<AgendaItem> = try row("id")
            return try AgendaItem(
                id: id, number: row("number"), details: AgendaItemDetails(row), papers: papers[id] ?? [],
                isTakenOff: row("is_taken_off"), revision: row("revision"))
        }
        return Agenda(meeting: meeting, items: items, editions: try editions(of: meeting))
    }

    func editions(of meeting: ID<Meeting>) throws -> [AgendaEdition] {
        try rows(
            """
            SELECT * FROM agenda_edition WHERE partnership = \(partnership) AND meeting = \(meeting)
            ORDER BY number
            """
        ).map { row in
            let contents: JSON<EditionContents> = try row("contents")
            let changes: JSON<[String]> = try row("changes")
            let members: JSON<[MembersPage]>? = try row("members_pages")
            return try AgendaEdition(
                number: row("number"), publishedAt: row("published_at"), publishedBy: row("published_by"),
                contents: contents.content, changes: changes.content, pack: row("pack_sha256"),
                membersPack: row("members_pack_sha256"), membersPages: members?.content ?? [])
        }
    }

    /// - Throws: `ChangedMeanwhile` where somebody else was quicker.
    func unchanged(_ known: AgendaItem, of meeting: ID<Meeting>) throws -> AgendaItem {
        guard let item = try agenda(of: meeting).items.first(where: { $0.id == known.id }) else {
            throw MeetingsRefusal.notHere
        }
        guard item.revision == known.revision else { throw ChangedMeanwhile() }
        return item
    }

    /// What meetings are called, by their identifiers.
    func meetingNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<Meeting>($0) }
        let bodies = Dictionary(
            try rows("SELECT id, name FROM body WHERE partnership = \(partnership)").map { row in
                (try row("id") as String, try row("name") as String)
            }, uniquingKeysWith: { first, _ in first })
        let found = try meetings("meeting.id IN \(ids)")
        return Dictionary(
            found.map {
                ($0.id.description, "\($0.noun) of \(bodies[$0.body.description] ?? "a body"), \($0.day.words)")
            },
            uniquingKeysWith: { first, _ in first })
    }
}

extension AgendaItemDetails {
    fileprivate init(_ row: Row) throws {
        let paragraphs: JSON<[Int]> = try row("paragraphs")
        self.init(
            kind: try row("kind"), title: try row("title"), text: try row("text"),
            withholding: Withholding(
                try row("withholding"), paragraphs: paragraphs.content, reasoning: try row("reasoning"),
                until: try row("withheld_until")),
            lateReason: try row("late_reason"), privateNotice: try row("private_notice"))
    }
}

extension AgendaPaper {
    fileprivate init(_ row: Row) throws {
        let (text, report): (String?, String?) = (try row("text"), try row("report"))
        let file: FileHash? = try row("sha256")
        let content: Content =
            if let file {
                .file(
                    PaperFile(
                        hash: file, name: try row("file_name") ?? "", pages: try row("pages") ?? 0,
                        description: try row("description") ?? ""))
            } else if let report {
                .report(report, version: try row("report_version") ?? 1)
            } else {
                .text(text ?? "")
            }
        self.init(
            id: try row("id"), title: try row("title"), content: content, replaces: try row("replaces"),
            isTakenOff: try row("is_taken_off"), addedBy: try row("added_by"), addedAt: try row("added_at"))
    }
}

extension Writing {
    func enter(_ details: AgendaItemDetails, as id: ID<AgendaItem>, of meeting: ID<Meeting>) throws {
        let withholding = details.withholding
        try run(
            """
            INSERT INTO agenda_item (
                id, partnership, meeting, position, number, kind, title, text, withholding, paragraphs, reasoning,
                withheld_until, late_reason, private_notice, is_taken_off, revision)
            VALUES (
                \(id), \(partnership), \(meeting), 0, \(Int?.none), \(details.kind), \(details.title), \(details.text),
                \(withholding.sort), \(JSON(withholding.paragraphs)), \(withholding.reasoning), \(withholding.until),
                \(details.lateReason), \(details.privateNotice), \(false), 1)
            """)
    }

    func enter(_ paper: AgendaPaper, of item: ID<AgendaItem>, at position: Int) throws {
        var (text, report, version, file): (String?, String?, Int?, PaperFile?) = (nil, nil, nil, nil)
        switch paper.content {
        case .text(let words): text = words
        case .report(let address, let number): (report, version) = (address, number)
        case .file(let given): file = given
        }
        try run(
            """
            INSERT INTO agenda_paper (
                id, partnership, agenda_item, position, title, text, report, report_version, sha256, file_name, pages,
                description, replaces, is_taken_off, added_by, added_at)
            VALUES (
                \(paper.id), \(partnership), \(item), \(position), \(paper.title), \(text), \(report), \(version),
                \(file?.hash), \(file?.name), \(file?.pages), \(file?.description), \(paper.replaces), \(false),
                \(paper.addedBy), \(paper.addedAt))
            """)
    }

    func order(_ order: [ID<AgendaItem>]) throws {
        for (position, id) in order.enumerated() {
            try run(
                """
                UPDATE agenda_item SET position = \(position + 1)
                WHERE partnership = \(partnership) AND id = \(id) AND position <> \(position + 1)
                """)
        }
    }

    /// Where something is to be kept from the public, the resolution to exclude them comes before it (LGA 1972 s.100A(4)).
    func putExclusion(on meeting: ID<Meeting>, as id: ID<AgendaItem>) throws {
        let agenda = try agenda(of: meeting)
        let standing = agenda.standing
        guard let closed = standing.first(where: { !$0.details.withholding.isOpen }),
            !standing.contains(where: { $0.details.kind == .exclusion })
        else { return }
        try enter(.exclusion, as: id, of: meeting)
        var order = agenda.items.map(\.id)
        order.insert(id, at: order.firstIndex(of: closed.id) ?? order.endIndex)
        try self.order(order)
    }

    /// An item keeps the number it was published with.
    func number(_ numbers: [(number: Int, item: ID<AgendaItem>)]) throws {
        for (number, item) in numbers {
            try run(
                """
                UPDATE agenda_item SET number = \(number)
                WHERE partnership = \(partnership) AND id = \(item) AND number IS NULL
                """)
        }
    }

    func enter(_ edition: AgendaEdition, of meeting: ID<Meeting>) throws {
        try run(
            """
            INSERT INTO agenda_edition (
                partnership, meeting, number, published_at, published_by, contents, changes, pack_sha256,
                members_pack_sha256, members_pages)
            VALUES (
                \(partnership), \(meeting), \(edition.number), \(edition.publishedAt), \(edition.publishedBy),
                \(JSON(edition.contents)), \(JSON(edition.changes)), \(edition.pack), \(edition.membersPack),
                \(JSON(edition.membersPages)))
            """)
    }
}
