import Storage

/// What stands at the end of the short link to a publication, which is printed and typed: "K7QD2". It never changes.
public struct PublicationCode: Sendable, Hashable, CustomStringConvertible, RawRepresentable, SQLConvertible {
    /// None that is taken for another (0 and O, 1, I and L), and no vowels, so that no code is a word.
    private static let letters = Array("23456789BCDFGHJKMNPQRSTVWXZ")
    private static let length = 5
    /// So many of one publication are tried before the codes are longer.
    private static let tries = 20

    public let rawValue: String
    public var description: String { rawValue }

    /// - Parameter rawValue: as it was typed, in capitals or not.
    public init?(rawValue: String) {
        let text = rawValue.uppercased()
        guard (Self.length...Self.length + 3).contains(text.count), text.allSatisfy(Self.letters.contains) else {
            return nil
        }
        self.rawValue = text
    }

    /// The codes that a publication may have, the first first: they follow from what it is called in addresses, so that a draft says
    /// the same as what is published.
    static func candidates(for slug: String) -> some Sequence<PublicationCode> {
        (0..<tries * 4).lazy.map { PublicationCode(slug, try: $0) }
    }

    private init(_ slug: String, try number: Int) {
        let digits = FileHash(of: Array("\(slug) \(number)".utf8)).description
        rawValue = String(
            (0..<Self.length + number / Self.tries).map { place in
                let part = Int(digits.dropFirst(place * 4).prefix(4), radix: 16) ?? 0
                return Self.letters[part % Self.letters.count]
            })
    }
}
