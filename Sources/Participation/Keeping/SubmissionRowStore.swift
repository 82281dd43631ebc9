import Foundation
import Membership
import Storage

extension Reading {
    func submission(_ id: ID<Submission>) throws -> Submission? { try submissions("submission.id = \(id)").first }

    func submissions(_ condition: SQL) throws -> [Submission] {
        try rows(
            """
            SELECT submission.*, submission_contact.name AS contact_name, submission_contact.address AS contact_address,
                submission_contact.email AS contact_email, submission_contact.telephone AS contact_telephone
            FROM submission LEFT JOIN submission_contact ON submission_contact.submission = submission.id
            WHERE submission.partnership = \(partnership) AND \(condition)
            ORDER BY submission.received_on, submission.received_at, submission.id
            """
        ).map { try Submission($0) }
    }

    /// - Throws: `ChangedMeanwhile` where somebody else was quicker.
    func unchanged(_ known: Submission) throws -> Submission {
        guard let kept = try submission(known.id) else { throw ParticipationRefusal.notHere }
        guard kept.revision == known.revision else { throw ChangedMeanwhile() }
        return kept
    }

    /// The item that something accepted joins: one of its sort that was not published yet.
    func openKey(for submission: Submission, at meeting: HeardMeeting) throws -> String? {
        let kind = SubmissionItem.prefix(of: submission.details.kind)
        return meeting.openItems.filter { $0 == kind || $0.hasPrefix("\(kind) ") }.sorted().last
    }

    /// What submissions are called, by how entries address them.
    func submissionNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<Submission>($0) }
        let found = try submissions("submission.id IN \(ids)").map { ($0.id.description, $0.name) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

extension Writing {
    func enter(
        _ details: SubmissionDetails, as id: ID<Submission>, before meeting: ID<HeardMeeting>, by name: String,
        at time: Date
    ) throws {
        let (shown, place) = details.naming.kept
        try run(
            """
            INSERT INTO submission (
                id, partnership, meeting, kind, shown_name, shown_place, received_on, received_at, subject, words, put_to,
                signatures, standing, standing_why, entered_by, entered_at, revision)
            VALUES (
                \(id), \(partnership), \(meeting), \(details.kind), \(shown), \(place), \(details.receivedOn),
                \(details.receivedAt), \(details.subject), \(details.words), \(details.putTo), \(details.signatures),
                'waiting', '', \(name), \(time), 1)
            """)
    }

    func keep(_ contact: Submission.Contact, of id: ID<Submission>, until day: Day) throws {
        try eraseContact(of: id)
        try run(
            """
            INSERT INTO submission_contact (submission, partnership, name, address, email, telephone, kept_until)
            VALUES (
                \(id), \(partnership), \(contact.name), \(contact.address), \(contact.email), \(contact.telephone),
                \(day))
            """)
    }

    func eraseContact(of id: ID<Submission>) throws {
        try run("DELETE FROM submission_contact WHERE partnership = \(partnership) AND submission = \(id)")
    }

    func change(_ details: SubmissionDetails, of known: Submission) throws {
        let (shown, place) = details.naming.kept
        try run(
            """
            UPDATE submission SET
                kind = \(details.kind), shown_name = \(shown), shown_place = \(place),
                received_on = \(details.receivedOn), received_at = \(details.receivedAt), subject = \(details.subject),
                words = \(details.words), put_to = \(details.putTo), signatures = \(details.signatures),
                revision = \(known.revision + 1)
            WHERE partnership = \(partnership) AND id = \(known.id)
            """)
    }

    func set(_ standing: Submission.Standing, on key: String?, of known: Submission) throws {
        try run(
            """
            UPDATE submission SET
                standing = \(standing.kept), standing_why = \(standing.why), agenda_key = \(key),
                revision = \(known.revision + 1)
            WHERE partnership = \(partnership) AND id = \(known.id)
            """)
    }

    func answer(_ answer: Submission.Answer, of known: Submission) throws {
        try run(
            """
            UPDATE submission SET
                answer_way = \(answer.way), answered_by = \(answer.by), answered_on = \(answer.on),
                answer = \(answer.text), revision = \(known.revision + 1)
            WHERE partnership = \(partnership) AND id = \(known.id)
            """)
    }

    /// What was accepted and stands on no agenda stands on this item from now on.
    func put(_ key: String, of kind: Submission.Kind, before meeting: ID<HeardMeeting>) throws {
        try run(
            """
            UPDATE submission SET agenda_key = \(key), revision = revision + 1
            WHERE partnership = \(partnership) AND meeting = \(meeting) AND kind = \(kind) AND standing = 'accepted'
                AND agenda_key IS NULL
            """)
    }
}

extension SubmissionDetails.Naming {
    fileprivate var kept: (name: String?, place: String) {
        switch self {
        case .named(let name): (name, "")
        case .resident(let place): (nil, place)
        }
    }
}

extension Submission.Standing {
    /// Its name in the records.
    fileprivate var kept: String {
        switch self {
        case .waiting: "waiting"
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        }
    }

    fileprivate init(_ kept: String, why: String) {
        self =
            switch kept {
            case "accepted": .accepted(why: why)
            case "rejected": .rejected(why: why)
            case "withdrawn": .withdrawn(why: why)
            default: .waiting
            }
    }
}

extension Submission {
    fileprivate init(_ row: Row) throws {
        let (shown, place): (String?, String) = (try row("shown_name"), try row("shown_place"))
        let details = SubmissionDetails(
            kind: try row("kind"), naming: shown.map { .named($0) } ?? .resident(of: place),
            receivedOn: try row("received_on"), receivedAt: try row("received_at"), subject: try row("subject"),
            words: try row("words"), putTo: try row("put_to"), signatures: try row("signatures"))
        let name: String? = try row("contact_name")
        let contact = try name.map { name in
            Contact(
                name: name, address: try row("contact_address"), email: try row("contact_email"),
                telephone: try row("contact_telephone"))
        }
        let (way, on): (Answer.Way?, Day?) = (try row("answer_way"), try row("answered_on"))
        var answer: Answer?
        if let way, let on { answer = Answer(way: way, by: try row("answered_by"), on: on, text: try row("answer")) }
        self.init(
            id: try row("id"), meeting: try row("meeting"), details: details, contact: contact,
            standing: Standing(try row("standing"), why: try row("standing_why")), answer: answer,
            agendaKey: try row("agenda_key"), enteredBy: try row("entered_by"), revision: try row("revision"))
    }
}
