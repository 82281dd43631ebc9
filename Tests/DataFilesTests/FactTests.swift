import Testing

@testable import DataFiles

@Suite("A cell of a table for programs")
struct FactTests {
    @Test(
        "a probability close to nothing is never told as nothing",
        arguments: [(0.04321, "0.0432"), (5.6e-10, "5.6e-10"), (0.000_123_4, "0.000123"), (1, "1.0000"), (0, "0.0000")])
    func probability(value: Double, text: String) {
        #expect(Fact.probability(value).cell == text)
    }

    @Test(
        "any other number has four decimals, and none is a sign without a number",
        arguments: [(-0.000_01, "0.0000"), (24.4, "24.4000")])
    func number(value: Double, text: String) {
        #expect(Fact.number(value).cell == text)
    }
}
