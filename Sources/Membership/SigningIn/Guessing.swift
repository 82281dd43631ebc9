import Foundation

/// What whoever guesses passwords tries first (S24).
enum Guessing {
    /// Whether it is a common password, with or without digits around it and letters written as digits; one thing
    /// over and over; or a row of neighbours, like ‘abcdefghijkl’.
    static func isWellKnown(_ text: String) -> Bool {
        let text = text.lowercased()
        if common.contains(text) || isRepeated(text) || isRow(text) { return true }
        return [text, plain(text)].contains { spelling in
            let core = spelling.trimming { !$0.isLetter }
            return core.count >= shortestWord && common.contains(core)
        }
    }

    /// Whether little is left of it without these words, the commonest ones, digits and marks.
    static func isMostly(_ words: [String], _ text: String) -> Bool {
        var rest = text.lowercased()
        let told = (words.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) } + ours)
            .filter { $0.count >= shortestWord }
        for word in told.sorted(by: { $0.count > $1.count }) where rest.contains(word) {
            rest = rest.replacing(word, with: "")
        }
        guard rest.count < text.count else { return false }
        let core = rest.trimming { !$0.isLetter }
        return rest.filter(\.isLetter).count < fewestLetters || common.contains(core)
    }

    private static let shortestWord = 4
    /// As many as a short word that nobody could know.
    private static let fewestLetters = 6
    private static let ours = ["frankpledge", "police", "council", "community", "safety", "partnership", "password"]

    /// The 10,000 commonest, and all of twelve characters and more: from zxcvbn’s list (MIT, Dropbox).
    private static let common: Set<String> = {
        guard let file = Bundle.module.url(forResource: "well-known-passwords", withExtension: "txt"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { preconditionFailure("the list of common passwords is not beside the program") }
        return Set(text.split(separator: "\n").map(String.init))
    }()

    /// ‘p@ssw0rd’ as ‘password’.
    private static func plain(_ text: String) -> String {
        let letters: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
        ]
        return String(text.map { letters[$0] ?? $0 })
    }

    private static func isRepeated(_ text: String) -> Bool {
        let characters = Array(text)
        return (1...4).contains { period in
            characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
        }
    }

    private static func isRow(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        // ‘…890’ turns over once.
        return [1, -1].contains { step in steps.count { $0 != step && abs($0) != 9 } == 0 }
    }
}

extension String {
    fileprivate func trimming(while isDropped: (Character) -> Bool) -> String {
        String(drop(while: isDropped).reversed().drop(while: isDropped).reversed())
    }
}
