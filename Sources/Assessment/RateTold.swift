import Statistics
import Wording

extension Rate {
    /// "28.4"; "fewer than 0.1" where there were some and one decimal would say there was none.
    var told: String {
        let text = value.rounded(places: 1)
        return count > 0 && text == 0.0.rounded(places: 1) ? "fewer than 0.1" : text
    }
}

/// How many of those that are alike chance alone would mark, in words: the same wherever many are looked at together.
enum MarkedByChance {
    /// - Parameter most: whether so many at most are expected, because they were allowed for.
    static func words(_ expected: Double, most: Bool = false) -> String {
        let text = expected.rounded(places: 0)
        // Whatever would be rounded up to one is fewer than one.
        guard expected >= 1 else { return "fewer than one" }
        return (most ? "up to about " : "about ") + (text == "1" ? "one" : text)
    }
}
