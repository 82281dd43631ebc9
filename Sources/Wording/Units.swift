/// What is counted goes by its plural; of one it is said otherwise.
extension String {
    /// One of what a unit counts: "crime" of "crimes", "person killed or hurt" of "people killed or hurt". A word whose plural
    /// is not known stays as it is.
    public var ofOne: String {
        var words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let head = words.firstIndex { Self.joints.contains($0) } ?? words.endIndex
        let likely = [head - 1].filter(words.indices.contains)
        let counted = (likely + words.indices).first { words[$0].singular != words[$0] }
        guard let index = counted else { return self }
        words[index] = words[index].singular
        return words.joined(separator: " ")
    }

    /// Before these stands the noun that is counted: "calls to the fire service".
    private static let joints: Set<String> = [
        "of", "to", "for", "in", "by", "with", "from", "at", "on", "who", "that", "where", "under", "after", "without",
    ]

    private static let irregular = [
        "people": "person", "children": "child", "men": "man", "women": "woman", "lives": "life", "thieves": "thief",
        "series": "series", "species": "species", "premises": "premises",
    ]

    private var singular: String {
        if let known = Self.irregular[self] { return known }
        if count > 4, hasSuffix("ies") { return dropLast(3) + "y" }
        if ["sses", "shes", "ches", "xes"].contains(where: hasSuffix) { return String(dropLast(2)) }
        if count > 3, hasSuffix("s"), !["ss", "us", "is"].contains(where: hasSuffix) { return String(dropLast()) }
        return self
    }
}

extension Int {
    /// "1 crime", "4,007 crimes"; the number alone where nothing is named.
    public func counted(_ unit: String) -> String { unit.isEmpty ? grouped : counted(unit.ofOne, unit) }
}
