import Storage

/// The name by which browsers ask for one partnership’s site, where an installation serves several:
/// `safer-medway.example.org`. In lower case and without a port.
public struct HostName: Hashable, Sendable, LosslessStringConvertible, SQLConvertible {
    public let description: String

    /// RFC 1123, 2.1: labels of letters, digits and hyphens, none of which begins or ends with a hyphen.
    public init?(_ text: String) {
        let name = text.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isWritten = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                }
        }
        // An address in figures is no name.
        guard isWritten, name.utf8.count <= 253, labels.last?.allSatisfy(\.isNumber) == false else { return nil }
        description = name
    }

    /// What a request asks for: a host and perhaps a port. Nil for an address in figures.
    public init?(authority: String) {
        guard let host = authority.split(separator: ":", maxSplits: 1).first else { return nil }
        self.init(String(host))
    }
}
