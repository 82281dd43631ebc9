import Foundation
import Meetings
import Membership
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    private static let word = Secrecy.plain("one of the program’s own words")
    private static let seen = Secrecy.kept(.holders(.readMeetings))
    private static let made = Secrecy.kept(.holders(.arrangeMeetings))

    /// Meetings and their agendas, before anything of them is laid before everybody.
    static let meetings: [String: Secrecy] = [
        "meeting_state.kind": word,
        "meeting_state.starts_at": .plain("a time of day"),
        "meeting_state.ends_at": .plain("a time of day"),
        "meeting_state.place": seen,
        "meeting_state.joining": seen,
        "meeting_state.contact_name": seen,
        "meeting_state.contact_telephone": seen,
        "meeting_state.contact_email": seen,
        "meeting_state.note": seen,
        "meeting_state.called_off": seen,
        "meeting_state.entered_by": .kept(.holders(.readMeetings)),
        "meeting_rules.counting": word,
        "meeting_rules.cutoff": .plain("a time of day"),
        "meeting_rules.source": seen,
        "meeting_rules.entered_by": .kept(.nobody),
        "deadline_override.deadline": word,
        "deadline_override.why": seen,
        "deadline_override.entered_by": seen,
        "office_closure.reason": seen,
        "agenda_item.kind": word,
        "agenda_item.title": seen,
        "agenda_item.text": made,
        "agenda_item.withholding": word,
        "agenda_item.paragraphs": .plain("numbers of paragraphs of an Act"),
        "agenda_item.reasoning": made,
        "agenda_item.late_reason": made,
        "agenda_item.private_notice": .plain("what a notice is called where everybody reads it"),
        "agenda_paper.title": made,
        "agenda_paper.text": made,
        "agenda_paper.report": .plain("an address within the site, which answers each what they may see"),
        "agenda_paper.sha256": .plain("a hash, from which nothing can be read"),
        "agenda_paper.file_name": made,
        "agenda_paper.description": made,
        "agenda_paper.added_by": made,
        "agenda_edition.published_by": seen,
        "agenda_edition.contents": .plain("laid before everybody, and what is kept from them is not in it"),
        "agenda_edition.changes": .plain("laid before everybody"),
        "agenda_edition.pack_sha256": .plain("a hash, from which nothing can be read"),
        "agenda_edition.members_pack_sha256": .plain("a hash, from which nothing can be read"),
        "agenda_edition.members_pages": .plain("what pages are called, and identifiers"),
        "agenda_review.why": made,
        "agenda_review.entered_by": made,
        "agenda_opening.publication_slug": .plain("what a publication is called where everybody reads it"),
        "agenda_opening.why": made,
        "agenda_opening.opened_by": .kept(.nobody),
        "agenda_combined_pack.made_by": seen,
        "agenda_combined_pack.pack_sha256": .plain("a hash, from which nothing can be read"),
        "agenda_combined_pack.members_pack_sha256": .plain("a hash, from which nothing can be read"),
    ]
}

extension Writing {
    /// A meeting of a body that is there, with an item, a paper and an edition of its agenda.
    func enterMeetings(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let (mine, hash, today) = (partnership, String(repeating: "0", count: 64), Day(time))
        let body: ID<Body>? = try row("SELECT id FROM body WHERE partnership = \(mine) ORDER BY id")?("id")
        let later = Day(time.addingTimeInterval(30 * 86_400))
        try run("INSERT INTO meeting VALUES (\(ids[8]), \(mine), \(body ?? ID(ids[8].description)))")
        try run(
            """
            INSERT INTO meeting_state VALUES (
                \(mine), \(ids[8]), 1, 'ordinary', \(later), '19:00', '21:00', 'x', 'https://x', 'x', 'x', 'x', 'x',
                \(false), 'x', \(false), 'x', \(time))
            """)
        try run(
            """
            INSERT INTO meeting_rules VALUES (
                \(mine), \(body ?? ID(ids[8].description)), 1, \(today), \(true), 5, 'strict', '17:00', 2, NULL, NULL, 4,
                3, \(true), 'x', 'x', \(time))
            """)
        try run("INSERT INTO deadline_override VALUES (\(mine), \(ids[8]), 1, 'agenda', \(today), 'x', 'x', \(time))")
        try run("INSERT INTO office_closure VALUES (\(ids[8]), \(mine), \(later), 'x', \(false))")
        try run(
            """
            INSERT INTO agenda_item VALUES (
                \(ids[8]), \(mine), \(ids[8]), 1, 1, 'other', 'x', 'x', 'open', '[]', 'x', \(today), 'x', \(false), 1,
                'x')
            """)
        try enterReviews(of: ids[8], hash, at: time)
        for (place, id) in [ids[8], ids[9]].enumerated() {
            let (file, old): (String?, ID<CanaryRows>?) = place == 0 ? (nil, nil) : (hash, ids[8])
            try run(
                """
                INSERT INTO agenda_paper VALUES (
                    \(id), \(mine), \(ids[8]), \(place), 'x', 'x', '/reports/x', 1, \(file), 'x', 1, 'x', \(old), \(false),
                    'x', \(time))
                """)
        }
        try run(
            """
            INSERT INTO agenda_edition VALUES (
                \(mine), \(ids[8]), 1, \(time), 'x', '{"items":[],"pages":1}', '[]', \(hash), \(hash), '[]')
            """)
    }

    /// What became of an item that was kept back, and a pack of everything.
    private func enterReviews(of item: ID<CanaryRows>, _ hash: String, at time: Date) throws {
        let (mine, today) = (partnership, Day(time))
        try run("INSERT INTO agenda_review VALUES (\(mine), \(item), 1, \(today), 'x', 'x', \(time))")
        try run("INSERT INTO agenda_opening VALUES (\(mine), \(item), 'x', \(today), 'x', 'x', \(time))")
        try run("INSERT INTO agenda_review_reminder VALUES (\(mine), \(item), \(today), \(time))")
        try run(
            "INSERT INTO agenda_combined_pack VALUES (\(mine), \(item), 1, 2, 'x', \(time), \(hash), \(hash))")
    }
}
