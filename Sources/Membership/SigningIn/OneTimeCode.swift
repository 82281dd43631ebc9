import Crypto
import Foundation

/// The secret a telephone and we share, from which both make the same six digits every half minute: RFC 6238 with the
/// values every authenticator app knows (SHA-1, six digits, 30 seconds).
public struct OneTimeSecret: Sendable, Hashable {
    /// Seconds for which a code is shown.
    static let period: TimeInterval = 30
    private static let digits = 6

    static let length = 20

    let bytes: [UInt8]

    /// - Parameter bytes: 20, as long as the hash (RFC 4226, 4).
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Which half minute since 1970 it is.
    static func step(at time: Date) -> Int {
        Int((time.timeIntervalSince1970 / period).rounded(.down))
    }

    /// The step whose code this is: now’s or a neighbour’s, for clocks differ, and later than the last one accepted,
    /// for a code is good once (S28).
    func step(of code: String, at time: Date, after last: Int?) -> Int? {
        let digits = code.filter { !$0.isWhitespace }
        let now = Self.step(at: time)
        // All three are made whatever the first says.
        let matches = [now - 1, now, now + 1].filter { self.code(at: $0) == digits }
        return matches.first { $0 > last ?? .min }
    }

    /// RFC 4226, 5.3: the hash’s last four bits say which 31 of its bits are the number.
    func code(at step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: Int64(step)).bigEndian) { Array($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// As it is typed where there is no camera: letters and digits in fours.
    public var typed: String {
        let text = Array(Base32.text(bytes))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// As an authenticator app reads it: `otpauth://totp/…`.
    public func address(of account: String, at site: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let names = [site, account].map { $0.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }
        return "otpauth://totp/\(names[0]):\(names[1])?secret=\(Base32.text(bytes))&issuer=\(names[0])"
    }
}

/// RFC 4648, 6, without the padding: letters and digits that are not mistaken for one another.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
