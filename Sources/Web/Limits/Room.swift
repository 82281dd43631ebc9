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
        var waiting: [(number: Int, continuation: CheckedContinuation<Void, any Error>)] = []
        var lastNumber = 0
    }

    private enum Answer {
        case come, wait, full, gone
    }

    private let places: Int
    private let mostWaiting: Int
    private let state = Mutex(State())

    init(places: Int, mostWaiting: Int) {
        (self.places, self.mostWaiting) = (places, mostWaiting)
    }

    var atWork: Int { state.withLock(\.atWork) }
    var waiting: Int { state.withLock(\.waiting.count) }

    /// Does something in a place of the room.
    ///
    /// - Throws: ``Full``, `CancellationError`, or what the body throws.
    func during<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await body()
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
