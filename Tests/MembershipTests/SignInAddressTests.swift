import Foundation
import Membership
import Synchronization
import Testing

@Suite("The one-time address")
struct SignInAddressTests {
    private static let noon = Date(timeIntervalSince1970: 1_455_019_200)

    /// What was told to whoever runs the program, in order.
    private final class Told: Sendable {
        private let tokens = Mutex<[SessionToken]>([])
        var all: [SessionToken] { tokens.withLock(\.self) }
        func add(_ token: SessionToken) { tokens.withLock { $0.append(token) } }
    }

    @Test("it works once; using it tells the next")
    func once() async throws {
        let (address, told) = (SignInAddress(at: Self.noon), Told())
        await address.announce(told.add)
        let first = try #require(told.all.first)
        #expect(await address.use(first, at: Self.noon + 60))
        #expect(await !address.use(first, at: Self.noon + 60))
        #expect(told.all.count == 2)
        #expect(await address.use(try #require(told.all.last), at: Self.noon + 120))
    }

    @Test("a guess does not work, and does not take the right one away")
    func guess() async throws {
        let (address, told) = (SignInAddress(at: Self.noon), Told())
        await address.announce(told.add)
        #expect(await !address.use(SessionToken(), at: Self.noon))
        #expect(told.all.count == 1)
        #expect(await address.use(try #require(told.all.first), at: Self.noon))
    }

    @Test("one that nobody used for a day works no more, and a new one is told")
    func stale() async throws {
        let (address, told) = (SignInAddress(at: Self.noon), Told())
        await address.announce(told.add)
        let day: TimeInterval = 24 * 60 * 60
        #expect(await !address.use(try #require(told.all.first), at: Self.noon + day))
        #expect(told.all.count == 2)
        #expect(await address.use(try #require(told.all.last), at: Self.noon + day + 60))
    }
}
