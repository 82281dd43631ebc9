/// Where a link may lead: the web, a mailbox, or a place on this site.
public struct LinkTarget: Hashable, Sendable {
    /// As it may stand in an address, in plain letters: everything else is percent-encoded.
    public let address: String

    /// Nothing where it leads anywhere else: `javascript:`, `data:`, `file:`, `//elsewhere.example`, and whatever a
    /// browser could read as one of those.
    public init?(_ typed: String) {
        let bytes = Array(typed.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.longest, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            !bytes.contains(UInt8(ascii: "\\")), !typed.hasPrefix("//")
        else { return nil }
        // What stands before the first colon is a scheme, if no slash, question or fragment comes earlier.
        let head = bytes.prefix { !Self.endsScheme.contains($0) }
        if head.count < bytes.count, bytes[head.count] == UInt8(ascii: ":") {
            guard Self.schemes.contains(String(decoding: head, as: UTF8.self).lowercased()) else { return nil }
        }
        address = Self.encoded(bytes)
    }

    private static let longest = 2_000
    private static let schemes: Set<String> = ["http", "https", "mailto"]
    private static let endsScheme = Set(":/?#".utf8)
    private static let plain = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func encoded(_ bytes: [UInt8]) -> String {
        var encoded: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                encoded.append(byte)
            case _ where plain.contains(byte):
                encoded.append(byte)
            default:
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
