extension MapChart {
    /// The areas from the highest value to the lowest, then those without one, each with what it is called.
    var ranked: [(name: String, area: Area)] {
        areas.enumerated()
            .sorted { a, b in
                (b.element.value ?? -1, b.element.isSuppressed ? 0 : 1, a.offset)
                    < (a.element.value ?? -1, a.element.isSuppressed ? 0 : 1, b.offset)
            }
            .enumerated()
            .map { rank, entry in
                let area = entry.element
                return (area.name.isEmpty ? "\(noun.capitalisedFirst) \(rank + 1)" : area.name, area)
            }
    }

    /// Those that stand above the rest, three at most. Where more share a value, none of them is more the highest.
    var highest: [Area] {
        guard areas.count > 3 else { return [] }
        let ranked = ranked.map(\.area)
        let next = ranked[3].value ?? 0
        return ranked.prefix(3).filter { ($0.value ?? 0) > next }
    }

    public var sentence: String {
        let shown = ranked.filter { !$0.area.isSuppressed }
        let kept = areas.count - shown.count
        var sentence = "The map shows " + (areas.count == 1 ? "1 \(noun)" : "\(areas.count) \(noun.plural)")
        sentence += (naming.map { (areas.count == 1 ? ", " : ", each ") + $0 } ?? "") + "."
        if !shown.isEmpty {
            sentence +=
                " " + Extremes(named: shown.map { ($0.name, $0.area.value) }).sentence(format: format, unit: unit)
        }
        if kept > 0 {
            sentence += kept == 1 ? " The number of 1 is kept back." : " The numbers of \(kept) are kept back."
        }
        return sentence
    }

    public var table: ChartTable {
        ChartTable(
            headings: [noun.capitalisedFirst, unit.capitalisedFirst],
            rows: ranked.map { [$0.name, text(of: $0.area)] })
    }

    /// "Thanet 001A: 312 crimes"
    func description(of area: Area, named name: String) -> String {
        "\(name): \(area.value.map { format.amount($0, unit) } ?? text(of: area))"
    }

    private func text(of area: Area) -> String { area.isSuppressed ? "kept back" : format.text(area.value) }
}
