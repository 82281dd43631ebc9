let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

/// The words of JSON: strings, numbers, literals and punctuation.
extension JSONReader {
    /// The next byte that is no blank.
    mutating func peek(_ wanted: String) throws(Refusal) -> UInt8 {
        skipBlanks()
        guard offset < bytes.count else { throw unexpected(wanted) }
        return bytes[offset]
    }

    mutating func skipBlanks() {
        while let byte = here, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    mutating func expect(_ mark: Unicode.Scalar) throws(Refusal) {
        guard try peek("‘\(mark)’") == UInt8(ascii: mark) else { throw unexpected("‘\(mark)’") }
        offset += 1
    }

    mutating func literal(_ word: StaticString, _ value: JSON) throws(Refusal) -> JSON {
        let end = offset + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[offset..<end].elementsEqual("\(word)".utf8) else { throw unexpected("a value") }
        offset = end
        return value
    }

    /// Reads a number; one too large for a double, such as 1e999, is refused.
    mutating func number() throws(Refusal) -> Double {
        let start = offset
        var mantissa = 0
        var decimals = 0
        if here == UInt8(ascii: "-") { offset += 1 }
        let whole = offset
        guard let first = here, digits.contains(first) else { throw unexpected("a value") }
        run(of: &mantissa)
        if first == UInt8(ascii: "0"), offset > whole + 1 { throw unexpected("a number without a leading zero") }
        if here == UInt8(ascii: ".") {
            offset += 1
            let fraction = offset
            run(of: &mantissa)
            decimals = offset - fraction
            if decimals == 0 { throw unexpected("a digit") }
        }
        let plain = try !skipExponent()
        // Up to 15 digits fit a double exactly, and so do powers of ten to 22: one division rounds once, hence rightly.
        if plain, offset - whole <= 16, decimals <= 15 {
            let magnitude = Double(mantissa) / powersOfTen[decimals]
            return whole == start ? magnitude : -magnitude
        }
        guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)), value.isFinite else {
            offset = start
            throw unexpected("a number that is not infinite")
        }
        return value
    }

    private var here: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func run(of mantissa: inout Int) {
        while let byte = here, digits.contains(byte) {
            mantissa = mantissa &* 10 &+ Int(byte - UInt8(ascii: "0"))
            offset += 1
        }
    }

    private mutating func skipExponent() throws(Refusal) -> Bool {
        guard here == UInt8(ascii: "e") || here == UInt8(ascii: "E") else { return false }
        offset += 1
        if here == UInt8(ascii: "-") || here == UInt8(ascii: "+") { offset += 1 }
        let start = offset
        var exponent = 0
        run(of: &exponent)
        if offset == start { throw unexpected("a digit") }
        return true
    }

    mutating func string() throws(Refusal) -> String {
        let start = offset
        offset += 1
        var text: [UInt8] = []
        while let byte = here, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw unexpected("the closing quote") }
            offset += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        guard here != nil else { throw unexpected("the closing quote") }
        offset += 1
        guard let string = String(validating: text, as: UTF8.self) else {
            throw Refusal(
                at: start, "the text is not valid UTF-8", advice: "Save the file again with the encoding UTF-8.")
        }
        return string
    }

    private mutating func escape(into text: inout [UInt8]) throws(Refusal) {
        guard let mark = here else { throw unexpected("the closing quote") }
        offset += 1
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
        default: throw unexpected("an escape such as \\n")
        }
    }

    /// A `\uXXXX`, or two of them where they are the halves of one character; a lonely half is refused.
    private mutating func escapedScalar() throws(Refusal) -> Character {
        var code = try codeUnit()
        if (0xD800..<0xDC00).contains(code), bytes[offset...].starts(with: [0x5C, 0x75]) {
            offset += 2
            let low = try codeUnit()
            code = (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : low
        }
        guard let scalar = Unicode.Scalar(code) else { throw unexpected("a whole character") }
        return Character(scalar)
    }

    private mutating func codeUnit() throws(Refusal) -> UInt32 {
        let end = offset + 4
        guard end <= bytes.count,
            bytes[offset..<end].allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let code = UInt32(String(decoding: bytes[offset..<end], as: UTF8.self), radix: 16)
        else { throw unexpected("four hexadecimal digits") }
        offset = end
        return code
    }

    /// The refusal for text that isn't what JSON wants here.
    func unexpected(_ wanted: String) -> Refusal {
        guard offset < bytes.count else {
            return Refusal(
                at: offset, "the file ends where \(wanted) should stand",
                advice: "It was cut off, perhaps while downloading. Fetch it again.")
        }
        return Refusal(
            at: offset, "the text is not JSON: \(wanted) should stand here",
            advice: "Fetch the file again from its publisher, as GeoJSON or TopoJSON.")
    }
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
