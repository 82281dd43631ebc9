import Foundation
import Storage

extension Reading {
    /// Meetings with all that was told of them, in the order of these identifiers.
    func meetings(_ ids: [ID<PublishedMeeting>]) throws -> [AnnouncedMeeting] {
        guard !ids.isEmpty else { return [] }
        let announced = try rows(
            """
            SELECT meeting_notice.*, meeting_body.slug AS slug FROM meeting_notice
            JOIN meeting_body ON meeting_body.partnership = meeting_notice.partnership
                AND meeting_body.body = meeting_notice.body
            WHERE meeting_notice.partnership = \(partnership) AND meeting_notice.meeting IN \(ids)
            ORDER BY meeting_notice.number
            """)
        let byMeeting = try Dictionary(grouping: announced) { row in try row("meeting") as ID<PublishedMeeting> }
        let documents = try documents(of: ids)
        return try ids.compactMap { id in
            guard let rows = byMeeting[id], let last = rows.last else { return nil }
            return try AnnouncedMeeting(
                bodySlug: last("slug"), step: last("step"), announcements: rows.map(MeetingAnnouncement.init),
                documents: documents[id] ?? [])
        }
    }

    private func documents(of ids: [ID<PublishedMeeting>]) throws -> [ID<PublishedMeeting>: [MeetingDocument]] {
        let attached = try rows(
            """
            SELECT meeting, publication, role FROM meeting_document
            WHERE partnership = \(partnership) AND meeting IN \(ids) ORDER BY attached_at, publication
            """
        ).map { row in
            try (
                meeting: row("meeting") as ID<PublishedMeeting>, publication: row("publication") as ID<Publication>,
                role: row("role") as MeetingDocument.Role
            )
        }
        guard !attached.isEmpty else { return [:] }
        let wanted = attached.map(\.publication)
        let found = try publications("publication.partnership = \(partnership) AND publication.id IN \(wanted)")
        let byID = Dictionary(uniqueKeysWithValues: found.filter { !$0.versions.isEmpty }.map { ($0.id, $0) })
        return Dictionary(grouping: attached, by: \.meeting).mapValues { attached in
            attached.compactMap { document in byID[document.publication].map { MeetingDocument($0, as: document.role) }
            }
        }
    }

    fileprivate func lastAnnouncement(of id: ID<PublishedMeeting>) throws -> MeetingAnnouncement? {
        try row(
            """
            SELECT * FROM meeting_notice WHERE partnership = \(partnership) AND meeting = \(id)
            ORDER BY number DESC LIMIT 1
            """
        ).map(MeetingAnnouncement.init)
    }
}

extension Writing {
    /// Tells everybody of a meeting, or how it stands from now on, in the same transaction as the deed that is told of.
    /// What stands already is not told twice.
    ///
    /// - Parameter time: that of the transaction. A meeting’s announcements never go back in time.
    /// - Throws: ``MeetingRefusal``, `DatabaseFault`
    public func announce(_ meeting: PublishedMeeting, by actor: Entry.Actor, at time: Date) throws {
        let last = try lastAnnouncement(of: meeting.id)
        guard last?.meeting != meeting else { return }
        guard last?.meeting.body.id ?? meeting.body.id == meeting.body.id else { throw MeetingRefusal.otherBody }
        try nameInAddresses(meeting.body)
        let announcement = MeetingAnnouncement(
            number: (last?.number ?? 0) + 1, meeting: meeting, at: max(time, last?.at ?? time), by: actor.shownName)
        try enter(announcement, at: step(of: meeting))
    }

    /// Puts a publication with the meeting that it belongs to. One that is there already stays as it is.
    ///
    /// - Parameter publication: what it is called in addresses.
    /// - Throws: ``MeetingRefusal``, ``PublishingRefusal``, `DatabaseFault`
    public func attach(
        _ publication: String, to meeting: ID<PublishedMeeting>, as role: MeetingDocument.Role, at time: Date
    ) throws {
        guard try lastAnnouncement(of: meeting) != nil else { throw MeetingRefusal.notAnnounced }
        let found = try row(
            "SELECT id FROM publication WHERE partnership = \(partnership) AND slug = \(publication)")
        guard let id: ID<Publication> = try found?("id") else { throw PublishingRefusal.notHere }
        let there = try row("SELECT role FROM meeting_document WHERE meeting = \(meeting) AND publication = \(id)")
        guard there == nil else { return }
        try run(
            """
            INSERT INTO meeting_document (partnership, meeting, publication, role, attached_at)
            VALUES (\(partnership), \(meeting), \(id), \(role), \(time))
            """)
    }

