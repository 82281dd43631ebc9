/// Numbers as they are read in Britain, the same on every machine whatever its locale.
extension Int {
    /// "148,133"; below zero with a true minus sign.
    public var grouped: String {
        let digits = String(magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return self < 0 ? "\u{2212}" + grouped : grouped
    }

    /// A size: "812 bytes", "4 kB", "4.2 MB".
    public var asSize: String {
        switch self {
        case ..<1_000: counted("byte", "bytes")
        case ..<999_500: "\((Double(self) / 1e3).rounded(places: 0)) kB"
        case ..<999_950_000: "\((Double(self) / 1e6).rounded(places: 1)) MB"
        default: "\((Double(self) / 1e9).rounded(places: 1)) GB"
        }
    }

    /// "1 month", "11 months".
    public func counted(_ one: String, _ many: String) -> String {
        "\(grouped) \(self == 1 ? one : many)"
    }
}

extension Double {
    /// "4.2", but "4" rather than "4.0".
    fileprivate var atMostOnePlace: String {
        let text = rounded(places: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// To so many decimal places, half away from zero: "12,172.0", "−4.3".
    public func rounded(places: Int) -> String {
        guard isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (magnitude * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e15 else { return "\(self)" }
        let whole = Int(scaled / scale)
        let sign = self < 0 && scaled > 0 ? "\u{2212}" : ""
        guard places > 0 else { return sign + whole.grouped }
        let fraction = String(Int(scaled - Double(whole) * scale))
        return sign + whole.grouped + "." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
