import Storage

/// Work that may take longer than a page is waited for: whoever asks has what came of it, or is told to ask again.
actor UnderWay<Key: Hashable & Sendable, Value: Sendable> {
    private enum Standing {
        case underWay([Int: CheckedContinuation<Void, Never>])
        case ended(Result<Value, any Error>)
    }

    private let most: Int
    private var standings: [Key: Standing] = [:]
    /// Those that have ended, the latest last.
    private var ended: [Key] = []
    private var asked = 0

    /// - Parameter most: how many results are kept.
    init(most: Int) {
        self.most = most
    }

    var count: Int { standings.count - ended.count }

    /// Begins it, if that was not done before.
    func begin(_ key: Key, _ work: @escaping @Sendable () async throws -> Value) {
        guard standings[key] == nil else { return }
        standings[key] = .underWay([:])
        Sending.apart {
            _ = Task {
                let result: Result<Value, any Error>
                do {
                    result = .success(try await work())
                } catch {
                    result = .failure(error)
                }
                end(key, result)
            }
        }
    }

    private func end(_ key: Key, _ result: Result<Value, any Error>) {
        guard case .underWay(let waiting)? = standings[key] else { return }
        standings[key] = .ended(result)
        ended.append(key)
        if ended.count > most { standings[ended.removeFirst()] = nil }
        for waiter in waiting.values { waiter.resume() }
    }

    func isKnown(_ key: Key) -> Bool { standings[key] != nil }
    func isUnderWay(_ key: Key) -> Bool {
        if case .underWay? = standings[key] { true } else { false }
    }

    /// - Parameter patience: how long it is waited for; nil is until it has ended.
    /// - Returns: nil where it has not ended yet, or is not known.
    /// - Throws: what the work threw; then it may be begun again.
    func value(of key: Key, within patience: Duration?) async throws -> Value? {
        if isUnderWay(key) { await wait(for: key, patience) }
        guard case .ended(let result)? = standings[key] else { return nil }
        if case .failure = result { forget(key) }
        return try result.get()
    }

    private func forget(_ key: Key) {
        standings[key] = nil
        ended.removeAll { $0 == key }
    }

    private func wait(for key: Key, _ patience: Duration?) async {
        asked += 1
        let number = asked
        let timer = patience.map { patience in
            Task {
                try? await Task.sleep(for: patience)
                giveUp(number, of: key)
            }
        }
        await withCheckedContinuation { waiter in
            guard case .underWay(var waiting)? = standings[key] else { return waiter.resume() }
            waiting[number] = waiter
            standings[key] = .underWay(waiting)
        }
        timer?.cancel()
    }

    private func giveUp(_ number: Int, of key: Key) {
        guard case .underWay(var waiting)? = standings[key], let waiter = waiting.removeValue(forKey: number) else {
            return
        }
        standings[key] = .underWay(waiting)
        waiter.resume()
    }
}
