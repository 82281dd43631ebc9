import Crypto
import Foundation
import Storage

/// The secret a browser shows to be known again: 256 bits of chance (S35). Only its hash is ever stored.
public struct SessionToken: Sendable, Hashable {
    public let bytes: [UInt8]

    /// A new one, which nobody can guess.
    public init() {
        var chance = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
    }

    /// As it came back in a cookie or an address; nil if it cannot be one.
    public init?(_ text: String) {
        // Digits only: `UInt8` also reads signs.
        guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else { return nil }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while !rest.isEmpty {
            guard let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self.bytes = bytes
    }

    /// As it stands in a cookie or an address: 64 hexadecimal digits.
    public var text: String {
        bytes.hexadecimal
    }

    /// What is stored: enough to know the token again, not enough to make it.
    var hash: [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
