/// What a file says, fit to be quoted in a message: short, and without characters that would move the cursor.
enum Legible {
    /// - Parameter limit: characters after which the text is cut and marked with an ellipsis.
    static func short(_ text: String, limit: Int = 40) -> String {
        var result = ""
        for (count, character) in text.unicodeScalars.enumerated() {
            if count == limit { return result + "…" }
            let isPlain = !character.properties.generalCategory.isUnseen
            result.unicodeScalars.append(isPlain ? character : "\u{FFFD}")
        }
        return result
    }
}

extension Unicode.GeneralCategory {
    /// Control and formatting characters, among them those that turn the direction of text around.
    var isUnseen: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
