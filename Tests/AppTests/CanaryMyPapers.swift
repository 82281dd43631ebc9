import Foundation
import Membership
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    /// Reports, meetings, and all that comes of them.
    static let ofCommittees = [reports, meetings, minutes, myPapers, recommendations, decisions, submissions].reduce(
        into: [:]
    ) {
        $0.merge($1) { own, _ in own }
    }

    /// What somebody noted for themselves.
    static let myPapers: [String: Secrecy] = [
        "private_note.item": .plain("an identifier, or one of the program’s own words"),
        "private_note.note": .kept(.nobody),
    ]
}

extension Writing {
    /// A note of somebody’s own on a meeting that has no page here.
    func enterMyPapers(_ ids: [ID<CanaryRows>], of person: ID<Person>, at time: Date) throws {
        try run(
            """
            INSERT INTO private_note VALUES (\(ids[0]), \(partnership), \(person), \(ids[8]), 'meeting', 'x', 1, \(time))
            """)
    }
}
