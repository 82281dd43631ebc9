import Foundation
import HTTPTypes
import Hummingbird
import Membership
import NIOCore
import Synchronization
import Testing

@testable import Web

@Suite("A room holds so many at once, and what dribbles in takes no place")
struct RoomTests {
    /// Something that others wait for until it is opened.
    private final class Gate: Sendable {
        private let stream: AsyncStream<Void>
        private let end: AsyncStream<Void>.Continuation

        init() { (stream, end) = AsyncStream.makeStream() }

        func open() { end.finish() }
        func wait() async { for await _ in stream {} }
    }

    @Test("who finds no place waits for one, who finds too many waiting is sent away, and places are given on")
    func places() async throws {
        let (room, gate, begun) = (Room(places: 1, mostWaiting: 1), Gate(), Gate())
        async let first: Void = room.during {
            begun.open()
            await gate.wait()
        }
        await begun.wait()
        #expect(room.atWork == 1)
        let second = Task { try await room.during { 2 } }
        while room.waiting == 0 { await Task.yield() }
        await #expect(throws: Room.Full.self) { try await room.during {} }
        gate.open()
        try await first
        #expect(try await second.value == 2)
        #expect(room.atWork == 0 && room.waiting == 0)
        #expect(try await room.during { 3 } == 3)
    }

    @Test("who gives up while waiting leaves the queue, and a failure leaves its place")
    func givingUp() async throws {
        struct Failure: Error {}
        let (room, gate, begun) = (Room(places: 1, mostWaiting: 1), Gate(), Gate())
        let first = Task {
            try await room.during {
                begun.open()
                await gate.wait()
                throw Failure()
            }
        }
        await begun.wait()
        let second = Task { try await room.during {} }
        while room.waiting == 0 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(room.waiting == 0 && room.atWork == 1)
        gate.open()
        await #expect(throws: Failure.self) { try await first.value }
        #expect(room.atWork == 0)
    }

    @Test("nobody has more than their share of a room, at work and waiting together, and gets it back")
    func shares() async throws {
        let (room, gate, begun) = (Room(places: 4, mostWaiting: 4, mostOfOne: 1, mostWaitingOfOne: 0), Gate(), Gate())
        let first = Task {
            try await room.during(for: "a") {
                begun.open()
                await gate.wait()
            }
        }
        await begun.wait()
        await #expect(throws: Room.Full.self) { try await room.during(for: "a") {} }
        try await room.during(for: "b") {}
        gate.open()
        try await first.value
        try await room.during(for: "a") {}
    }

    @Test("who has their share at work waits though there are places, and others are let in before them")
    func waitingForOnesShare() async throws {
        let room = Room(places: 2, mostWaiting: 4, mostOfOne: 1, mostWaitingOfOne: 1)
        let (gate, begun) = (Gate(), Gate())
        let first = Task {
            try await room.during(for: "a") {
                begun.open()
                await gate.wait()
            }
        }
        await begun.wait()
        let second = Task { try await room.during(for: "a") { 2 } }
        while room.waiting == 0 { await Task.yield() }
        #expect(try await room.during(for: "b") { 3 } == 3)
        #expect(room.waiting == 1, "b's place is not for the one whose share is used up")
        await #expect(throws: Room.Full.self) { try await room.during(for: "a") {} }
        gate.open()
        try await first.value
        #expect(try await second.value == 2)
        #expect(room.atWork == 0 && room.waiting == 0)
    }

    private func request(_ method: HTTPRequest.Method, body: RequestBody) -> Request {
        Request(head: HTTPRequest(method: method, scheme: nil, authority: nil, path: "/"), body: body)
    }

    @Test("a form that never ends arriving holds up nobody, in a room of one place")
    func slowLoris() async throws {
        var limits = Limits()
        limits.places[.visitors] = 1
        let doorway = Doorway(limits, elapsed: { .zero })
        let (asked, gate) = (Gate(), Gate())
        let pieces = AsyncStream<ByteBuffer>(unfolding: {
            asked.open()
            await gate.wait()
            return nil
        })
        let slow = Task {
            let request = request(.post, body: RequestBody(asyncSequence: pieces))
            return try await doorway.pass(request, as: .publicForm, visit: Visit(path: "/")) { _ in
                Response(status: .ok)
            }
        }
        await asked.wait()
        let page = try await doorway.pass(
            request(.get, body: RequestBody(buffer: ByteBuffer())), as: .publicPage, visit: Visit(path: "/")
        ) { _ in Response(status: .noContent) }
        #expect(page.status == .noContent)
        gate.open()
        #expect(try await slow.value.status == .ok)
    }

    @Test("visitors who fill their room are told to come again, and a member is let in")
    func bulkhead() async throws {
        var limits = Limits()
        limits.places = [.visitors: 1, .members: 1, .uploads: 1, .printing: 1]
        let doorway = Doorway(limits, elapsed: { .zero })
        let (gate, refused) = (Gate(), Count())
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            // One at work, four at the door, and five who find no place there.
            for _ in 0..<10 {
                group.addTask {
                    do {
                        return try await answer(through: doorway, as: .publicPage, visit: Visit(path: "/"), after: gate)
                    } catch ComeAgain.full {
                        refused.add()
                        return 503
                    }
                }
            }
            while refused.count < 5 { await Task.yield() }
            #expect(try await answer(through: doorway, as: .memberPage, visit: .member(SessionToken())) == 200)
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.sorted() == [200, 200, 200, 200, 200, 503, 503, 503, 503, 503])
    }

    private final class Count: Sendable {
        private let number = Mutex(0)

        var count: Int { number.withLock(\.self) }
        func add() { number.withLock { $0 += 1 } }
    }

    private func answer(
        through doorway: Doorway, as kind: RouteClass, visit: Visit, after gate: Gate? = nil
    ) async throws -> Int {
        let get = request(.get, body: RequestBody(buffer: ByteBuffer()))
        return try await doorway.pass(get, as: kind, visit: visit) { _ in
            await gate?.wait()
            return Response(status: .ok)
        }.status.code
    }
}
