import Storage

/// What is different between two states of published minutes, a sentence for each thing. What is kept from the public is told
/// of no further than that its summary was changed.
struct MinutesChanges {
    private let old: MinutesDocument
    private let new: MinutesDocument

    init(from old: MinutesDocument, to new: MinutesDocument) {
        (self.old, self.new) = (old, new)
    }

    var sentences: [String] {
        var all: [String] = []
        if (old.present, old.inAttendance) != (new.present, new.inAttendance) {
            all.append("Who was there was put right.")
        }
        if old.concluded != new.concluded { all.append("When the meeting was closed was put right.") }
        for item in new.items {
            guard let before = old.items.first(where: { $0.key == item.key }) else {
                all.append("\(name(item)) was added.")
                continue
            }
            let parts = changed(item, since: before)
            if !parts.isEmpty { all.append("\(name(item)): \(parts.joined(separator: "; ")).") }
        }
        return all
    }

    private func name(_ item: MinutesDocument.Item) -> String {
        item.number.map { "Minute \($0), ‘\(item.title)’" } ?? "‘\(item.title)’"
    }

    private func changed(_ item: MinutesDocument.Item, since before: MinutesDocument.Item) -> [String] {
        if item.isWithheld || before.isWithheld {
            if item.isWithheld != before.isWithheld {
                return [item.isWithheld ? "it is kept from the public now" : "it is open to the public now"]
            }
            return item.summary == before.summary ? [] : ["what the public is told in its place was changed"]
        }
        var parts: [String] = []
        let (gone, come) = (agreed(before).filter { !agreed(item).contains($0) }, agreed(item))
        parts += gone.map { "‘\($0)’ was taken out" }
        parts += come.filter { !agreed(before).contains($0) }.map { "‘\($0)’ was put in" }
        if parts.isEmpty, item.decisions != before.decisions { parts.append("how it was decided was put right") }
        if item.discussion != before.discussion || item.notes != before.notes {
            parts.append("what was said was changed")
        }
        if item.actions != before.actions { parts.append("what is to be done was changed") }
        return parts
    }

    /// "RESOLVED That the plan is adopted", a text for each decision.
    private func agreed(_ item: MinutesDocument.Item) -> [String] {
        item.decisions.filter { !$0.style.isEmpty }.map { decided in
            "\(decided.style) \(decided.points.map(\.text).joined(separator: " "))"
        }
    }
}
