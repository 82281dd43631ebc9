/// What of a text may be a private detail, and may be an ordinary word: somebody who knows is asked before everybody reads it (D108).
public enum Doubt: Hashable, Sendable {
    /// The surname of whoever brought it and did not agree to be named; it may be a street’s.
    case surname(String)
    /// An email address written so that a program does not find it: "lavinia (at) mudge.example".
    case disguisedEmail(String)

    /// "‘Skrimshire’, the surname of whoever brought it, who did not agree to be named"
    public var words: String {
        switch self {
        case .surname(let name): "‘\(name)’, the surname of whoever brought it, who did not agree to be named"
        case .disguisedEmail(let text): "‘\(text)’, which may be an email address"
        }
    }

    /// What is sure already is no doubt: see ``PrivateDetail``.
    ///
    /// - Parameters:
    ///   - contact: nil once it was erased.
    ///   - isNamed: whether they agreed that everybody reads their name.
    public static func all(in text: String, of contact: Submission.Contact?, isNamed: Bool) -> [Doubt] {
        var found: [Doubt] = []
        if let name = contact?.name, !isNamed,
            let word = surnames(of: name).lazy.compactMap({ word($0, in: text) }).first
        {
            found.append(.surname(word))
        }
        if let email = disguisedEmail(in: text) { found.append(.disguisedEmail(email)) }
        return found
    }

    /// "Skrimshire" of "Perdita Skrimshire", and both halves of a double name. "Skrimshire, Perdita" has it first.
    private static func surnames(of name: String) -> [String] {
        let parts = name.split(separator: ",")
        let words = (parts.first ?? "").split(whereSeparator: \.isWhitespace)
        return (words.last ?? "").split { !$0.isLetter }.filter { $0.count > 1 }.map { $0.lowercased() }
    }

    /// A word of a text as it stands there, also as "Skrimshire’s" or "Skrimshires".
    private static func word(_ wanted: String, in text: String) -> String? {
        text.split { !$0.isLetter }.map(String.init).first {
            let word = $0.lowercased()
            return word == wanted || word == wanted + "s"
        }
    }

    private static func disguisedEmail(in text: String) -> String? {
        // lavinia (at) mudge, lavinia [@] mudge.example
        if let found = text.firstMatch(of: /(?i)[a-z0-9._%+\-]+\s*[(\[{<]\s*(?:at|@)\s*[)\]}>]\s*[a-z0-9.\-]+/) {
            return String(found.output)
        }
        // lavinia @ mudge.example
        if let found = text.firstMatch(of: /(?i)[a-z0-9._%+\-]+(?:\s+@\s*|\s*@\s+)[a-z0-9\-]+\.[a-z.]*[a-z]/) {
            return String(found.output)
        }
        // lavinia at mudge dot example; an address of the web after "at" is what it is about
        let spelt =
            /(?i)[a-z0-9._%+\-]+\s+at\s+(?!www\.)[a-z0-9\-]+(?:\s+dot\s+|\s*[(\[]\s*(?:dot|\.)\s*[)\]]\s*|\.)[a-z]{2,}/
        return text.firstMatch(of: spelt).map { String($0.output) }
    }
}

extension Submission {
    /// What somebody has to look at before everybody may read it, a sentence each.
    public var doubts: [String] {
        let isNamed = if case .named = details.naming { true } else { false }
        return publicParts.flatMap { part, text in
            Doubt.all(in: text, of: contact, isNamed: isNamed).map { "The \(part): \($0.words)" }
        }
    }
}
