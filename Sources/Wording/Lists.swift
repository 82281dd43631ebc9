extension [String] {
    /// Each once, where it stands first.
    public var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }

    /// "Dover", "Dover and Swale", "Dover, Swale and Thanet".
    public var inWords: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
