import Decisions
import Foundation
import Membership
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    private static let made = Secrecy.kept(.holders(.keepDecisions))
    private static let read = Secrecy.kept(.holders(.readDecisions))

    /// Records of decisions as they are written. What is published of them is everybody’s.
    static let decisions: [String: Secrecy] = [
        "decision_draft.kind": .plain("one of the program’s own words"),
        "decision_draft.title": made,
        "decision_draft.body": .plain("an identifier"),
        "decision_draft.statement": .plain("read whole by the page of the draft, whose title carries a canary"),
        "decision_draft.closed_part": made,
        "decision_draft.publication": .plain("part of an address that everybody may open"),
        "decision_draft.source": .plain("identifiers"),
        "decision_draft.changed_by": made,
        "delegation.power": read, "delegation.given_by": read, "delegation.given_to": read,
        "delegation.limits": .plain("read by the page of the delegation, whose power carries a canary"),
        "delegation.authority": .plain("read by the page of the delegation, whose power carries a canary"),
        "delegation.since": .plain("a day"), "delegation.until": .plain("a day"),
        "delegation.ended_because": read, "delegation.changed_by": .kept(.nobody),
        "register_rules.source": made,
        "register_rules.entered_by": .kept(.nobody),
        "register_version.content": .plain("laid before everybody"),
        "register_event.kind": .plain("one of the program’s own words"),
        "register_event.words": .plain("told to everybody"),
        "register_event.names": .plain("told to everybody"),
        "register_event.on_day": .plain("a day"),
        "register_event.told_at": .plain("a moment"),
        "register_event.told_by": .plain("told to everybody"),
    ]
}

extension Writing {
    /// A record of a decision that is not published, a notice, and the register’s rules.
    func enterDecisions(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let mine = partnership
        try run(
            """
            INSERT INTO decision_draft VALUES (
                \(ids[8]), \(mine), 'decision', 'x', '', \(JSON(DecisionSample.decision)), 'x', 1, NULL, NULL, \(time), 'x')
            """)
        try run(
            """
            INSERT INTO decision_draft VALUES (
                \(ids[9]), \(mine), 'planned decision', 'x', '', \(JSON(DecisionSample.plan)), 'x', 1, NULL, NULL, \(time),
                'x')
            """)
        try run(
            """
            INSERT INTO delegation VALUES (
                \(ids[8]), \(mine), 'x', 'x', 'x', 'x', 'x', '2016-01-01', NULL, 'x', 1, \(time), 'x')
            """)
        try run("INSERT INTO register_rules VALUES (\(mine), 1, 25000000, 5, 2, 'x', 'x', \(time))")
    }
}
