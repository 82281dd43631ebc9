import Membership
import Press
import Storage

extension PackPlan {
    /// Of a private panel or a team, of which nothing is ever laid before everybody: its papers are given to who sits on it.
    var isForMembersOnly: Bool { found.body.details.regime.isNeverPublic }
}

extension MeetingDesks {
    /// Gives the members of a body that is never public the agenda with its papers, or what is new on it: they read it among their
    /// own papers. Nothing is published, and nobody outside is told that there is anything.
    ///
    /// - Throws: ``MeetingsRefusal``, `PressError`, `DatabaseFault`
    func give(_ plan: PackPlan, by actor: Entry.Actor) async throws {
        guard plan.isForMembersOnly, plan.isPossible else { throw MeetingsRefusal.nothingToPublish }
        let (time, meeting) = (now(), plan.found.meeting.id)
        let made = try await printer.made(maker(plan, isDraft: false), withClosed: true, at: time)
        let kept = try await files.keep(made.pdf)
        let edition = AgendaEdition(
            number: plan.edition, publishedAt: time, publishedBy: actor.shownName, contents: placed(plan, made.pages),
            changes: plan.edition == 1 ? [] : plan.changes.lines, pack: kept.hash, membersPack: kept.hash)
        let entry = Entry(
            .agendaGiven, of: .init("meeting", meeting), by: actor, at: time,
            changes: [.init("edition", from: String?.none, to: edition.title)])
        let numbers = plan.agenda.numbered.map { ($0.number, $0.item.id) }
        try await database.write(entry) { db in
            let known = try db.agenda(of: meeting)
            guard known.revision == plan.agenda.revision, known.editions.count == plan.agenda.editions.count else {
                throw MeetingsRefusal.agendaMoved
            }
            for (paper, text) in plan.fresh { try db.set(text, of: paper) }
            try db.enter(edition, of: meeting)
            try db.number(numbers)
        }
    }
}
