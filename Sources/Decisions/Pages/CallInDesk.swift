import Publishing
import Storage

extension DecisionDesk {
    /// Tells everybody that a decision is called in: from now on nothing may be done on it.
    ///
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    func callIn(_ opened: OpenedDecision, _ callIn: CallIn, by actor: Entry.Actor) async throws {
        guard let slug = opened.published?.slug else { throw DecisionsRefusal.callInOver }
        let (rules, time, day) = (try await rules.rules(), now(), today())
        let entry = Entry(
            .decisionCalledIn, of: .init("decision", opened.draft.id), by: actor, at: time,
            changes: [.init("signatories", from: Int?.none, to: callIn.signatories.count)])
        try await database.write(entry) { db in
            guard let now = try db.decisions(called: slug).first else { throw DecisionsRefusal.notHere }
            try callIn.check(now.standing, under: rules, on: day)
            try db.tell(
                RegisterEvent(
                    .calledIn, on: day, saying: callIn.reasons, names: callIn.signatories, at: time, by: actor.shownName
                ),
                of: slug)
        }
    }

    /// Tells everybody what became of a call-in.
    ///
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    func settle(
        _ opened: OpenedDecision, _ outcome: RegisterEvent.Kind, saying words: String, on day: Day,
        by actor: Entry.Actor
    ) async throws {
        guard let slug = opened.published?.slug else { throw DecisionsRefusal.notCalledIn }
        let time = now()
        let entry = Entry(
            .callInSettled, of: .init("decision", opened.draft.id), by: actor, at: time,
            changes: [.init("outcome", from: String?.none, to: outcome.rawValue)])
        try await database.write(entry) { db in
            guard let last = try db.decisions(called: slug).first?.events.last,
                last.kind == .calledIn || last.kind == .toCouncil && outcome != .toCouncil, day >= last.on
            else { throw DecisionsRefusal.notCalledIn }
            try db.tell(RegisterEvent(outcome, on: day, saying: words, at: time, by: actor.shownName), of: slug)
        }
    }

    /// Drops a notice from the forward plan; that it was there, and why it went, stays.
    ///
    /// - Throws: ``DecisionsRefusal``, `DatabaseFault`
    func drop(_ opened: OpenedPlan, because why: String, by actor: Entry.Actor) async throws {
        guard let slug = opened.published?.slug else { throw DecisionsRefusal.notHere }
        let (time, day) = (now(), today())
        let entry = Entry(
            .noticeDropped, of: .init("planned decision", opened.draft.id), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            guard try db.plans(called: slug).first?.isAhead == true else { throw DecisionsRefusal.planIsSettled }
            try db.tell(RegisterEvent(.dropped, on: day, saying: why, at: time, by: actor.shownName), of: slug)
        }
    }
}
