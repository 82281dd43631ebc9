/// Where it is looked whether numbers that are too small to be told can be worked out from those that are.
public protocol SmallNumberCheck: Sendable {
    /// - Parameters:
    ///   - figures: the addresses of all that a document tells.
    ///   - earlier: of all that documents told before. What else was told to everybody is known to who looks.
    /// - Returns: what can be worked out from both, and could not from the earlier alone, a sentence each.
    /// - Throws: what reading the records throws.
    func workedOut(from figures: [String], after earlier: [String]) async throws -> [String]
}

extension YearDocument {
    /// The addresses of all figures that it tells: in its words, its pictures and tables, and in the order of its themes.
    var told: [String] {
        let ranked = (ranking?.ranking.lines ?? []).flatMap(\.scores).compactMap { $0.figure?.address }
        let compared = beside.told.compactMap { $0.1.figure.address }
        let all = figures.told.map(\.address) + ranked + compared + exhibits.all.flatMap(\.told)
        return Set(all).sorted()
    }
}

extension DocumentRecord {
    /// The same of one that was published: in records of before they were kept, those of its words.
    var allTold: [String] { told ?? figures.map(\.address) }
}
