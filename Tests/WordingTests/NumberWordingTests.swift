import Testing
import Wording

@Suite("Numbers as they are read in Britain")
struct NumberWordingTests {
    @Test(
        "thousands are parted by commas, and below zero stands a true minus sign",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (148_133, "148,133"), (-4_300, "−4,300"),
            (1_000_000_000, "1,000,000,000"), (Int.min, "−9,223,372,036,854,775,808"),
        ])
    func grouped(number: Int, text: String) {
        #expect(number.grouped == text)
    }

    @Test(
        "decimals are rounded half away from zero, and what rounds to nothing has no sign",
        arguments: [
            (12_172, 1, "12,172.0"), (-4.3049, 1, "−4.3"), (0.25, 1, "0.3"), (-0.25, 1, "−0.3"), (-0.04, 1, "0.0"),
            (2.5, 0, "3"), (999.96, 1, "1,000.0"), (0.05, 2, "0.05"), (1.005, 3, "1.005"), (-0.4, 0, "0"),
            (.nan, 1, "–"), (.infinity, 1, "–"), (-.infinity, 0, "–"),
        ] as [(Double, Int, String)])
    func rounded(number: Double, places: Int, text: String) {
        #expect(number.rounded(places: places) == text)
    }

    @Test("a number too large for decimals is still written, and never traps", arguments: [1e15, 1e16, 1e300, -1e300])
    func huge(number: Double) {
        #expect(!number.rounded(places: 4).isEmpty)
    }

    @Test(
        "a size is in the unit a person would choose, also just under the next one",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (812, "812 bytes"), (4_200, "4 kB"), (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (4_200_000, "4.2 MB"), (999_949_999, "999.9 MB"), (999_950_000, "1.0 GB"), (4_096_000_000, "4.1 GB"),
            (2_000_000_000_000, "2,000.0 GB"),
        ])
    func size(bytes: Int, text: String) {
        #expect(bytes.asSize == text)
    }

    @Test(
        "one is singular, and none and all others are plural",
        arguments: [(0, "0 months"), (1, "1 month"), (1_200, "1,200 months")])
    func counted(count: Int, text: String) {
        #expect(count.counted("month", "months") == text)
    }

    @Test(
        "a list is read with ‘and’ before its last",
        arguments: [
            ([], ""), (["Dover"], "Dover"), (["Dover", "Swale"], "Dover and Swale"),
            (["Dover", "Swale", "Thanet"], "Dover, Swale and Thanet"),
        ])
    func list(names: [String], text: String) {
        #expect(names.inWords == text)
    }
}
