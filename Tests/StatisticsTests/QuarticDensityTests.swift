import Testing

@testable import Statistics

@Suite("Kernel density")
struct QuarticDensityTests {
    private static func points(_ count: Int, within side: Double, seed: UInt64 = 7) -> [PlanePoint] {
        var chance = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            PlanePoint(x: .random(in: -side...side, using: &chance), y: .random(in: -side...side, using: &chance))
        }
    }

    @Test("the density is that of adding up every event", arguments: [3.0, 40, 1000])
    func sameAsEvery(radius: Double) throws {
        let events = Self.points(300, within: 200)
        let density = try QuarticDensity(of: events, radius: radius)
        for place in Self.points(200, within: 300, seed: 8) + events.prefix(20) {
            let sum = events.reduce(0.0) { sum, event in
                let (across, up) = ((event.x - place.x) / radius, (event.y - place.y) / radius)
                let rest = 1 - across * across - up * up
                return rest > 0 ? sum + 3 / (.pi * radius * radius) * rest * rest : sum
            }
            #expect(isClose(density.density(at: place), sum, within: 1e-12))
        }
    }

    @Test("all densities together make up the number of events")
    func whole() throws {
        let events = Self.points(12, within: 20)
        let density = try QuarticDensity(of: events, radius: 15)
        var sum = 0.0
        for x in -80..<80 {
            for y in -80..<80 { sum += density.density(at: PlanePoint(x: Double(x) / 2, y: Double(y) / 2)) / 4 }
        }
        #expect(isClose(sum, 12, within: 1e-3))
    }

    @Test("events at one point count each, and an event from a radius away counts nothing")
    func edges() throws {
        let corner = PlanePoint(x: 10, y: -10)
        let one = try QuarticDensity(of: [corner], radius: 5)
        let three = try QuarticDensity(of: [corner, corner, corner], radius: 5)
        #expect(isClose(three.density(at: corner), 3 * one.density(at: corner)))
        #expect(one.density(at: PlanePoint(x: 15, y: -10)) == 0)
        #expect(one.density(at: PlanePoint(x: 10, y: -15)) == 0)
        #expect(one.density(at: PlanePoint(x: 14.9, y: -10)) > 0)
    }

    @Test("nothing happened, so nothing is dense")
    func empty() throws {
        let none = try QuarticDensity(of: [], radius: 5)
        #expect(none.densityAtEvents.isEmpty)
        #expect(none.density(at: PlanePoint(x: 0, y: 0)) == 0)
        #expect(none.density(at: PlanePoint(x: .nan, y: 0)) == 0)
    }

    @Test("places so far out that the radius is lost in rounding are counted once")
    func farOut() throws {
        let far = PlanePoint(x: 1e300, y: -1e300)
        let density = try QuarticDensity(of: [far, far, PlanePoint(x: -1e308, y: 1e308)], radius: 2)
        let one = try QuarticDensity(of: [PlanePoint(x: 0, y: 0)], radius: 2)
        #expect(density.density(at: far) == 2 * one.density(at: PlanePoint(x: 0, y: 0)))
        let tiny = try QuarticDensity(of: [PlanePoint(x: 1e300, y: 1e300)], radius: 1e-100)
        #expect(tiny.densityAtEvents[0] > 0 && tiny.densityAtEvents[0].isFinite)
    }

    @Test("a radius that is none and a point that is none are refused")
    func refused() {
        let point = PlanePoint(x: 0, y: 0)
        #expect(throws: StatisticsRefusal.notPositive(0)) { try QuarticDensity(of: [point], radius: 0) }
        #expect(throws: StatisticsRefusal.notPositive(-.infinity)) { try QuarticDensity(of: [], radius: -.infinity) }
        #expect(throws: StatisticsRefusal.outOfRange) { try QuarticDensity(of: [point], radius: 1e-200) }
        #expect(throws: StatisticsRefusal.outOfRange) { try QuarticDensity(of: [point], radius: 1e200) }
        #expect(throws: StatisticsRefusal.valueNotFinite(at: 2)) {
            try QuarticDensity(of: [point, PlanePoint(x: 0, y: .nan)], radius: 1)
        }
    }
}
