import Testing

@testable import Membership

extension OneTimeSecret {
    /// As a telephone takes it from what was typed: RFC 4648, 6, the other way round.
    init(typed: String) throws {
        var (bytes, buffer, bits): ([UInt8], Int, Int) = ([], 0, 0)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        for letter in typed where letter != " " {
            buffer = buffer << 5 | (try #require(alphabet.firstIndex(of: letter)))
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        self.init(bytes: bytes)
    }
}
