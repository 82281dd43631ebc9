import Foundation
import Meetings
import Membership
import Participation
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    private static let word = Secrecy.plain("one of the program’s own words")
    private static let kept = Secrecy.kept(.holders(.keepSubmissions))

    /// What the public brings. How to reach them is for whoever takes it, and nowhere else (D108); what of the rest everybody
    /// reads once it is accepted and published is tried in SubmissionTests.
    static let submissions: [String: Secrecy] = [
        "meeting_public_terms.allowed": .plain("numbers, and the program’s own words"),
        "meeting_public_terms.counting": word,
        "meeting_public_terms.cutoff": .plain("a time of day"),
        "meeting_public_terms.source": .kept(.holders(.readMeetings)),
        "meeting_public_terms.entered_by": .kept(.nobody),
        "submission.kind": word,
        "submission.shown_name": kept,
        "submission.shown_place": kept,
        "submission.received_at": .plain("a time of day"),
        "submission.subject": kept,
        "submission.words": kept,
        "submission.put_to": kept,
        "submission.standing": word,
        "submission.standing_why": kept,
        "submission.answer_way": word,
        "submission.answered_by": kept,
        "submission.answer": kept,
        "submission.agenda_key": word,
        "submission.entered_by": kept,
        "submission_contact.submission": .plain("an identifier"),
        "submission_contact.name": kept,
        "submission_contact.address": kept,
        "submission_contact.email": kept,
        "submission_contact.telephone": kept,
    ]
}

extension Writing {
    /// A question, answered, before the meeting that ``enterMeetings(_:at:)`` enters, and that its body takes questions.
    func enterSubmissions(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let (mine, today) = (partnership, Day(time))
        let body: ID<Body>? = try row("SELECT id FROM body WHERE partnership = \(mine) ORDER BY id")?("id")
        try run(
            """
            INSERT INTO meeting_public_terms VALUES (
                \(mine), \(body ?? ID(ids[8].description)), 9, \(today), '{"question":{"clearDays":4}}', 'working',
                '17:00', 'x', 'x', \(time))
            """)
        try run(
            """
            INSERT INTO submission VALUES (
                \(ids[8]), \(mine), \(ids[8]), 'question', 'x', 'x', \(today), '16:30', 'x', 'x', 'x', NULL, 'accepted',
                'x', 'spoken', 'x', \(today), 'x', 'public question', 'x', \(time), 1)
            """)
        try run(
            "INSERT INTO submission_contact VALUES (\(ids[8]), \(mine), 'x', 'x', 'x', 'x', \(today))")
    }
}
