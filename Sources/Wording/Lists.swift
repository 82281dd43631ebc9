extension [String] {
    /// "Dover", "Dover and Swale", "Dover, Swale and Thanet".
    public var inWords: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
