/// What is different between what was published of an agenda and what is about to be.
struct AgendaChanges {
    /// A line for each thing, as everybody reads it.
    let lines: [String]
    /// Items that belong in a supplementary agenda: new ones, and those with a new paper or other words.
    let items: Set<String>

    init(from before: EditionContents, to after: EditionContents) {
        let known = Dictionary(before.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var (lines, items) = ([String](), Set<String>())
        for item in after.items {
            let found =
                known[item.id].map { Self.changes(of: item, since: $0) } ?? [
                    "Item \(item.number), ‘\(item.title)’, is new."
                ]
            lines += found
            if !found.isEmpty { items.insert(item.id) }
        }
        let standing = Set(after.items.map(\.id))
        lines += before.items.filter { !standing.contains($0.id) }.map {
            "Item \($0.number), ‘\($0.title)’, is not taken at this meeting."
        }
        (self.lines, self.items) = (lines, items)
    }

    private static func changes(of item: EditionContents.Item, since before: EditionContents.Item) -> [String] {
        let name = "Item \(item.number)"
        var lines: [String] = []
        if item.title != before.title {
            lines.append("\(name) is now called ‘\(item.title)’; it was ‘\(before.title)’.")
        }
        if item.text != before.text { lines.append("\(name): what the meeting is asked is worded anew.") }
        if item.withholding != before.withholding {
            lines.append(
                item.withholding == nil
                    ? "\(name) is open to the public now." : "\(name): why it is kept back is said anew.")
        }
        return lines + papers(of: item, since: before)
    }

    /// Of what is kept from the public not even the titles are told, for everybody reads these lines.
    private static func papers(of item: EditionContents.Item, since before: EditionContents.Item) -> [String] {
        let name = "Item \(item.number)"
        let earlier = Dictionary(before.papers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let (standing, replaced) = (Set(item.papers.map(\.id)), Set(item.papers.compactMap(\.replaces)))
        let new = item.papers.filter { earlier[$0.id] == nil }
        let gone = before.papers.filter { !standing.contains($0.id) && !replaced.contains($0.id) }
        guard item.withholding == nil, before.withholding == nil else {
            return new.isEmpty && gone.isEmpty ? [] : ["\(name): the papers that are kept from the public are others."]
        }
        return new.map { paper in
            let old = paper.replaces.flatMap { earlier[$0] }
            return old.map {
                "\(name): ‘\(paper.title)’ replaces ‘\($0.title)’ (\(AgendaEdition.title($0.edition).lowercased()))."
            } ?? "\(name): ‘\(paper.title)’ is added."
        } + gone.map { "\(name): ‘\($0.title)’ is taken off." }
    }
}
