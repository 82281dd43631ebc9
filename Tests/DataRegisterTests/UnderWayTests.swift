import DataFiles
import Testing

@testable import DataRegister

@Suite("Work that takes longer than a page waits")
struct UnderWayTests {
    /// A door that work stands before until a test opens it.
    private actor Door {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func open() {
            isOpen = true
            for waiter in waiting { waiter.resume() }
            waiting = []
        }

        func pass() async {
            guard !isOpen else { return }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private struct Broken: Error {}

    @Test("whoever does not wait is told that it is not done, and whoever waits has what came of it")
    func patience() async throws {
        let (door, work) = (Door(), UnderWay<String, Int>(most: 2))
        await work.begin("a") {
            await door.pass()
            return 7
        }
        #expect(try await work.value(of: "a", within: .zero) == nil)
        #expect(await work.isUnderWay("a"))
        #expect(await work.count == 1)

        await door.open()

        #expect(try await work.value(of: "a", within: nil) == 7)
        #expect(try await work.value(of: "a", within: .zero) == 7, "it is kept at hand")
        #expect(await work.count == 0)
    }

    @Test("what failed is told once, and may then be begun again")
    func failure() async throws {
        let work = UnderWay<String, Int>(most: 2)
        await work.begin("a") { throw Broken() }
        await #expect(throws: Broken.self) { try await work.value(of: "a", within: nil) }
        #expect(await !work.isKnown("a"))
        await work.begin("a") { 8 }
        #expect(try await work.value(of: "a", within: nil) == 8)
    }

    @Test("the oldest makes way")
    func most() async throws {
        let work = UnderWay<Int, Int>(most: 2)
        for number in 1...3 {
            await work.begin(number) { number }
            _ = try await work.value(of: number, within: nil)
        }
        #expect(await work.isKnown(1) == false)
        #expect(await work.isKnown(3))
    }

    @Test("files are looked at one after another")
    func turns() async throws {
        let (turns, log) = (LookingTurns(), Log())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    try await turns.inTurn { () async throws(DataFileError) in
                        await log.enter()
                        await Task.yield()
                        await log.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(await log.most == 1)
    }

    private actor Log {
        private var inside = 0
        private(set) var most = 0
        func enter() {
            inside += 1
            most = max(most, inside)
        }
        func leave() { inside -= 1 }
    }
}
