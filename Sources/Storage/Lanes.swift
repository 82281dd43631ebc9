import Dispatch
import Synchronization

/// Connections lent to work in the order it came, on threads of their own: databases block, and the threads that
/// Swift's tasks share must not.
final class Lanes<Resource: AnyObject>: Sendable {
    /// A connection and the queue it is used on. Unchecked: `resource` is only touched on `queue`.
    private struct Lane: @unchecked Sendable {
        let resource: Resource
        let queue: DispatchQueue
    }

    private struct Job: Sendable {
        let body: @Sendable (Resource) -> Void
        /// Whether the lane ends with it.
        var isLast = false
    }

    private struct State {
        var idle: [Lane]
        var waiting: [Job] = []
        /// Where the queue of waiting jobs begins; moved on rather than shifting the array for each job.
        var first = 0
        var isRetired = false

        mutating func next() -> Job? {
            guard first < waiting.count else { return nil }
            defer {
                first += 1
                if first == waiting.count {
                    waiting.removeAll(keepingCapacity: true)
                    first = 0
                }
            }
            return waiting[first]
        }
    }

    private let count: Int
    private let state: Mutex<State>

    init(_ label: String, _ resources: sending [Resource]) {
        var lanes: [Lane] = []
        for (index, resource) in resources.enumerated() {
            lanes.append(Lane(resource: resource, queue: DispatchQueue(label: "\(label) \(index + 1)")))
        }
        count = lanes.count
        state = Mutex(State(idle: lanes))
    }

    /// Runs a body as soon as a connection is free, and gives back what it made.
    ///
    /// - Throws: ``DatabaseFault/closed`` after ``retire(_:)``, or what the body throws.
    func run<Result: Sendable>(_ body: @escaping @Sendable (Resource) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = submit(
                Job { resource in
                    continuation.resume(with: Swift.Result { try body(resource) })
                })
            if !isTaken { continuation.resume(throwing: DatabaseFault.closed) }
        }
    }

    /// Takes no more work, lets what was taken end, and runs a body on each connection for the last time.
    func retire(_ body: @escaping @Sendable (Resource) -> Void) async {
        let isFirst = state.withLock { state in
            defer { state.isRetired = true }
            return !state.isRetired
        }
        guard isFirst else { return }
        for _ in 0..<count {
            await withCheckedContinuation { continuation in
                submit(
                    Job(
                        body: { resource in
                            body(resource)
                            continuation.resume()
                        }, isLast: true))
            }
        }
    }

    /// Starts a job, or puts it with those that wait. `false` if the lanes are retired.
    @discardableResult
    private func submit(_ job: Job) -> Bool {
        let (isTaken, lane) = state.withLock { state -> (Bool, Lane?) in
            guard !state.isRetired || job.isLast else { return (false, nil) }
            if let lane = state.idle.popLast() { return (true, lane) }
            state.waiting.append(job)
            return (true, nil)
        }
        if let lane {
            lane.queue.async { self.work(lane, from: job) }
        }
        return isTaken
    }

    private func work(_ lane: Lane, from job: Job) {
        var job = job
        while true {
            job.body(lane.resource)
            guard !job.isLast, let next = next(for: lane) else { return }
            job = next
        }
    }

    /// What is to be done next; where there is nothing, the lane is idle again.
    private func next(for lane: Lane) -> Job? {
        state.withLock { state in
            if let job = state.next() { return job }
            state.idle.append(lane)
            return nil
        }
    }
}

extension Lanes: RecordsReader where Resource: ReadingConnection {
    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await run { connection in
            try connection.reading { try body(connection) }
        }
    }
}
