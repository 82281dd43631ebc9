import Membership
import Notices
import Storage

/// Tells those who look after the system what wants looking at; where nobody does, the officers, who are to tell whoever
/// runs the machine.
struct SystemNews: Sendable {
    private let records: Database
    private let identities: Identities

    init(_ installation: Database, identities: Identities) {
        (records, self.identities) = (installation, identities)
    }

    /// - Parameter entry: of its being told, on the partnership's chain.
    /// - Throws: `DatabaseFault`
    func tell(_ sentence: String, in partnership: ID<Tenant>, _ entry: Entry) async throws {
        let identities = identities
        try await records.opened(for: partnership).write(entry) { db in
            let time = entry.at
            let operators = try db.people(seatedAs: [.administrator], on: Day(time))
            let people = operators.isEmpty ? try db.people(seatedAs: [.officer], on: Day(time)) : operators
            for person in people {
                try db.notify(
                    person.id, sentence, at: operators.isEmpty ? "/activity" : "/health",
                    because: operators.isEmpty
                        ? "Nobody is seated who looks after the system: tell whoever runs the machine."
                        : "You look after the system.", id: identities.new(at: time), at: time)
            }
        }
    }
}
