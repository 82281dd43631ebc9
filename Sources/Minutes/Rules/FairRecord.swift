/// Whether the public is told enough of what was taken in private. Where what is left of minutes is no reasonably fair and coherent
/// record, the proper officer writes a summary that shows nothing of what is kept back (LGA 1972 s.100C(2); D79).
struct FairRecord {
    /// Items kept from the public of which it would be told nothing, and of which nobody said that this is fair.
    let wanting: [MinutesDocument.Item]
    /// Summaries with words that stand in the minute that is kept back, too.
    let shared: [(item: MinutesDocument.Item, passages: [String])]

    init(_ document: MinutesDocument, _ record: MinutesRecord) {
        let closed = record.meeting.body.isNeverPublic ? [] : document.items.filter(\.isWithheld)
        wanting = closed.filter { $0.summary.isEmpty && !record[$0.key].summary.isGiven }
        shared = closed.map { ($0, CopiedWords(summary: $0.summary, minute: $0.words).passages) }
            .filter { !$0.passages.isEmpty }
    }

    /// - Parameter hasLooked: whether whoever publishes looked at the words that the summaries share with what is kept back.
    /// - Throws: ``MinutesRefusal``
    func check(hasLooked: Bool) throws(MinutesRefusal) {
        guard wanting.isEmpty else { throw .obstacles(wanting.map(Self.wish)) }
        guard hasLooked || shared.isEmpty else { throw .wordsWanted(Self.asksToLook) }
    }

    static let asksToLook =
        "Words of a summary stand in the minute that is kept from the public, too. Look at them, and tick that everybody may "
        + "read them, or write the summary without them"

    static func wish(_ item: MinutesDocument.Item) -> String {
        "‘\(item.title)’ is kept from the public: write what they are told instead, or say that the rest reads as a fair and coherent "
            + "record without it (LGA 1972 s.100C(2))"
    }
}

extension MinutesDocument.Item {
    /// Every word of the minute, but for the summary that stands in its place.
    fileprivate var words: String {
        let decided = decisions.flatMap { $0.before + $0.points.map(\.text) + $0.after }
        return (notes + [discussion] + decided + actions).joined(separator: "\n")
    }
}

extension MinutesDocument {
    /// The same with summaries that were written after it was confirmed: they are the proper officer’s, and nothing that a
    /// meeting confirms.
    func summarised(by record: MinutesRecord) -> MinutesDocument {
        var all = self
        for place in all.items.indices where all.items[place].isWithheld && all.items[place].summary.isEmpty {
            all.items[place].summary = record[all.items[place].key].summary.text
        }
        return all
    }

    /// Whether a deed may still be done when these are confirmed: only a summary where there was none.
    func takes(_ deed: Deed) -> Bool {
        guard case .summary(let key, _) = deed else { return false }
        return items.contains { $0.key == key && $0.isWithheld && $0.summary.isEmpty }
    }
}
