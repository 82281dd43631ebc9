/// A colour as a partnership sets it, `#1f5673`.
public struct Colour: Sendable, Hashable, LosslessStringConvertible {
    public let description: String

    public static let house = Colour(unchecked: "#1f5673")

    /// Six hexadecimal digits after a hash, and nothing looser: it goes into the style sheet.
    public init?(_ description: String) {
        guard description.utf8.count == 7, description.first == "#",
            description.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        self.description = description.lowercased()
    }

    private init(unchecked description: String) {
        self.description = description
    }
}
