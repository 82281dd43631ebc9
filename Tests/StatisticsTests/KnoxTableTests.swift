import Testing

@testable import Statistics

@Suite("Knox’s table of near repeats")
struct KnoxTableTests {
    private static func events(_ count: Int, seed: UInt64 = 5) -> [KnoxTable.Event] {
        var chance = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            let place = PlanePoint(
                x: Double(Int.random(in: 0...60, using: &chance)), y: Double(Int.random(in: 0...60, using: &chance)))
            return KnoxTable.Event(place: place, day: Int.random(in: -40...40, using: &chance))
        }
    }

    @Test("pairs are counted as one by one", arguments: [KnoxTable.Metric.euclidean, .manhattan])
    func oneByOne(metric: KnoxTable.Metric) throws {
        let events = Self.events(240)
        let (distances, days) = ([2.0, 5, 10, 30], [0.5, 3, 7.5])
        let knox = try KnoxTable(of: events, distances: distances, days: days, metric: metric)
        var counts = [[Int]](repeating: [0, 0], count: 3)
        for (number, one) in events.enumerated() {
            for other in events[(number + 1)...] {
                let (across, up) = (abs(one.place.x - other.place.x), abs(one.place.y - other.place.y))
                let distance = metric == .manhattan ? across + up : (across * across + up * up).squareRoot()
                let gap = Double(abs(one.day - other.day))
                for band in 0..<3 where distances[band] <= distance && distance < distances[band + 1] {
                    for time in 0..<2 where days[time] <= gap && gap < days[time + 1] { counts[band][time] += 1 }
                }
            }
        }
        #expect(knox.cells.map { $0.map(\.observed) } == counts)
        #expect(counts.joined().allSatisfy { $0 > 0 })
    }

    @Test("what is expected is the mean over every way to deal out the days")
    func expected() throws {
        let places = [0.0, 1, 1, 5, 5].map { PlanePoint(x: $0, y: 0) }
        let tables = try Maps.orders([0, 0, 2, 9, 30]).map { days in
            try KnoxTable(
                of: zip(places, days).map { .init(place: $0, day: Int($1)) }, distances: [0, 1, 4.5], days: [0, 3, 10],
                metric: .euclidean)
        }
        for band in 0..<2 {
            for time in 0..<2 {
                let mean = Maps.mean(tables.map { Double($0.cells[band][time].observed) })
                #expect(isClose(mean, tables[0].cells[band][time].expected))
            }
        }
    }

    @Test("bands that reach for ever hold every pair")
    func everyPair() throws {
        let events = Self.events(50)
        let knox = try KnoxTable(of: events, distances: [0, .infinity], days: [0, .infinity], metric: .euclidean)
        #expect(knox.cells[0][0].observed == 1225)
        #expect(knox.cells[0][0].expected == 1225)
        #expect(knox.cells[0][0].ratio == 1)
        #expect(knox.probability(of: knox.cells[0][0]) == nil)
    }

    @Test("repeats are found, and where days are dealt out by chance they are not")
    func repeats() throws {
        var chance = SplitMix64(seed: 3)
        let single = Self.events(100)
        let again = single.prefix(40).map { KnoxTable.Event(place: $0.place, day: $0.day + 2) }
        let knox = try KnoxTable(
            of: single + again, distances: [0, 0.1, 10], days: [0, 4, 20], metric: .manhattan, permutations: 199,
            using: &chance)
        let cell = knox.cells[0][0]
        #expect(try #require(knox.probability(of: cell)) == 0.005)
        #expect(try #require(cell.ratio) > 5)
        #expect(try #require(knox.probability(of: knox.cells[1][1])) > 0.02)
    }

    @Test("a cell without pairs has the probability 1, and no ratio where none is expected")
    func emptyCell() throws {
        var chance = SplitMix64(seed: 3)
        let events = [0, 50, 100].map { KnoxTable.Event(place: PlanePoint(x: Double($0), y: 0), day: $0) }
        let knox = try KnoxTable(
            of: events, distances: [0, 10, 60], days: [0, 10], metric: .euclidean, permutations: 9, using: &chance)
        #expect(knox.cells[0][0].ratio == nil)
        #expect(knox.probability(of: knox.cells[0][0]) == 1)
        #expect(knox.cells[1][0].observed == 0)
    }

    @Test("the same seed gives the same table")
    func seeded() throws {
        let tables = try ([4, 4, 5] as [UInt64]).map { seed in
            var chance = SplitMix64(seed: seed)
            return try KnoxTable(
                of: Self.events(80), distances: [0, 20], days: [0, 10], metric: .euclidean, permutations: 500,
                using: &chance)
        }
        #expect(tables[0] == tables[1])
        #expect(tables[0] != tables[2])
    }

    @Test("what makes no table is refused")
    func refused() {
        let events = Self.events(3)
        func table(_ events: [KnoxTable.Event], _ distances: [Double], _ days: [Double]) throws {
            _ = try KnoxTable(of: events, distances: distances, days: days, metric: .euclidean)
        }
        #expect(throws: StatisticsRefusal.tooFewEvents(1)) { try table([events[0]], [0, 1], [0, 1]) }
        #expect(throws: StatisticsRefusal.tooFewEvents(0)) { try table([], [0, 1], [0, 1]) }
        for ends in [[], [1], [1, 1], [2, 1], [0, .nan]] as [[Double]] {
            #expect(throws: StatisticsRefusal.bandsDoNotRise) { try table(events, ends, [0, 1]) }
            #expect(throws: StatisticsRefusal.bandsDoNotRise) { try table(events, [0, 1], ends) }
        }
        let nowhere = KnoxTable.Event(place: PlanePoint(x: .infinity, y: 0), day: 0)
        #expect(throws: StatisticsRefusal.valueNotFinite(at: 4)) { try table(events + [nowhere], [0, 1], [0, 1]) }
        let (first, last) = (
            KnoxTable.Event(place: events[0].place, day: .min), KnoxTable.Event(place: events[0].place, day: .max)
        )
        #expect(throws: StatisticsRefusal.daysTooFarApart) { try table([first, last], [0, 1], [0, 1]) }
        #expect(throws: StatisticsRefusal.permutations(0)) {
            var chance = SplitMix64(seed: 3)
            _ = try KnoxTable(
                of: events, distances: [0, 1], days: [0, 1], metric: .euclidean, permutations: 0, using: &chance)
        }
    }
}
