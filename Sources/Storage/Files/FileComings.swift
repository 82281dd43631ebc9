import Synchronization

/// Which bytes came of late. The same bytes are one file, whoever gave them: whoever takes a file away must not take it from
/// under somebody who has just given it too, and is about to name it in the records.
final class FileComings: Sendable {
    private struct Coming {
        /// The place of the last among all comings.
        var last = 0
        var lastAt: ContinuousClock.Instant
        /// When each of those came of which it is not known yet that a record names it.
        var open: [ContinuousClock.Instant] = []
    }

    /// A file that was to be taken away while all were to stay, and what asks whether it still is.
    typealias Postponed = (hash: FileHash, isNamed: @Sendable () async throws -> Bool)

    private struct State {
        var count = 0
        /// How many want all files to stay for a while.
        var holds = 0
        var postponed: [Postponed] = []
        var comings: [FileHash: Coming] = [:]
    }

    private let state = Mutex(State())
    /// Longer than any request lasts: what was not told of by then was recorded, or was given up.
    private static let longest = Duration.seconds(60 * 60)

    /// Does what gives a file its place, and notes that it came.
    ///
    /// - Returns: what the body does.
    func placing(_ hash: FileHash, _ body: () throws(SystemFault) -> Bool) throws(SystemFault) -> Bool {
        try state.withLock { state throws(SystemFault) in
            let (isNew, now) = (try body(), ContinuousClock.now)
            state.comings = state.comings.filter { now - $0.value.lastAt < Self.longest }
            state.count += 1
            var coming = state.comings[hash] ?? Coming(lastAt: now)
            (coming.last, coming.lastAt) = (state.count, now)
            coming.open.append(now)
            state.comings[hash] = coming
            return isNew
        }
    }

    /// Notes that whoever brought a file has recorded it, or given it up.
    func settle(_ hash: FileHash) {
        state.withLock { state in
            guard state.comings[hash]?.open.isEmpty == false else { return }
            state.comings[hash]?.open.removeFirst()
        }
    }

    /// The last coming of a file; nil while somebody has it that may be about to name it.
    func last(of hash: FileHash) -> Int? {
        state.withLock { state in
            let now = ContinuousClock.now
            guard let coming = state.comings[hash] else { return 0 }
            return coming.open.contains { now - $0 < Self.longest } ? nil : coming.last
        }
    }

    /// Does what takes a file away, if it has not come again meanwhile.
    ///
    /// - Returns: whether it was done.
    func removing(
        _ hash: FileHash, since last: Int, unless isNamed: @escaping @Sendable () async throws -> Bool,
        _ body: () throws(KeptFileFault) -> Void
    ) throws(KeptFileFault) -> Bool {
        try state.withLock { state throws(KeptFileFault) in
            guard (state.comings[hash]?.last ?? 0) == last else { return false }
            guard state.holds == 0 else {
                state.postponed.append((hash, isNamed))
                return false
            }
            try body()
            return true
        }
    }

    /// From now on no file is taken away.
    func hold() {
        state.withLock { $0.holds += 1 }
    }

    /// - Returns: what was to be taken away meanwhile, once nobody else wants it to stay.
    func release() -> [Postponed] {
        state.withLock { state in
            state.holds -= 1
            guard state.holds == 0 else { return [] }
            defer { state.postponed = [] }
            return state.postponed
        }
    }
}
