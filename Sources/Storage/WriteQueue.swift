import Dispatch
import Synchronization

/// Writes that wait for a connection, saved together where many wait: one flush of the disk then serves them all.
///
/// Each stands in a savepoint of its own, so that one that fails leaves the others as they are, and none is told that
/// it is saved before the transaction is on the disk. Writes of one partnership are saved in the order they came, never
/// by two connections at once.
final class WriteQueue<Resource: WritingConnection>: Sendable {
    /// A connection and the queue it is used on. Unchecked: `resource` is only touched on `queue`.
    private struct Lane: @unchecked Sendable {
        let resource: Resource
        let queue: DispatchQueue
    }

    private struct State {
        var idle: [Lane]
        var waiting: [PendingWrite] = []
        /// Whose writes a lane is at.
        var busy: Set<ID<Tenant>> = []
        var isRetired = false
        /// Who waits for the lanes to have ended, and how many have.
        var ended = 0
        var isEnded: CheckedContinuation<Void, Never>?

        /// The next writes to be saved together: those of the first partnership that no lane is at.
        mutating func nextBatch(isShared: Bool) -> [PendingWrite] {
            guard let first = waiting.first(where: { isShared || !busy.contains($0.partnership) }) else { return [] }
            var batch: [PendingWrite] = []
            waiting.removeAll { write in
                guard batch.count < WriteQueue.mostTogether, isShared || write.partnership == first.partnership else {
                    return false
                }
                batch.append(write)
                return true
            }
            busy.insert(first.partnership)
            return batch
        }
    }

    private let state: Mutex<State>
    private let count: Int
    /// Whether writes of different partnerships are saved together, as one connection alone must.
    private let isShared: Bool
    private let end: @Sendable (Resource) -> Void

    private static var mostTogether: Int { 200 }

    /// - Parameter end: what is done with each connection when there is no more to write.
    init(_ label: String, _ resources: sending [Resource], end: @escaping @Sendable (Resource) -> Void) {
        var lanes: [Lane] = []
        for (index, resource) in resources.enumerated() {
            lanes.append(Lane(resource: resource, queue: DispatchQueue(label: "\(label) \(index + 1)")))
        }
        count = lanes.count
        isShared = lanes.count == 1
        self.end = end
        state = Mutex(State(idle: lanes))
    }

    /// Runs a body as soon as a connection is free; when this returns, what it did is on the disk.
    ///
    /// - Throws: ``DatabaseFault/closed`` after ``retire()``, or what the body throws.
    func run<Result: Sendable>(
        for partnership: ID<Tenant>, _ body: @escaping Work<Result>
    ) async throws -> Result {
        let result = Mutex<Result?>(nil)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            submit(
                PendingWrite(partnership: partnership) { connection in
                    let made = try body(connection)
                    result.withLock { $0 = made }
                } settle: { outcome in
                    continuation.resume(with: outcome)
                })
        }
        guard let result = result.withLock({ $0 }) else { throw DatabaseFault.closed }
        return result
    }

    /// How many wait and are not begun.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Takes no more, saves what was taken, and ends the connections.
    func retire() async {
        let lanes: [Lane]? = state.withLock { state in
            guard !state.isRetired else { return nil }
            state.isRetired = true
            defer { state.idle = [] }
            return state.idle
        }
        guard let lanes else { return }
        await withCheckedContinuation { continuation in
            state.withLock { $0.isEnded = continuation }
            for lane in lanes {
                lane.queue.async { self.finish(lane) }
            }
        }
    }

    private func submit(_ write: PendingWrite) {
        let (isTaken, start) = state.withLock { state -> (Bool, (Lane, [PendingWrite])?) in
            guard !state.isRetired else { return (false, nil) }
            state.waiting.append(write)
            guard let lane = state.idle.popLast() else { return (true, nil) }
            let batch = state.nextBatch(isShared: isShared)
            guard !batch.isEmpty else {
                state.idle.append(lane)
                return (true, nil)
            }
            return (true, (lane, batch))
        }
        if !isTaken { write.settle(.failure(DatabaseFault.closed)) }
        if let (lane, batch) = start {
            lane.queue.async { self.work(lane, from: batch) }
        }
    }

    private func work(_ lane: Lane, from batch: [PendingWrite]) {
        var batch = batch
        while true {
            PendingWrite.save(batch, on: lane.resource)
            let done = batch[0].partnership
            let (next, isOver) = state.withLock { state -> ([PendingWrite], Bool) in
                state.busy.remove(done)
                let next = state.nextBatch(isShared: isShared)
                if next.isEmpty, !state.isRetired { state.idle.append(lane) }
                return (next, next.isEmpty && state.isRetired)
            }
            if isOver { return finish(lane) }
            if next.isEmpty { return }
            batch = next
        }
    }

    private func finish(_ lane: Lane) {
        end(lane.resource)
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.ended += 1
            guard state.ended == count else { return nil }
            defer { state.isEnded = nil }
            return state.isEnded
        }
        waiting?.resume()
    }
}
