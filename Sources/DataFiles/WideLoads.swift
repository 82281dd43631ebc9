/// Reading eight bytes at once, in fields of a `StreetRow`: making one checks, once for all its fields, that they and the
/// spare bytes behind them are in the text, so that not every load need ask again.
extension RawSpan {
    /// The eight bytes from `offset`, the first in the lowest place.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }

    /// The eight bytes from `offset`, those from `end` on as zeros.
    @inline(__always)
    func word(at offset: Int, upTo end: Int) -> UInt64 {
        let word = word(at: offset)
        let wanted = end &- offset
        return wanted >= 8 ? word : word & ((1 &<< (UInt64(truncatingIfNeeded: wanted) &* 8)) &- 1)
    }

    @inline(__always)
    func byte(at offset: Int) -> UInt8 {
        unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }

    /// A field as text.
    func text(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for offset in range { text.append(byte(at: offset)) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension UInt64 {
    /// The number its eight bytes spell in decimal digits, the first digit in the lowest byte, if all are digits.
    @inline(__always)
    var decimalDigits: UInt64? {
        // A digit is 0x30…0x39: its high half is 3, and still is after adding 6.
        let halves = self & 0xF0F0_F0F0_F0F0_F0F0
        guard halves == 0x3030_3030_3030_3030,
            (self &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == halves
        else { return nil }
        // Pairs, fours, the eight: three multiplications in place of eight.
        let pairs = ((self & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
        let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
        return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    }
}
