/// Degrees as whole millionths: the precision in which map points are published, some ten centimetres.
enum Microdegrees {
    /// Reads `-1.234567`. A seventh decimal is rounded; nil for anything that is not such a number.
    @inline(__always)
    static func read(_ range: Range<Int>, _ bytes: RawSpan) -> Int32? {
        // They come as one or two digits, a point and six digits, perhaps with a sign: 8 to 10 characters.
        guard range.count >= 8, range.count <= 10 else { return readSlowly(range, bytes) }
        let end = bytes.word(at: range.upperBound &- 8)
        // Without the point, and with a zero before it, the last eight characters are one number.
        let digits = end & ~0xFFFF | (end & 0xFF) << 8 | UInt64(UInt8(ascii: "0"))
        guard UInt8(truncatingIfNeeded: end >> 8) == UInt8(ascii: "."), let small = digits.decimalDigits else {
            return readSlowly(range, bytes)
        }
        var value = Int32(truncatingIfNeeded: small)
        if range.count == 8 { return value }
        let isNegative = bytes.byte(at: range.lowerBound) == UInt8(ascii: "-")
        if !isNegative || range.count == 10 {
            let tens = bytes.byte(at: range.upperBound &- 9) &- UInt8(ascii: "0")
            guard tens <= 9, isNegative == (range.count == 10) else { return readSlowly(range, bytes) }
            value &+= Int32(tens) &* 10_000_000
        }
        return isNegative ? -value : value
    }

    /// Reads a number written in any other way, such as `1.5` or `-0.1234567`.
    private static func readSlowly(_ range: Range<Int>, _ bytes: RawSpan) -> Int32? {
        guard range.count <= 32 else { return nil }
        let text = bytes.text(range)
        guard text.utf8.allSatisfy({ Self.plain.contains($0) }), let degrees = Double(text), degrees.magnitude <= 180
        else { return nil }
        return Int32((degrees * 1_000_000).rounded(.toNearestOrAwayFromZero))
    }

    /// What a number without an exponent is written in.
    private static let plain = Set("-.0123456789".utf8)
}
