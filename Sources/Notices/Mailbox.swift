import Foundation

/// Whom mail comes from: a name people read, and an address.
public struct Mailbox: Sendable, Hashable {
    /// Empty where there is only an address.
    public let name: String
    public let address: String

    /// Reads `Safer Thanet <safer@example.org>`, or the address alone; nil for anything else.
    public init?(_ text: String) {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard !text.unicodeScalars.contains(where: \.endsALine) else { return nil }
        guard text.hasSuffix(">"), let opening = text.lastIndex(of: "<") else {
            guard Self.isAddress(text) else { return nil }
            (name, address) = ("", text)
            return
        }
        var name = text[..<opening].trimmingCharacters(in: .whitespaces)
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
        let address = String(text[text.index(after: opening)...].dropLast())
        guard Self.isAddress(address), !name.contains(where: { "<>\"".contains($0) }) else { return nil }
        (self.name, self.address) = (name, address)
    }

    /// - Parameter address: one that ``isAddress(_:)``.
    init(name: String, address: String) {
        (self.name, self.address) = (name, address)
    }

    /// What stands after the @.
    var domain: String { String(address.split(separator: "@").last ?? "") }

    /// Whether this is one address and nothing else. Whether somebody reads it is another matter.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return false }
        return !parts[1].split(separator: ".", omittingEmptySubsequences: false).contains("")
            && !text.unicodeScalars.contains(where: isOutOfPlace)
    }

    private static func isOutOfPlace(_ character: Unicode.Scalar) -> Bool {
        character.properties.isWhitespace || character.endsALine
            || "<>()[],;:\"\\".unicodeScalars.contains(character)
    }
}
