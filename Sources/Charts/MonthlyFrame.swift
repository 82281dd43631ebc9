/// The size of a monthly picture, and how much text fits it.
struct MonthlyFrame: Hashable {
    let width: Double
    let height: Double
    let fontSize: Double
    /// About how many steps the axis of values has.
    let ticks: Int
    let isCompact: Bool

    static func full(_ width: ChartWidth) -> MonthlyFrame {
        switch width {
        case .wide: MonthlyFrame(width: 680, height: 250, fontSize: 13, ticks: 5, isCompact: false)
        case .narrow: MonthlyFrame(width: 340, height: 200, fontSize: 13, ticks: 4, isCompact: false)
        }
    }

    /// One of many: three across a wide page, one across a narrow one.
    static func compact(_ width: ChartWidth) -> MonthlyFrame {
        switch width {
        case .wide: MonthlyFrame(width: 216, height: 84, fontSize: 12, ticks: 2, isCompact: true)
        case .narrow: MonthlyFrame(width: 340, height: 84, fontSize: 12, ticks: 2, isCompact: true)
        }
    }

    /// Pixels from one month to the next, about: the axis and the names at the lines' ends take the rest.
    func pitch(of slots: MonthlySlots) -> Double {
        (width - (isCompact ? 60 : 90)) / Double(max(slots.months.count, 1))
    }

    /// The lines of each month's label, as many labels as have room; an empty one keeps its tick. The year stands
    /// under the first month of it that is labelled, unless two years lie over each other.
    func labels(for slots: MonthlySlots) -> [[String]] {
        var year: Int?
        return slots.months.enumerated().map { index, month in
            guard isLabelled(month, at: index, of: slots) else { return [] }
            defer { year = month.year }
            if pitch(of: slots) * 6 < fontSize * 2.7, !isCompact { return [String(month.year)] }
            return slots.isOverlay || year == month.year ? [month.shortName] : [month.shortName, String(month.year)]
        }
    }

    private func isLabelled(_ month: MonthlyChart.Month, at index: Int, of slots: MonthlySlots) -> Bool {
        if isCompact { return index == 0 || index == slots.months.count - 1 }
        let room = fontSize * 2.7 / pitch(of: slots)
        let every = [1, 2, 3, 6, 12, 24, 60, 120].first { Double($0) >= room } ?? 240
        return month.ordinal.isMultiple(of: every)
    }
}
