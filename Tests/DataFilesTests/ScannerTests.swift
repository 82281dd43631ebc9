import Testing

@testable import DataFiles

@Suite("The parts that read bytes in wide steps agree with reading them one at a time")
struct ScannerTests {
    /// Fields and records of RFC 4180 text, one byte at a time.
    private struct Plain {
        var ends: [Int] = []
        var starts: [Int] = []
        var firsts: [Int] = []
        var quoted: [Bool] = []
        var endsInQuotes = false

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            var (start, first, hasQuote, isInside) = (range.lowerBound, 0, false, false)
            func trimmed(_ end: Int) -> Int { end > start && bytes[end - 1] == 13 ? end - 1 : end }
            for at in range {
                switch bytes[at] {
                case UInt8(ascii: "\""):
                    isInside.toggle()
                    hasQuote = true
                case UInt8(ascii: ",") where !isInside: ends.append(at)
                case UInt8(ascii: "\n") where !isInside:
                    ends.append(trimmed(at))
                    starts.append(start)
                    firsts.append(first)
                    quoted.append(hasQuote)
                    (start, first, hasQuote) = (at + 1, ends.count, false)
                default: break
                }
            }
            endsInQuotes = isInside
            guard start < range.upperBound else { return }
            ends.append(trimmed(range.upperBound))
            starts.append(start)
            firsts.append(first)
            quoted.append(hasQuote)
        }
    }

    @Test("fields and records are found wherever they lie", arguments: 0..<400)
    func index(seed: UInt64) {
        var chance = Chance(seed: seed)
        let letters = seed % 3 == 0 ? Array("a,\n".utf8) : Array("aaaaaaaa,,\"\r\n\n".utf8)
        let bytes = (0..<Int.random(in: 0...700, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? 0
        }
        let start = Int.random(in: 0...bytes.count, using: &chance)
        let range = start..<Int.random(in: start...bytes.count, using: &chance)
        let plain = Plain(bytes, range)
        for level in 1...StructuralIndex.levels {
            var found = StructuralIndex(level: level)
            found.build(bytes, range)
            compare(found, plain)
        }
        let counts = StructuralIndex.counts(bytes, range)
        #expect(counts.quotes == bytes[range].count { $0 == UInt8(ascii: "\"") })
        #expect(counts.newlines == bytes[range].count { $0 == UInt8(ascii: "\n") })
    }

    private func compare(_ found: StructuralIndex, _ plain: Plain) {
        #expect(found.fieldEnds.prefix(plain.ends.count).map(Int.init) == plain.ends)
        #expect(found.recordCount == plain.starts.count)
        let records = (0..<found.recordCount).map { found[$0] }
        #expect(records.map(\.start) == plain.starts)
        #expect(records.map(\.fields.lowerBound) == plain.firsts)
        #expect(records.last?.fields.upperBound ?? 0 == plain.ends.count)
        #expect(records.map(\.isQuoted) == plain.quoted)
        #expect(found.endsInQuotes == plain.endsInQuotes)
    }

    @Test("bytes that are no text are noticed at every place")
    func oddBytes() {
        for level in 1...StructuralIndex.levels {
            var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 200)
            var index = StructuralIndex(level: level)
            for place in 0..<200 {
                bytes[place] = 0
                index.build(bytes, 0..<200)
                #expect(index.hasZeroBytes && !index.hasHighBytes)
                bytes[place] = 0x80
                index.build(bytes, 0..<200)
                #expect(!index.hasZeroBytes && index.hasHighBytes)
                bytes[place] = UInt8(ascii: "a")
            }
        }
    }

    @Test("eight digits at once are the number they spell")
    func digits() {
        var chance = Chance(seed: 1)
        for _ in 0..<2_000 {
            let text = Array(String(Int.random(in: 0..<100_000_000, using: &chance)).utf8)
            let padded = [UInt8](repeating: UInt8(ascii: "0"), count: 8 - text.count) + text
            #expect(
                padded.span.bytes.word(at: 0).decimalDigits.map(Int.init) == Int(String(decoding: text, as: UTF8.self)))
            var broken = padded
            broken[Int.random(in: 0..<8, using: &chance)] =
                [47, 58, 32, 0, 255, 176].randomElement(using: &chance) ?? 0
            #expect(broken.span.bytes.word(at: 0).decimalDigits == nil)
        }
    }

    @Test("a table of keys holds what a dictionary holds, however it grows")
    func openTable() {
        var chance = Chance(seed: 2)
        var table = OpenTable(filler: LSOANumber(value: 0), seed: 42)
        var plain: [UInt32: UInt32] = [:]
        for _ in 0..<20_000 {
            let key = UInt32.random(in: 0..<5_000, using: &chance)
            table.update(LSOANumber(value: key)) { $0 += 1 }
            plain[key, default: 0] += 1
        }
        #expect(table.count == plain.count)
        #expect(Dictionary(table.entries.map { ($0.key.value, $0.value) }, uniquingKeysWith: { _, _ in 0 }) == plain)
        #expect(table.value(of: LSOANumber(value: 9_999)) == 0)
    }

    @Test("a number in an LSOA code becomes that code again")
    func codes() {
        for code in ["E01000001", "E01999999", "W01000000", "W01001958"] {
            let bytes = Array(code.utf8)
            #expect(LSOANumber(0..<9, in: bytes.span.bytes)?.code == code)
        }
    }
}
