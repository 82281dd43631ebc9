import Synchronization

/// Where a number of requests are worked on at once, a few wait at the door, and the rest are told to come again. One
/// that is full keeps nobody out of another (S48).
public final class Room: Sendable {
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case visitors, members, uploads, printing
    }

    /// There is no place, and too many wait for one.
    struct Full: Error {}

    private struct State {
        var atWork = 0
        /// By whom, where nobody may have more than a share.
        var shares: [String: Int] = [:]
        var waiting: [(number: Int, continuation: CheckedContinuation<Void, any Error>)] = []
        var lastNumber = 0
    }

    private enum Answer {
        case come, wait, full, gone
    }

    private let places: Int
    private let mostWaiting: Int
    private let mostOfOne: Int?
    private let state = Mutex(State())

    /// - Parameter mostOfOne: how many one caller may have at work and waiting together; nil for any number.
    init(places: Int, mostWaiting: Int, mostOfOne: Int? = nil) {
        (self.places, self.mostWaiting, self.mostOfOne) = (places, mostWaiting, mostOfOne)
    }

    var atWork: Int { state.withLock(\.atWork) }
    var waiting: Int { state.withLock(\.waiting.count) }

    /// Does something in a place of the room.
    ///
    /// - Throws: ``Full``, `CancellationError`, or what the body throws.
    func during<Result>(for caller: String = "", _ body: () async throws -> Result) async throws -> Result {
        try takeShare(caller)
        defer { giveShareBack(caller) }
        try await enter()
        defer { leave() }
        return try await body()
    }

    private func takeShare(_ caller: String) throws(Full) {
        guard let mostOfOne else { return }
        let isGiven = state.withLock { state in
            guard state.shares[caller, default: 0] < mostOfOne else { return false }
            state.shares[caller, default: 0] += 1
            return true
        }
        guard isGiven else { throw Full() }
    }

    private func giveShareBack(_ caller: String) {
        guard mostOfOne != nil else { return }
        state.withLock { state in
            let left = state.shares[caller, default: 1] - 1
            state.shares[caller] = left > 0 ? left : nil
        }
    }

    private func enter() async throws {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                switch ask(number, continuation) {
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

    private func ask(_ number: Int, _ continuation: CheckedContinuation<Void, any Error>) -> Answer {
        state.withLock { state in
            if Task.isCancelled { return .gone }
            if state.atWork < places {
                state.atWork += 1
                return .come
            }
            guard state.waiting.count < mostWaiting else { return .full }
            state.waiting.append((number, continuation))
            return .wait
        }
    }

    private func giveUp(_ number: Int) {
        let continuation = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).continuation }
        }
        continuation?.resume(throwing: CancellationError())
    }

    /// The place goes to whoever has waited longest.
    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst().continuation }
            state.atWork -= 1
            return nil
        }
        next?.resume()
    }
}
