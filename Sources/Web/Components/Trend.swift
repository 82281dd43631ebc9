/// Which way a figure went, and whether that is more than chance: a shape and a word, never a colour alone. A rise is
/// neither good nor bad here; what it means is for the reader.
public struct Trend: Sendable {
    public enum Direction: String, Sendable {
        case rise, fall
        /// Within what chance alone would give.
        case unclear
    }

    public let direction: Direction
    public let words: String

    /// - Parameter words: "Rise of 13.7%"; nil says only which way.
    public init(_ direction: Direction, _ words: String? = nil) {
        self.direction = direction
        self.words = words ?? Self.word(direction)
    }

    public var html: HTML {
        """
        <span class="trend trend--\(direction.rawValue)">\
        <span class="trend__mark" aria-hidden="true">\(mark)</span>\(words)</span>
        """
    }

    private var mark: String {
        switch direction {
        case .rise: "▲"
        case .fall: "▼"
        case .unclear: "≈"
        }
    }

    private static func word(_ direction: Direction) -> String {
        switch direction {
        case .rise: "Rise"
        case .fall: "Fall"
        case .unclear: "No clear change"
        }
    }
}
