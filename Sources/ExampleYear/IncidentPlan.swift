/// How many incidents each month has.
struct IncidentPlan {
    struct MonthCounts {
        /// Incidents in the district, by the index of their type.
        var placed: [Int]
        /// Incidents without a place, on top: they belong to the force and to no district.
        var unplaced: Int
    }

    private(set) var months: [MonthCounts]

    /// One row in so many has no place: about 1,100 of 148,000 in Kent, January to November 2014.
    private static let placedPerUnplaced = 134

    init(facts: ExampleFacts, seed: UInt64) {
        var months = [MonthCounts](
            repeating: MonthCounts(placed: Array(repeating: 0, count: facts.types.count), unplaced: 0),
            count: facts.years.count * 12)
        for (index, type) in facts.types.enumerated() {
            var random = ExampleRandom(seed: seed, for: .months(index))
            for (month, count) in YearSpread(of: type, by: &random).counts.enumerated() {
                months[month].placed[index] = count
            }
        }
        var random = ExampleRandom(seed: seed, for: .months(facts.types.count))
        for month in months.indices {
            let usual = months[month].placed.reduce(0, +) / Self.placedPerUnplaced
            months[month].unplaced = usual / 2 + random.below(usual + 1)
        }
        self.months = months
    }

    /// The same plan with so many rows in all: each count grown or shrunk alike, and rounded so that none is lost.
    func scaled(to rows: Int) -> IncidentPlan {
        let sum = months.map { $0.placed.reduce(0, +) + $0.unplaced }.reduce(0, +)
        guard sum > 0 else { return self }
        var (before, given) = (0, 0)
        func share(of count: Int) -> Int {
            before += count
            let upToHere = Int(Double(before) / Double(sum) * Double(rows) + 0.5)
            defer { given = upToHere }
            return upToHere - given
        }
        var scaled = self
        for month in months.indices {
            scaled.months[month].placed = months[month].placed.map(share)
            scaled.months[month].unplaced = share(of: months[month].unplaced)
        }
        return scaled
    }
}
