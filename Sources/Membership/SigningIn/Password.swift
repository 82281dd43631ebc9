import Foundation

/// A password as it is hashed: its exact characters in one normal form (RFC 8265, OpaqueString), blanks included.
public struct Password: Sendable {
    /// S23: twelve at least, and no rule about which; a sentence of any length a person would type.
    public static let shortest = 12
    public static let longest = 256

    let bytes: [UInt8]

    /// As it was typed to sign in. It is not judged: a wrong one is merely wrong.
    public init(typed text: String) {
        bytes = Array(text.precomposedStringWithCanonicalMapping.utf8)
    }

    /// As somebody chose it.
    ///
    /// - Parameter words: what anybody would try first here: the area’s name, the person’s own, their address.
    /// - Throws: ``PasswordRefusal``
    public init(chosen text: String, unlike words: [String]) throws(PasswordRefusal) {
        let text = text.precomposedStringWithCanonicalMapping
        guard text.count >= Self.shortest else { throw .tooShort }
        guard text.count <= Self.longest else { throw .tooLong }
        guard !Guessing.isWellKnown(text) else { throw .wellKnown }
        guard !Guessing.isMostly(words, text) else { throw .toldByThePlace }
        bytes = Array(text.utf8)
    }
}

/// Why a password cannot be chosen, in the words a person should read.
public enum PasswordRefusal: Error, Hashable, Sendable {
    case tooShort, tooLong, wellKnown, toldByThePlace

    public var reason: String {
        switch self {
        case .tooShort:
            "Use \(Password.shortest) characters or more. Four words that have nothing to do with each other are good"
        case .tooLong: "Use \(Password.longest) characters at most"
        case .wellKnown:
            "This is one of the passwords that are tried first. Choose another: four unrelated words are good"
        case .toldByThePlace:
            "Leave out your name, your email address and the partnership’s name, or put more around them"
        }
    }
}
