import Synchronization
import Testing

@testable import Press

@Suite("Papers that are being made, or were made of late")
struct PaperDeskTests {
    private struct Broken: Error {}

    @Test("two who ask for the same paper wait for the same one")
    func once() async throws {
        let desk = PaperDesk()
        let made = Mutex(0)
        for _ in 0..<3 {
            let making = await desk.making("thanet") {
                made.withLock { $0 += 1 }
                return [1, 2, 3]
            }
            #expect(try await making.pdf() == [1, 2, 3])
        }
        #expect(made.withLock(\.self) == 1)
        #expect(await desk.isMade("thanet"))
        let again = await desk.making("thanet") { [] }
        #expect(again.isOver)
    }

    @Test("one that failed is told once to whoever waits, and begun anew for who asks after that")
    func failed() async throws {
        let desk = PaperDesk()
        let first = await desk.making("thanet") { throw Broken() }
        await #expect(throws: Broken.self) { try await first.pdf() }
        let told = await desk.making("thanet") { [1] }
        #expect(told.isOver)
        await #expect(throws: Broken.self) { try await told.pdf() }
        let anew = await desk.making("thanet") { [1] }
        #expect(try await anew.pdf() == [1])
    }

    @Test("of many papers the one that was asked for longest ago is forgotten")
    func forgotten() async throws {
        let desk = PaperDesk()
        let made = Mutex<[String]>([])
        for name in (0..<12).map(String.init) + ["0", "12", "0", "1"] {
            let making = await desk.making(name) {
                made.withLock { $0.append(name) }
                return []
            }
            _ = try await making.pdf()
        }
        #expect(made.withLock(\.self) == (0...12).map(String.init) + ["1"])
    }
}
