import Foundation
import Testing

@testable import Membership

@Suite("Names stand where people look for them")
struct NameOrderTests {
    @Test("by words, by number, and without regard to capitals or accents")
    func order() {
        let names = ["member 10", "Member 2", "Élan", "elder", "Zoë", "Chair", "vice-chair", "Member"]

        let sorted = names.sorted { $0.stands(before: $1) ?? false }

        #expect(sorted == ["Chair", "Élan", "elder", "Member", "Member 2", "member 10", "vice-chair", "Zoë"])
    }

    @Test("plain names stand as Foundation would put them")
    func plain() {
        var chance = Draw(state: 7)
        let letters = Array("aAbBzZ019 -_'.,()[^`{~@&/")
        for _ in 0..<20_000 {
            let (one, other) = (name(letters, &chance), name(letters, &chance))

            #expect(one.plainly(comparedTo: other) == one.compared(to: other), "‘\(one)’ and ‘\(other)’")
        }
    }

    private func name(_ letters: [Character], _ chance: inout Draw) -> String {
        String(
            (0..<Int.random(in: 0...6, using: &chance)).map { _ in
                letters[Int.random(in: letters.indices, using: &chance)]
            })
    }

    @Test("what is not plain is left to Foundation", arguments: ["Zoë", "12345678901", "line\nbreak", "½"])
    func other(name: String) {
        #expect(name.plainly(comparedTo: "12345678901") == nil)
    }

    /// SplitMix64, so that it is the same each time.
    private struct Draw: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
