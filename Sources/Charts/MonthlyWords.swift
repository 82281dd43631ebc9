extension MonthlyChart {
    public var sentence: String {
        let lines = [current, earlier].compactMap(\.self)
        let shown = MonthlyBreaks.shown(breaks, current: current, earlier: earlier)
        return (lines.flatMap { [extremes(of: $0), gaps(in: $0)] } + [shown.sentence]).compactMap(\.self)
            .joined(separator: " ")
    }

    public var table: ChartTable {
        guard let earlier else {
            return ChartTable(
                headings: ["Month", unit.capitalisedFirst],
                rows: current.months.map { ["\($0.name) \($0.year)", format.text($0.value)] })
        }
        guard MonthlySlots(current: current, earlier: earlier).isOverlay else {
            return ChartTable(
                headings: ["Month", "Period", unit.capitalisedFirst],
                rows: [earlier, current].flatMap { line in
                    line.months.map { ["\($0.name) \($0.year)", line.label, format.text($0.value)] }
                })
        }
        let longer = current.months.count < earlier.months.count ? earlier : current
        return ChartTable(
            headings: ["Month", current.label, earlier.label],
            rows: longer.months.enumerated().map { index, month in
                [month.name]
                    + [current, earlier].map { line in
                        line.months.indices.contains(index) ? format.text(line.months[index].value) : ""
                    }
            })
    }

    /// "For 2015, the highest was July, with 1,140 crimes, and the lowest was February, with 780."
    private func extremes(of line: Line) -> String {
        let known = line.months.filter { $0.value != nil }
        guard let high = known.compactMap(\.value).max(), let low = known.compactMap(\.value).min() else {
            return "For \(line.label) there is no data."
        }
        if known.count == 1 {
            return "For \(line.label) there is one month, \(name(known[0], in: line)), with \(amount(high))."
        }
        if high == low { return "For \(line.label), each month has \(amount(high))." }
        return "For \(line.label), the highest \(months(at: high, in: line)), with \(amount(high)), "
            + "and the lowest \(months(at: low, in: line)), with \(format.text(low))."
    }

    private func months(at value: Double, in line: Line) -> String {
        let names = line.months.filter { $0.value == value }.map { name($0, in: line) }
        switch names.count {
        case 1: return "was \(names[0])"
        case 2...3: return "were \(names.listed)"
        default: return "were \(names.count) months"
        }
    }

    private func gaps(in line: Line) -> String? {
        let missing = line.months.filter { $0.value == nil }
        guard !missing.isEmpty, missing.count < line.months.count else { return nil }
        return "There is no data for \(missing.map { name($0, in: line) }.listed)."
    }

    func amount(_ value: Double) -> String { format.amount(value, unit) }

    /// The month's name, with its year unless the period's label tells it.
    private func name(_ month: Month, in line: Line) -> String {
        let oneYear = line.months.first?.year == line.months.last?.year
        return oneYear && line.label.contains(String(month.year)) ? month.name : "\(month.name) \(month.year)"
    }
}
