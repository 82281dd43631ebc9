extension Sequence<UInt8> {
    /// Two lower-case digits for each byte: how hashes and secrets are written everywhere.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }, as: UTF8.self)
    }
}
