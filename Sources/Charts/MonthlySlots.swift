/// Where the months of one or two periods stand along the axis.
struct MonthlySlots: Hashable {
    /// Whether the earlier period lies over the current one, month by month.
    let isOverlay: Bool
    /// The months along the axis, without values; those of the current period where two lie over each other.
    let months: [MonthlyChart.Month]
    private let shift: Int

    /// Periods lie over each other where they are at most twelve months long and begin with the same month of the year.
    init(current: MonthlyChart.Line, earlier: MonthlyChart.Line?) {
        let start = current.months.first?.ordinal ?? 0
        let before = earlier?.months.first?.ordinal ?? start
        let lengths = [current.months.count, earlier?.months.count ?? 0]
        isOverlay = before < start && (start - before) % 12 == 0 && lengths.allSatisfy { $0 <= 12 }
        shift = isOverlay ? start - before : 0
        let ordinals = current.months.map(\.ordinal) + (earlier?.months ?? []).map { [shift] in $0.ordinal + shift }
        guard let first = ordinals.min(), let last = ordinals.max() else {
            months = []
            return
        }
        months = (first...last).map { MonthlyChart.Month(ordinal: $0, value: nil) }
    }

    /// The place along the axis, from 0, of a month of the current period.
    func slot(of month: MonthlyChart.Month) -> Int { month.ordinal - (months.first?.ordinal ?? 0) }

    /// The place along the axis, from 0, of a month of the earlier period.
    func slot(ofEarlier month: MonthlyChart.Month) -> Int { slot(of: month) + shift }
}
