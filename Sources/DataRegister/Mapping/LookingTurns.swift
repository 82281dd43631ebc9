import DataFiles

/// Partners' files are looked at one after another, whoever gave them: a large one keeps a processor busy for a while, and
/// several at once would keep all of them.
public actor LookingTurns {
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// How long a page waits for a file before it says that it takes longer.
    let patience: Duration

    public init(patience: Duration = .seconds(2)) {
        self.patience = patience
    }

    private func begin() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func end() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    /// Does something once those before it are done.
    nonisolated func inTurn<Value: Sendable>(
        _ work: @Sendable () async throws(DataFileError) -> Value
    ) async throws(DataFileError) -> Value {
        await begin()
        do throws(DataFileError) {
            let value = try await work()
            await end()
            return value
        } catch {
            await end()
            throw error
        }
    }
}
