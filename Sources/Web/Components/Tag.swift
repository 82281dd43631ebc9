/// A thing's state in a word or two. The word carries the meaning; the colour only helps.
public struct Tag: Sendable {
    public enum Tone: String, Sendable {
        case plain, good, waiting, bad
    }

    let word: String
    let tone: Tone

    public init(_ word: String, _ tone: Tone = .plain) {
        self.word = word
        self.tone = tone
    }

    public var html: HTML { "<strong class=\"tag tag--\(tone.rawValue)\">\(word)</strong>" }
}
