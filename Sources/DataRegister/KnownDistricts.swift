import Wording

/// The districts there are, for whoever asked for one that there is not.
public struct KnownDistricts {
    private let names: [String]

    /// More than these are not read, they are skipped.
    private static let mostListed = 40

    public init(_ names: [String]) {
        self.names = names
    }

    /// Which one may have been meant, and which there are; nil where there is none.
    public func answer(to asked: String) -> String? {
        guard !names.isEmpty else { return nil }
        let meant = nearest(to: asked).map { "Did you mean \($0)? " } ?? ""
        guard names.count <= Self.mostListed else {
            return meant + "The data have rows of \(names.count.grouped) districts."
        }
        return meant + "The data have rows of \(names.inWords)."
    }

    /// The name that was most likely meant; nil where none is near.
    public func nearestName(to asked: String) -> String? { nearest(to: asked) }

    /// The name with one letter wrong, else the one that is part of what was asked or has it as a part ("Tunbridge",
    /// "Isle of Thanet"), else one with a few letters wrong.
    private func nearest(to asked: String) -> String? {
        let asked = asked.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let near = names.map { (name: $0, slips: slips(from: asked, to: $0.lowercased())) }
            .min { ($0.slips, $0.name) < ($1.slips, $1.name) }
        if let near, near.slips <= 1 { return near.name }
        let words = asked.split(separator: " ")
        let part = names.filter { name in
            let parts = name.lowercased().split(separator: " ")
            return words.contains(parts) || parts.contains(words)
        }.max { $0.count < $1.count }
        return part ?? near.flatMap { $0.slips <= asked.count / 4 ? $0.name : nil }
    }

    /// How many letters were left out, added or mistaken: the distance of Levenshtein (1965).
    private func slips(from asked: String, to name: String) -> Int {
        let (asked, name) = (Array(asked), Array(name))
        var row = Array(0...name.count)
        for (index, letter) in asked.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in name.indices {
                let mistaken = diagonal + (letter == name[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(mistaken, row[column] + 1, diagonal + 1)
            }
        }
        return row[name.count]
    }
}
