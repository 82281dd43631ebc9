import Statistics
import Testing

@Suite("How unlike places are in several respects at once")
struct StandardisedDistanceTests {
    @Test("each respect is told in standard deviations, and they weigh alike whatever their units")
    func units() throws {
        // Both columns have the deviation 1 and 1,000 about their means.
        let small: [Double?] = [0, 1, 2]
        let large: [Double?] = [0, 1_000, 2_000]
        let distance = try StandardisedDistance(from: 0, respects: [[small], [large]])
        #expect(distance.places[0]?.distance == 0)
        #expect(distance.places[1]?.parts == [1, 1])
        #expect(distance.places[1]?.distance == 1)
        #expect(distance.places[2]?.distance == 2)
    }

    @Test("a respect of several columns counts as one, by the root of the mean square")
    func severalColumns() throws {
        let distance = try StandardisedDistance(
            from: 0, respects: [[[0, 1, 2]], [[0, 1, 2], [5, 5, 5]]])
        let parts = try #require(distance.places[2]?.parts)
        #expect(parts[0] == 2)
        #expect(abs(parts[1] - (4.0 / 2).squareRoot()) < 1e-12, "where all are alike they differ in nothing")
        #expect(abs((distance.places[2]?.distance ?? 0) - ((4.0 + 2.0) / 2).squareRoot()) < 1e-12)
    }

    @Test("a place of which something is not known has no distance, and moves nobody else’s")
    func missing() throws {
        let with = try StandardisedDistance(from: 0, respects: [[[0, 1, 2, nil]], [[3, 5, 4, 900]]])
        let without = try StandardisedDistance(from: 0, respects: [[[0, 1, 2]], [[3, 5, 4]]])
        #expect(with.places[3] == nil)
        #expect(Array(with.places.prefix(3)) == without.places)
    }

    @Test("adding a number to a column, or multiplying it, changes no distance")
    func scale() throws {
        let one: [Double?] = [3, 9, 4, 1, 7]
        let other: [Double?] = [0.2, 0.1, 0.9, 0.4, 0.3]
        let plain = try StandardisedDistance(from: 2, respects: [[one], [other]])
        let moved = try StandardisedDistance(from: 2, respects: [[one.map { $0.map { $0 * 50 + 7 } }], [other]])
        for (plain, moved) in zip(plain.places, moved.places) {
            #expect(abs((plain?.distance ?? -1) - (moved?.distance ?? -2)) < 1e-9)
        }
    }

    @Test("too few places, an own place that is not known, and strange numbers are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.tooFewAreas(2, needed: 3)) {
            try StandardisedDistance(from: 0, respects: [[[1, 2, nil]]])
        }
        #expect(throws: StatisticsRefusal.noSuchArea(3, areas: 4)) {
            try StandardisedDistance(from: 3, respects: [[[1, 2, 3, nil]]])
        }
        #expect(throws: StatisticsRefusal.lengthsDiffer(3, 2)) {
            try StandardisedDistance(from: 0, respects: [[[1, 2], [1, 2, 3]]])
        }
        #expect(throws: StatisticsRefusal.self) {
            try StandardisedDistance(from: 0, respects: [[[1, 2, .infinity]]])
        }
    }
}
