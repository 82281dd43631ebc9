import Foundation

/// Text in a header, which is ASCII in short lines: what is not becomes encoded words (RFC 2047).
enum HeaderText {
    /// The most bytes of one encoded word, so that a line with it and a field's name stays below 76 characters.
    private static let longestWord = 39

    /// For a subject.
    static func unstructured(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 60 && !text.contains("=?")
            && text.first != " " && text.last != " "
        return isPlain ? text : encoded(text)
    }

    /// For a name before an address.
    static func phrase(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 60
        guard isPlain, !text.contains("=?") else { return encoded(text) }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // A character is never divided between two words.
            if words[words.count - 1].count + bytes.count > longestWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
