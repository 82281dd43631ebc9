/// What of a text nobody may read who is not to reach whoever wrote it (D108): looked for before anything is published.
public enum PrivateDetail: String, Hashable, Sendable, CaseIterable {
    case email, telephone, address, postcode, name

    /// "an email address"
    public var words: String {
        switch self {
        case .email: "an email address"
        case .telephone: "a telephone number"
        case .address: "the address of whoever brought it"
        case .postcode: "the postcode of whoever brought it"
        case .name: "the name of whoever brought it, who did not agree to be named"
        }
    }

    /// What stands in a text. An address of the web or of a street that is not theirs may be what it is about, and stays.
    ///
    /// - Parameters:
    ///   - contact: nil once it was erased.
    ///   - isNamed: whether they agreed that everybody reads their name.
    public static func found(in text: String, of contact: Submission.Contact?, isNamed: Bool) -> [PrivateDetail] {
        var found: [PrivateDetail] = []
        if text.contains(/[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+\.[A-Za-z]{2,}/) { found.append(.email) }
        if text.contains(/(?:\+44|\b0)[ \-()]*(?:\d[ \-()]*){9,10}/) { found.append(.telephone) }
        guard let contact else { return found }
        let plain = plainly(text)
        if contact.address.split(whereSeparator: { $0 == "," || $0.isNewline }).first.map({ holds(plain, String($0)) })
            == true
        {
            found.append(.address)
        }
        if let postcode = contact.address.uppercased().firstMatch(of: /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}/)?.output,
            text.uppercased().filter({ !$0.isWhitespace }).contains(postcode.filter { !$0.isWhitespace })
        {
            found.append(.postcode)
        }
        if !isNamed, holds(plain, contact.name) { found.append(.name) }
        return found
    }

    /// Words alone, a blank between them.
    private static func plainly(_ text: String) -> String {
        " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    }

    /// A word by itself, such as a first name, is no name of anybody.
    private static func holds(_ plain: String, _ part: String) -> Bool {
        let wanted = plainly(part)
        return wanted.split(separator: " ").count > 1 && plain.contains(wanted)
    }
}

extension Submission {
    /// What must be taken out of its words before everybody may read them, a sentence each.
    public var privateDetails: [String] {
        var isNamed = false
        if case .named = details.naming { isNamed = true }
        return publicParts.flatMap { part, text in
            PrivateDetail.found(in: text, of: contact, isNamed: isNamed).map {
                "Take \($0.words) out of the \(part): everybody would read it"
            }
        }
    }

    /// All that everybody reads once it is published, with what each part is called.
    var publicParts: [(part: String, text: String)] {
        var parts = [
            ("subject", details.subject), ("words", details.words), ("name of who is to answer", details.putTo),
        ]
        if case .resident(let place) = details.naming { parts.append(("ward or district", place)) }
        if let answer { parts += [("answer", answer.text), ("name of who answered", answer.by)] }
        return parts.map { (part: $0.0, text: $0.1) }
    }
}
