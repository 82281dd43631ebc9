import Foundation

/// The months that a month is compared with.
struct ExceedanceBaseline: Sendable {
    let months: [BlockTrendModel.Month]
    /// Blocks are numbered from 0 in the order of the year, but that those without a known month are left out.
    let blocks: Int
    /// Of the windows, and of the month that is judged.
    let windowBlock: Int
    let month: Int
    /// ln of the population of the month that is judged, or 0.
    let offset: Double
    let years: Int

    /// Whether any month of the windows has an event: otherwise there is no level to fit.
    var hasEvents: Bool {
        months.contains { $0.block == windowBlock && $0.count > 0 }
    }

    /// Whether a slope can be told from the levels.
    var canBearTrend: Bool {
        guard months.count - blocks - 1 > 0 else { return false }
        var first: [Int: Double] = [:]
        for month in months {
            guard let time = first[month.block] else {
                first[month.block] = month.time
                continue
            }
            if time != month.time { return true }
        }
        return false
    }

    init(
        of counts: [Int?], at month: Int, populations: [Double]?, _ settings: Exceedance.Settings
    ) throws(StatisticsRefusal) {
        years = try Self.years(before: month, in: counts, settings)
        if let populations, populations.count != counts.count {
            throw .wrongLength(populations.count, expected: counts.count)
        }
        let levels = Self.levels(at: month, years: years, settings)
        let places = levels.indices.filter { levels[$0] != nil }
        let known = places.filter { counts[$0] != nil }
        let present = Set(known.compactMap { levels[$0] }).sorted()
        // Half of them, and enough to see how much they vary about their levels.
        let needed = max(present.count + 2, (places.count + 1) / 2)
        guard known.count >= needed, let windows = present.firstIndex(of: settings.blocks - 1) else {
            throw .baselineTooThin(known: known.count, needed: needed)
        }
        let number = Dictionary(uniqueKeysWithValues: zip(present, present.indices))
        var months: [BlockTrendModel.Month] = []
        for place in known {
            guard let count = counts[place], let level = levels[place], let block = number[level] else { continue }
            months.append(
                BlockTrendModel.Month(
                    count: try count.admitted(), time: Double(place), block: block,
                    offset: try Self.offset(populations, place)))
        }
        self.months = months
        blocks = present.count
        windowBlock = windows
        self.month = month
        offset = try Self.offset(populations, month)
    }

    private static func offset(_ populations: [Double]?, _ month: Int) throws(StatisticsRefusal) -> Double {
        guard let populations else { return 0 }
        return try log(populations[month].admittedExposure())
    }

    /// How many years back the windows are there, from the first month that is known.
    private static func years(
        before month: Int, in counts: [Int?], _ settings: Exceedance.Settings
    ) throws(StatisticsRefusal) -> Int {
        let first = settings.years == nil ? counts.firstIndex { $0 != nil } ?? 0 : 0
        let there = max(0, month - settings.halfWindow - first) / settings.period
        let needed = settings.years ?? Exceedance.fewestYears
        guard there >= needed else { throw .tooFewYears(there, needed: needed) }
        return settings.years ?? min(there, Exceedance.mostYears)
    }

    /// The block of each month up to the one that is judged, from 0; `nil` for those that don't enter.
    ///
    /// The windows have the last block. The months between two of them fall into blocks whose lengths differ by one at
    /// most, the longer first.
    private static func levels(at month: Int, years: Int, _ settings: Exceedance.Settings) -> [Int?] {
        let (half, windows) = (settings.halfWindow, settings.blocks - 1)
        var levels: [Int?] = Array(repeating: nil, count: month + 1)
        let between = settings.period - 2 * half - 1
        for year in 0...years {
            let middle = month - year * settings.period
            for place in max(0, middle - half)...min(month, middle + half) { levels[place] = windows }
            guard year > 0, windows > 0 else { continue }
            let (length, longer) = between.quotientAndRemainder(dividingBy: windows)
            var place = middle + half + 1
            for block in 0..<windows {
                for _ in 0..<length + (block < longer ? 1 : 0) {
                    levels[place] = block
                    place += 1
                }
            }
        }
        for place in max(0, month - settings.recentLeftOut)...month { levels[place] = nil }
        return levels
    }
}
