/// What was worked out from the data of late, for as long as the data stay as they are. Whoever asks for the same meanwhile
/// waits for the same work.
public actor EditionShelf<Key: Hashable & Sendable, Value: Sendable> {
    private let most: Int
    private var shelf: [Key: (edition: String, task: Task<Value, any Error>, isMade: Bool)] = [:]
    private var order: [Key] = []

    /// - Parameter most: how many are kept; the one that was not asked for longest makes way.
    public init(most: Int) {
        self.most = most
    }

    /// - Parameters:
    ///   - edition: of the records; a newer one makes what is on the shelf stale.
    ///   - make: what to do where it is not on the shelf.
    public func value(
        _ key: Key, edition: String, _ make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        order.removeAll { $0 == key }
        order.append(key)
        if let (known, task, _) = shelf[key], known == edition { return try await task.value }
        let task = Task { try await make() }
        shelf[key] = (edition, task, false)
        if order.count > most { shelf[order.removeFirst()] = nil }
        do {
            let value = try await task.value
            if shelf[key]?.task == task { shelf[key]?.isMade = true }
            return value
        } catch {
            // What failed is not kept: whoever asks next may fare better.
            if shelf[key]?.task == task { shelf[key] = nil }
            throw error
        }
    }

    /// Whether something is there already, so that nobody who asks for it has to wait.
    public func isMade(_ key: Key, edition: String) -> Bool {
        shelf[key].map { $0.edition == edition && $0.isMade } ?? false
    }
}
