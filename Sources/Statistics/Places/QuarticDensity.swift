/// How thickly events lie around a place: kernel density with the quartic kernel, which counts an event less the further
/// away it is, and not at all from a radius on.
///
/// Density at a place = Σ 3/(πh²) (1 − (d/h)²)² over the events nearer than h. Nothing is corrected at the edge of the
/// map, so that the density falls off there. *Source*: Silverman 1986, equation 4.5; the same as R's spatstat with
/// `kernel = "quartic"` and sigma = h/√8.
///
/// It needs points that are where things happened. The points of data.police.uk are not: each stands for several
/// streets, and a density over them shows where those points were put.
public struct QuarticDensity: Hashable, Sendable {
    /// h: the distance from which an event no longer counts.
    public let radius: Double
    /// The events in the order in which they were given.
    public let events: [PlanePoint]
    /// The density at the distance 0 from a single event.
    private let peak: Double
    /// The events strip by strip from south to north, each strip as high as the radius, and from west to east in it.
    private let sorted: [PlanePoint]
    private let strips: [Double: Range<Int>]

    /// - Parameters:
    ///   - events: points that coincide count each.
    ///   - radius: in the unit of the points.
    /// - Throws: `StatisticsRefusal` for a radius that is not positive, or a point that is infinite or no number.
    public init(of events: [PlanePoint], radius: Double) throws(StatisticsRefusal) {
        self.radius = try radius.admittedExposure()
        for (number, event) in events.enumerated() where !event.isFinite { throw .valueNotFinite(at: number + 1) }
        peak = 3 / .pi / radius / radius
        guard peak.isNormal else { throw .outOfRange }
        self.events = events
        let strip = { (event: PlanePoint) in Self.strip(of: event, radius) }
        sorted = events.sorted { (strip($0), $0.x, $0.y) < (strip($1), $1.x, $1.y) }
        var strips: [Double: Range<Int>] = [:]
        for (index, event) in sorted.enumerated() {
            let first = strips[strip(event)]?.lowerBound ?? index
            strips[strip(event)] = first..<(index + 1)
        }
        self.strips = strips
    }

    /// Events for each square of the unit of length. 0 where there is none within the radius, and at no place at all.
    public func density(at place: PlanePoint) -> Double {
        guard place.isFinite else { return 0 }
        let strip = Self.strip(of: place, radius)
        var (sum, isCounted) = (0.0, false)
        for near in [strip - 1, strip, strip + 1] {
            // Where strips are numbered so high that one more is no different, the neighbour is the strip itself.
            guard near != strip || !isCounted else { continue }
            isCounted = isCounted || near == strip
            if let range = strips[near] { sum += nearness(to: place, in: range) }
        }
        return sum * peak
    }

    /// The density at each event, which is itself one of the events that count there; in the order given.
    public var densityAtEvents: [Double] {
        events.map { density(at: $0) }
    }

    /// The sum of (1 − (d/h)²)² over the events of a strip that lie near enough.
    private func nearness(to place: PlanePoint, in range: Range<Int>) -> Double {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if (sorted[middle].x - place.x) / radius <= -1 { low = middle + 1 } else { high = middle }
        }
        var sum = 0.0
        for event in sorted[low..<range.upperBound] {
            let across = (event.x - place.x) / radius
            guard across < 1 else { break }
            let up = (event.y - place.y) / radius
            let rest = 1 - (across * across + up * up)
            if rest > 0 { sum += rest * rest }
        }
        return sum
    }

    private static func strip(of place: PlanePoint, _ radius: Double) -> Double {
        (place.y / radius).rounded(.down)
    }
}
