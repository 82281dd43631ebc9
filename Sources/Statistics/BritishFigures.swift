import Wording

/// Numbers as a British reader expects them, the same on every machine: 3,012 and 13.7% and −4.3%.
enum BritishFigures {
    /// A number as it was given, with a true minus sign.
    static func plain(_ value: Double) -> String {
        if let number = Int(exactly: value) { return number.grouped }
        return (value < 0 ? "\u{2212}" : "") + value.magnitude.description
    }

    /// A percentage with one decimal place: "−4.3%". What rounds to nothing has no sign.
    static func percent(_ value: Double) -> String {
        guard value.isFinite else { return value < 0 ? "no lower limit" : "no upper limit" }
        guard value.magnitude < mostPerCent else { return "more than a million million %" }
        return value.rounded(places: 1) + "%"
    }

    /// The same without losing a difference from 0 to rounding: "under 0.1%".
    static func percentAboveZero(_ value: Double) -> String {
        value > 0 && value < 0.05 ? "under 0.1%" : percent(value)
    }

    /// A percentage with its sign, as a table shows a change: "+13.7%".
    static func signedPercent(_ value: Double) -> String {
        (value >= 0.05 && value.isFinite ? "+" : "") + percent(value)
    }

    /// A confidence level as a short percentage: "95%", "99.8%".
    static func confidence(_ level: Double) -> String {
        let text = ((level * 1e8).rounded() / 1e6).description
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
    }

    private static let mostPerCent = 1e12
}
