import Statistics
import Testing

@testable import Assessment

@Suite("A rate and what chance would mark are never told as what they are not")
struct RateToldTests {
    @Test(
        "a rate of some is never nought",
        arguments: [(0, 1_000, "0.0"), (2, 100_000, "fewer than 0.1"), (5, 100_000, "0.1"), (3, 1_000, "3.0")])
    func rates(count: Int, people: Int, told: String) throws {
        #expect(try Rate(count: count, population: Double(people)).told == told)
    }

    @Test(
        "fewer than one is not rounded up to one",
        arguments: [
            (0.15, "fewer than one"), (0.7, "fewer than one"), (0.95, "fewer than one"), (1.0, "about one"),
            (1.4, "about one"), (1.5, "about 2"), (17.4, "about 17"),
        ])
    func marks(expected: Double, words: String) {
        #expect(MarkedByChance.words(expected) == words)
    }

    @Test("where they were allowed for it is so many at most")
    func most() {
        #expect(MarkedByChance.words(1.2, most: true) == "up to about one")
        #expect(MarkedByChance.words(0.9, most: true) == "fewer than one")
    }
}
