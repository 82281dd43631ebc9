/// One write that waits to be saved, and whoever waits for it.
struct PendingWrite: Sendable {
    let partnership: ID<Tenant>
    let run: @Sendable (any Connection) throws -> Void
    /// Tells what became of it. Called once, when it is on the disk or never will be.
    let settle: @Sendable (Result<Void, any Error>) -> Void

    /// Saves writes in one transaction, each by itself alone undone if it fails.
    static func save(_ batch: [PendingWrite], on connection: some WritingConnection) {
        var outcomes: [Result<Void, any Error>] = []
        do {
            try connection.transaction {
                for write in batch {
                    guard batch.count > 1 else {
                        try write.run(connection)
                        outcomes.append(.success(()))
                        continue
                    }
                    outcomes.append(Result { try connection.attempt { try write.run(connection) } })
                }
            }
        } catch {
            // None of it was saved. What failed by itself has its own reason.
            outcomes = batch.indices.map { index in
                if index < outcomes.count, case .failure(let own) = outcomes[index] { return .failure(own) }
                return .failure(error)
            }
        }
        for (write, outcome) in zip(batch, outcomes) { write.settle(outcome) }
    }
}
