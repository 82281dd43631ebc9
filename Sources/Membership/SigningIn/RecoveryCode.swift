import Crypto
import Storage

/// What gets somebody in once when their telephone is gone: sixteen letters and digits, of 80 bits of chance. Only its
/// hash is kept (S29).
public struct RecoveryCode: Sendable, Hashable {
    static let perPerson = 10

    private let letters: String

    init(chance: [UInt8]) {
        letters = Base32.text(Array(chance.prefix(10)))
    }

    /// As it was typed, in whatever case and with whatever between; nil if it cannot be one.
    init?(typed text: String) {
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        guard letters.count == 16, letters.utf8.count == 16 else { return nil }
        self.letters = letters
    }

    /// As it is written down: `ABCD-EFGH-IJKL-MNOP`.
    public var text: String {
        let letters = Array(letters)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    var hash: [UInt8] {
        Array(SHA256.hash(data: Array("frankpledge recovery code ".utf8) + Array(letters.utf8)))
    }
}
