import Foundation
import Storage
import Testing

@testable import Membership

@Suite("Wrong tries make whoever makes them wait, and nobody for ever")
struct ThrottleTests {
    private static let noon = Date(timeIntervalSince1970: 1_785_000_000)
    private static let throttle = Throttle(free: 5)

    @Test(
        "after a few slips the wait doubles, to a quarter of an hour",
        arguments: [(0, nil), (4, nil), (5, 2.0), (6, 4), (7, 8), (10, 64), (14, 900), (60, 900), (.max, 900)]
            as [(
                Int, TimeInterval?
            )])
    func waits(count: Int, wait: TimeInterval?) {
        #expect(Self.throttle.wait(after: Tally(count: count, lastAt: Self.noon), at: Self.noon) == wait)
    }

    @Test("once the wait is over the next try may be made")
    func over() {
        let tally = Tally(count: 7, lastAt: Self.noon)
        #expect(Self.throttle.wait(after: tally, at: Self.noon + 7.5) == 0.5)
        #expect(Self.throttle.wait(after: tally, at: Self.noon + 8) == nil)
        #expect(Self.throttle.wait(after: nil, at: Self.noon) == nil)
    }

    @Test("a clock that is set back makes nobody wait longer than the rule says")
    func setBack() {
        #expect(Self.throttle.wait(after: Tally(count: 7, lastAt: Self.noon), at: Self.noon - 86_400) == 8)
    }
}
