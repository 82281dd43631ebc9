/// Whole numbers out of bytes, least significant first, as a ZIP writes them. Nil wherever the bytes do not reach.
extension [UInt8] {
    func int16(at offset: Int) -> Int? { number(at: offset, byteCount: 2) }
    func int32(at offset: Int) -> Int? { number(at: offset, byteCount: 4) }
    /// Nil too where the number is beyond any file's size.
    func int64(at offset: Int) -> Int? { number(at: offset, byteCount: 8) }

    private func number(at offset: Int, byteCount: Int) -> Int? {
        guard offset >= 0, offset <= count - byteCount else { return nil }
        var value: UInt64 = 0
        for index in (0..<byteCount).reversed() { value = value << 8 | UInt64(self[offset + index]) }
        return value >> 62 == 0 ? Int(value) : nil
    }
}
