/// A letter by mail: plain text, to one person.
public struct Letter: Sendable, Hashable {
    /// The address alone: `ada@example.org`.
    public let to: String
    public let subject: String
    /// Lines of any length, ended by `\n`.
    public let text: String

    public init(to: String, subject: String, text: String) {
        self.to = to
        self.subject = subject
        self.text = text
    }

    /// S9: nothing that ends a line of the header gets into one, and there is one recipient.
    ///
    /// - Throws: ``LetterFault``
    func check() throws(LetterFault) {
        guard Mailbox.isAddress(to) else { throw .notAnAddress }
        guard !subject.isEmpty, !subject.unicodeScalars.contains(where: \.endsALine) else { throw .notASubject }
        guard !text.utf8.contains(0) else { throw .notAText }
    }
}

/// A letter that cannot be sent to anybody: a fault of the program, or of what it was given. It repeats nothing of the
/// letter, which is somebody's.
public enum LetterFault: Error, Hashable, Sendable, CustomStringConvertible {
    case notAnAddress, notASubject, notAText

    public var description: String {
        switch self {
        case .notAnAddress: "The letter’s recipient is not one email address."
        case .notASubject: "The letter’s subject is empty, or has a line break or another control character in it."
        case .notAText: "The letter’s text has a NUL character in it."
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a line break, or another character that steers and does not stand for anything.
    var endsALine: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
