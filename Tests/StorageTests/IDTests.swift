import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Identifiers are UUIDs of version 7")
struct IDTests {
    @Test("the example of RFC 9562, appendix A.6")
    func example() {
        let id = ID<Note>(milliseconds: 0x017F_22E2_79B0, chance: (0xCC3, 0x18C4_DC0C_0C07_398F))

        #expect(id.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test("version and variant stand, whatever the chance", arguments: [0, UInt64.max])
    func bits(chance: UInt64) {
        let id = Identities { chance }.new(Note.self, at: Scratch.noon).description

        #expect(id.count == 36)
        #expect(id[id.index(id.startIndex, offsetBy: 14)] == "7")
        #expect("89ab".contains(id[id.index(id.startIndex, offsetBy: 19)]))
    }

    @Test("the same seed makes the same identifiers, and no two alike")
    func seeded() {
        let (one, two) = (Identities.seeded(5), Identities.seeded(5))
        let first = (0..<1000).map { _ in one.new(Note.self, at: Scratch.noon) }
        let second = (0..<1000).map { _ in two.new(Note.self, at: Scratch.noon) }

        #expect(first == second)
        #expect(Set(first).count == 1000)
    }

    @Test("they sort by age, as values and as text")
    func order() {
        let ids = (0..<100).map { Identities.system.new(Note.self, at: Scratch.noon + Double($0)) }

        #expect(ids.sorted() == ids)
        #expect(ids.map(\.description).sorted() == ids.map(\.description))
    }

    @Test("text and JSON bring back the same identifier, in lower case")
    func text() throws {
        let id = Identities.system.new(Note.self, at: Scratch.noon)

        #expect(ID<Note>(id.description) == id)
        #expect(ID<Note>(id.description.uppercased())?.description == id.description)
        #expect(try JSONDecoder().decode([ID<Note>].self, from: JSONEncoder().encode([id])) == [id])
    }

    @Test(
        "what is not a UUID is no identifier",
        arguments: [
            "", "017f22e2", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f ", "017f22e2_79b0_7cc3_98c4_dc0c0c07398f",
        ])
    func refused(text: String) {
        #expect(ID<Note>(text) == nil)
    }

    @Test("a time before 1970 or far beyond does not spoil an identifier", arguments: [-1e12, 1e15])
    func ends(seconds: Double) {
        let id = Identities.system.new(Note.self, at: Date(timeIntervalSince1970: seconds)).description

        #expect(id[id.index(id.startIndex, offsetBy: 14)] == "7")
    }
}