    /// A body keeps what it was called in addresses first.
    ///
    /// - Returns: what that is.
    @discardableResult
    func nameInAddresses(_ body: PublishedMeeting.Body) throws -> String {
        let bodies = try rows("SELECT body, slug FROM meeting_body WHERE partnership = \(partnership)").map { row in
            (key: try row("body") as String, slug: try row("slug") as String)
        }
        if let known = bodies.first(where: { $0.key == body.id }) { return known.slug }
        let slug = MeetingSlug.make(of: body.name, besides: Set(bodies.map(\.slug)))
        try run("INSERT INTO meeting_body (partnership, body, slug) VALUES (\(partnership), \(body.id), \(slug))")
        return slug
    }

    /// The last step of its address. One that led to a meeting once leads to no other, however often that one moves.
    private func step(of meeting: PublishedMeeting) throws -> String {
        let day = meeting.day.description
        let steps = try rows(
            """
            SELECT step, meeting FROM meeting_address
            WHERE partnership = \(partnership) AND body = \(meeting.body.id) AND day = \(meeting.day) ORDER BY step
            """
        ).map { row in try (step: row("step") as String, meeting: row("meeting") as ID<PublishedMeeting>) }
        if let own = steps.first(where: { $0.meeting == meeting.id }) { return own.step }
        let step = MeetingSlug.free(day, besides: Set(steps.map(\.step)))
        try run(
            """
            INSERT INTO meeting_address (partnership, body, step, day, meeting)
            VALUES (\(partnership), \(meeting.body.id), \(step), \(meeting.day), \(meeting.id))
            """)
        return step
    }

    private func enter(_ announcement: MeetingAnnouncement, at step: String) throws {
        let meeting = announcement.meeting
        try run(
            """
            INSERT INTO meeting_notice (
                partnership, meeting, number, body, body_name, step, kind, day, starts_at, ends_at, place, joining,
                contact_name, contact_telephone, contact_email, note, state, why, announced_at, announced_by)
            VALUES (
                \(partnership), \(meeting.id), \(announcement.number), \(meeting.body.id), \(meeting.body.name), \(step),
                \(meeting.kind), \(meeting.day), \(meeting.startsAt), \(meeting.endsAt), \(meeting.place),
                \(meeting.joining), \(meeting.contact.name), \(meeting.contact.telephone), \(meeting.contact.email),
                \(meeting.note), \(meeting.state.word), \(meeting.why), \(announcement.at), \(announcement.by))
            """)
    }
}

/// A state as a word, with its reason beside it.
private enum StateWord: String, SQLConvertible {
    case scheduled, moved
    case calledOff = "called off"
}

extension PublishedMeeting.State {
    fileprivate var word: StateWord {
        switch self {
        case .scheduled: .scheduled
        case .moved: .moved
        case .calledOff: .calledOff
        }
    }

    fileprivate init(_ word: StateWord, why: String) {
        switch word {
        case .scheduled: self = .scheduled
        case .moved: self = .moved(why: why)
        case .calledOff: self = .calledOff(why: why)
        }
    }
}

extension MeetingAnnouncement {
    fileprivate init(_ row: Row) throws {
        let meeting = try PublishedMeeting(
            id: row("meeting"), body: .init(id: row("body"), name: row("body_name")), kind: row("kind"),
            day: row("day"),
            startsAt: row("starts_at"), endsAt: row("ends_at"), place: row("place"), joining: row("joining"),
            contact: .init(
                name: row("contact_name"), telephone: row("contact_telephone"), email: row("contact_email")),
            note: row("note"), state: .init(row("state"), why: row("why")))
        try self.init(number: row("number"), meeting: meeting, at: row("announced_at"), by: row("announced_by"))
    }
}
