import ScratchDatabases
import Testing

@testable import Web

@Suite("Whatever bytes arrive, the form is read or refused, and nothing crashes")
struct MultipartFuzzTests {
    @Test("thousands of random forms are read as they were made")
    func made() async throws {
        var chance = SeededChance(seed: 2014)
        for round in 0..<600 {
            let form = randomForm(&chance)
            let read = try await ReadForm(form.bytes, pieces: randomPieces(&chance))
            #expect(read.parts == form.parts, "round \(round)")
            #expect(read.fault == nil, "round \(round)")
        }
    }

    @Test("thousands of spoilt forms give parts or a refusal, the same however they arrive")
    func spoilt() async throws {
        var chance = SeededChance(seed: 2015)
        var refused = 0
        for round in 0..<1_500 {
            let bytes = spoil(randomForm(&chance).bytes, &chance)
            let whole = try await ReadForm(bytes)
            let pieces = try await ReadForm(bytes, pieces: randomPieces(&chance))
            #expect(whole.fault == pieces.fault, "round \(round)")
            #expect(whole.parts == pieces.parts, "round \(round)")
            if whole.fault != nil { refused += 1 }
        }
        #expect((300...1_450).contains(refused))
    }

    private func randomPieces(_ chance: inout SeededChance) -> [Int] {
        let most = [1, 3, 20, 200].randomElement(using: &chance) ?? 1
        return (0..<800).map { _ in Int.random(in: 1...most, using: &chance) }
    }

    private func randomForm(_ chance: inout SeededChance) -> SentForm {
        let parts = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
            let isFile = Bool.random(using: &chance)
            return SentForm.Part(
                name: ["file", "kind", "a b", "‘é’", ""].randomElement(using: &chance) ?? "",
                fileName: isFile ? ["a.csv", "", "Môn.csv"].randomElement(using: &chance) : nil,
                bytes: randomContent(&chance))
        }
        return SentForm(parts: parts, preamble: Bool.random(using: &chance) ? "" : "before")
    }

    /// Bytes with a liking for those that set parts apart.
    private func randomContent(_ chance: inout SeededChance) -> [UInt8] {
        let favourites = Array("\r\n-".utf8) + [0, 255]
        return (0..<Int.random(in: 0...60, using: &chance)).flatMap { _ -> [UInt8] in
            switch Int.random(in: 0..<20, using: &chance) {
            case 0: Array("\r\n--\(SentForm.boundary.dropLast())".utf8)
            case 1..<10: [favourites.randomElement(using: &chance) ?? 0]
            default: [UInt8.random(in: 128 ... .max, using: &chance)]
            }
        }
    }

    private func spoil(_ bytes: [UInt8], _ chance: inout SeededChance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &chance)
            let end = min(bytes.count, place + Int.random(in: 1...30, using: &chance))
            switch Int.random(in: 0..<5, using: &chance) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 3: bytes.removeLast(bytes.count - place)
            default: bytes.insert(contentsOf: "\r\n--\(SentForm.boundary)\r\n".utf8, at: place)
            }
        }
        return bytes
    }
}
