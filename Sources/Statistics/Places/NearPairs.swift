/// The pairs of events that are near enough in space for a Knox table, by band of distance.
struct NearPairs {
    /// Two events, by their numbers.
    struct Pair {
        let one: Int32
        let other: Int32
    }

    /// For each band of distance, its pairs.
    let near: [[Pair]]
    /// The day of each event, from the first day on.
    private let days: [Int]
    /// The band of time for each number of days between two events, as far as the last band reaches.
    private let bands: [Int]
    private let bandCount: Int

    /// More pairs are refused: their lists would need gigabytes, and a table of all that is near to all says little.
    static let most = 20_000_000
    private static let longestBand = 1 << 22

    init(
        of events: [KnoxTable.Event], distances: [Double], days: [Double], metric: KnoxTable.Metric
    ) throws(StatisticsRefusal) {
        guard events.count > 1 else { throw .tooFewEvents(events.count) }
        guard events.count <= Contiguity.most else { throw .tooManyPairs }
        try Self.check(distances)
        try Self.check(days)
        for (number, event) in events.enumerated() where !event.place.isFinite { throw .valueNotFinite(at: number + 1) }
        let (first, last) = events.reduce((Int.max, Int.min)) { (min($0.0, $1.day), max($0.1, $1.day)) }
        let (span, isTooLong) = last.subtractingReportingOverflow(first)
        let reach = min(days.last ?? 0, Double(span) + 1).rounded(.up)
        guard !isTooLong, reach <= Double(Self.longestBand) else { throw .daysTooFarApart }
        self.days = events.map { $0.day - first }
        bandCount = days.count - 1
        bands = (0..<Int(max(reach, 0))).map { Self.band(of: Double($0), in: days) ?? days.count - 1 }
        near = try Self.pairs(events.map(\.place), distances, metric)
    }

    /// The number of all pairs of events, near or not.
    var all: Double { Double(days.count) * Double(days.count - 1) / 2 }

    /// The number of near pairs by band of distance and of time.
    var observed: [[Int]] { counts(days) }

    /// The number of all pairs of events, near or not, by band of time.
    var allByTime: [Int] {
        let sorted = days.sorted()
        var counts = [Int](repeating: 0, count: bandCount + 1)
        // Events of one day are counted together, so that a day of many costs no more than a day of one.
        let runs = sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] } + [sorted.count]
        for run in runs.indices.dropLast() {
            let size = runs[run + 1] - runs[run]
            if let band = bands.first { counts[band] += size * (size - 1) / 2 }
            for later in runs.indices.dropLast().dropFirst(run + 1) {
                let gap = sorted[runs[later]] - sorted[runs[run]]
                guard gap < bands.count else { break }
                counts[bands[gap]] += size * (runs[later + 1] - runs[later])
            }
        }
        return Array(counts.dropLast())
    }

    /// In how many of so many random dealings of the days each cell has as many pairs as are observed, or more.
    func timesReached<Chance: RandomNumberGenerator>(in permutations: Int, using chance: inout Chance) -> [[Int]] {
        let observed = observed
        var times = observed.map { $0.map { _ in 0 } }
        var dealt = days
        for _ in 0..<permutations {
            for place in dealt.indices.dropLast() {
                dealt.swapAt(place, place + chance.number(below: dealt.count - place))
            }
            for (band, counts) in counts(dealt).enumerated() {
                for (time, count) in counts.enumerated() where count >= observed[band][time] { times[band][time] += 1 }
            }
        }
        return times
    }

    private func counts(_ days: [Int]) -> [[Int]] {
        days.withUnsafeBufferPointer { days in
            bands.withUnsafeBufferPointer { bands in
                near.map { pairs in
                    var counts = [Int](repeating: 0, count: bandCount + 1)
                    for pair in pairs {
                        let gap = abs(days[Int(pair.one)] - days[Int(pair.other)])
                        if gap < bands.count { counts[bands[gap]] += 1 }
                    }
                    return Array(counts.dropLast())
                }
            }
        }
    }

    /// Sweeps from west to east, so that only events within the last distance across are looked at.
    private static func pairs(
        _ places: [PlanePoint], _ distances: [Double], _ metric: KnoxTable.Metric
    ) throws(StatisticsRefusal) -> [[Pair]] {
        let order = places.indices.sorted { (places[$0].x, $0) < (places[$1].x, $1) }
        let reach = distances.last ?? 0
        var near = [[Pair]](repeating: [], count: distances.count - 1)
        var total = 0
        for (position, one) in order.enumerated() {
            for other in order[(position + 1)...] {
                let (across, up) = (places[other].x - places[one].x, places[other].y - places[one].y)
                guard across < reach else { break }
                let distance =
                    metric == .manhattan
                    ? across + up.magnitude : (across * across + up * up).squareRoot()
                guard let band = band(of: distance, in: distances) else { continue }
                near[band].append(Pair(one: Int32(one), other: Int32(other)))
                total += 1
                guard total <= most else { throw .tooManyPairs }
            }
        }
        return near
    }

    /// The band that a distance lies in, if it lies in any.
    private static func band(of distance: Double, in ends: [Double]) -> Int? {
        guard let above = ends.firstIndex(where: { distance < $0 }), above > 0 else { return nil }
        return above - 1
    }

    private static func check(_ ends: [Double]) throws(StatisticsRefusal) {
        let rise = zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }
        guard ends.count > 1, rise else { throw .bandsDoNotRise }
    }
}
