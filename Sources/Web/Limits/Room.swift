import Synchronization

/// Where a number of requests are worked on at once, a few wait at the door, and the rest are told to come again. One
/// that is full keeps nobody out of another (S48).
public final class Room: Sendable {
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case visitors, members, uploads, printing
    }

    /// There is no place, and too many wait for one.
    struct Full: Error {}

    private struct Waiting {
        let number: Int
        let caller: String
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var atWork = 0
        /// By whom, where nobody may have more than a share.
        var shares: [String: Int] = [:]
        var waiting: [Waiting] = []
        var lastNumber = 0

        /// Whoever has waited longest of those whose share is not used up.
        mutating func next(mostOfOne: Int) -> Waiting? {
            waiting.firstIndex { shares[$0.caller, default: 0] < mostOfOne }.map { waiting.remove(at: $0) }
        }

        mutating func begin(_ caller: String) {
            atWork += 1
            shares[caller, default: 0] += 1
        }

        mutating func end(_ caller: String) {
            atWork -= 1
            let left = shares[caller, default: 1] - 1
            shares[caller] = left > 0 ? left : nil
        }
    }

    private enum Answer {
        case come, wait, full, gone
    }

    private let places: Int
    private let mostWaiting: Int
    private let mostOfOne: Int
    private let mostWaitingOfOne: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - mostOfOne: how many one caller may have at work; nil for any number.
    ///   - mostWaitingOfOne: how many of one caller may wait besides; nil for any number.
    init(places: Int, mostWaiting: Int, mostOfOne: Int? = nil, mostWaitingOfOne: Int? = nil) {
        (self.places, self.mostWaiting) = (places, mostWaiting)
        self.mostOfOne = mostOfOne ?? places
        self.mostWaitingOfOne = mostWaitingOfOne ?? mostWaiting
    }

    var atWork: Int { state.withLock(\.atWork) }
    var waiting: Int { state.withLock(\.waiting.count) }

    /// Does something in a place of the room.
    ///
    /// - Throws: ``Full``, `CancellationError`, or what the body throws.
    func during<Result>(for caller: String = "", _ body: () async throws -> Result) async throws -> Result {
        try await enter(caller)
        defer { leave(caller) }
        return try await body()
    }

    private func enter(_ caller: String) async throws {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                switch ask(Waiting(number: number, caller: caller, continuation: continuation)) {
                case .come: continuation.resume()
                case .wait: break
                case .full: continuation.resume(throwing: Full())
                case .gone: continuation.resume(throwing: CancellationError())
                }
            }
        } onCancel: {
            giveUp(number)
        }
    }

    private func ask(_ one: Waiting) -> Answer {
        state.withLock { state in
            if Task.isCancelled { return .gone }
            let own = state.shares[one.caller, default: 0]
            if state.atWork < places, own < mostOfOne {
                state.begin(one.caller)
                return .come
            }
            let alike = state.waiting.count { $0.caller == one.caller }
            guard state.waiting.count < mostWaiting, own + alike < mostOfOne + mostWaitingOfOne else { return .full }
            state.waiting.append(one)
            return .wait
        }
    }

    private func giveUp(_ number: Int) {
        let continuation = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).continuation }
        }
        continuation?.resume(throwing: CancellationError())
    }

    /// The place goes to whoever has waited longest, and has not their share of the room already.
    private func leave(_ caller: String) {
        let next = state.withLock { state -> Waiting? in
            state.end(caller)
            guard let next = state.next(mostOfOne: mostOfOne) else { return nil }
            state.begin(next.caller)
            return next
        }
        next?.continuation.resume()
    }
}
