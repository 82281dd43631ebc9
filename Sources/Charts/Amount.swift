extension ValueFormat {
    /// The number with what it counts: "1,125 crimes", "1 crime", "7.4 crimes per 1,000 people".
    func amount(_ value: Double, _ unit: String) -> String {
        let isOne = self == .count && value == 1 && !unit.contains(" ")
        return "\(text(value)) \(isOne ? unit.singular : unit)"
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// One of what a plain English plural names.
    fileprivate var singular: String {
        if hasSuffix("ies") { return dropLast(3) + "y" }
        return hasSuffix("s") ? String(dropLast()) : self
    }

    /// Several of what a plain English noun names: "wards", "counties".
    var plural: String { hasSuffix("y") ? dropLast() + "ies" : self + "s" }
}

extension [String] {
    /// "a", "a and b", "a, b and c".
    var listed: String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
