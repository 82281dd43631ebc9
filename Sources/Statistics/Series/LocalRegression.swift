/// Local regression (loess) of values at whole, evenly spaced positions 0, 1, 2, …, with tricube weights.
///
/// Where each point of the curve is fitted, and with what weights, depends on the positions alone, so that it is worked
/// out once and used for every series of the same length. *Source*: Cleveland 1979; the windows at the ends and the small
/// margins are those of the STL program of Cleveland, Cleveland, McRae & Terpenning 1990.
struct LocalRegression: Sendable {
    /// The number of values that are smoothed.
    let count: Int
    let degree: STL.Degree

    /// The number of values each point is fitted to: the window, or all where there are fewer.
    private let width: Int
    private let points: [Point]
    /// The tricube weights of each point's window, one window after another.
    private let kernel: [Double]
    /// What each value of a window is multiplied by where all values count alike, one window after another.
    private let coefficients: [Double]

    /// A point of the curve, from −1 to `count`, and the first value it is fitted to.
    private struct Point {
        let position: Int
        let start: Int
    }

    /// - Parameter beyond: how many points before the first and after the last value the curve has: 0 or 1.
    /// - Precondition: `count` and `window` are above 0.
    init(count: Int, window: Int, degree: STL.Degree, beyond: Int = 0) {
        self.count = count
        self.degree = degree
        let width = min(window, count)
        self.width = width
        points = (-beyond..<count + beyond).map { position in
            Point(position: position, start: max(0, min(count - width, position - (window - 1) / 2)))
        }
        let widening = max(0, window - count) / 2
        kernel = points.flatMap { Self.tricube(at: $0, width: width, widening: widening) }
        var coefficients: [Double] = []
        for (index, point) in points.enumerated() {
            let weights = kernel[index * width..<(index + 1) * width]
            coefficients += Self.line(weights, point, degree: degree, range: Double(count - 1))
        }
        self.coefficients = coefficients
    }

    /// The curve where all values count alike, written from `offset` on, every `stride`th place.
    /// - Precondition: there are `count` values.
    func smooth(_ values: [Double], into curve: inout [Double], from offset: Int = 0, by stride: Int = 1) {
        values.withUnsafeBufferPointer { values in
            coefficients.withUnsafeBufferPointer { coefficients in
                for (index, point) in points.enumerated() {
                    let first = index * width
                    // Two sums, because each addition has to wait for the one before it.
                    var (even, odd) = (0.0, 0.0)
                    var at = 0
                    while at + 1 < width {
                        even += coefficients[first + at] * values[point.start + at]
                        odd += coefficients[first + at + 1] * values[point.start + at + 1]
                        at += 2
                    }
                    if at < width { even += coefficients[first + at] * values[point.start + at] }
                    curve[offset + index * stride] = even + odd
                }
            }
        }
    }

    /// The curve where values count by `weights` as well as by their distance.
    ///
    /// Where no value of a window counts, the value at the point stands; beyond the ends, the curve's end.
    /// - Precondition: there are `count` values and as many weights, none of them negative.
    func smooth(
        _ values: [Double], weights: [Double], into curve: inout [Double], from offset: Int = 0, by stride: Int = 1
    ) {
        for (index, point) in points.enumerated() where values.indices.contains(point.position) {
            curve[offset + index * stride] = fitted(index, values, weights) ?? values[point.position]
        }
        guard let last = points.indices.last, points[0].position < 0 else { return }
        curve[offset] = fitted(0, values, weights) ?? curve[offset + stride]
        curve[offset + last * stride] = fitted(last, values, weights) ?? curve[offset + (last - 1) * stride]
    }

    /// One point of the weighted curve, from the moments of its window about it; `nil` where no value counts.
    private func fitted(_ index: Int, _ values: [Double], _ weights: [Double]) -> Double? {
        let point = points[index]
        var (total, first, second, height, product) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for at in 0..<width {
            let weight = kernel[index * width + at] * weights[point.start + at]
            let distance = Double(point.start + at - point.position)
            total += weight
            first += weight * distance
            second += weight * distance * distance
            height += weight * values[point.start + at]
            product += weight * distance * values[point.start + at]
        }
        guard total > 0 else { return nil }
        let (middle, mean) = (first / total, height / total)
        let variance = second / total - middle * middle
        guard degree == .line, Self.bearsSlope(variance, range: Double(count - 1)) else { return mean }
        return mean - middle * (product / total - middle * mean) / variance
    }

    private static func tricube(at point: Point, width: Int, widening: Int) -> [Double] {
        let reach = max(point.position - point.start, point.start + width - 1 - point.position) + widening
        return (point.start..<point.start + width).map { position in
            let distance = abs(Double(position - point.position))
            guard distance <= 0.999 * Double(reach) else { return 0 }
            guard distance > 0.001 * Double(reach) else { return 1 }
            let part = distance / Double(reach)
            let rest = 1 - part * part * part
            return rest * rest * rest
        }
    }

    /// The weights of the mean, or of the line's height, at a point.
    private static func line(
        _ kernel: ArraySlice<Double>, _ point: Point, degree: STL.Degree, range: Double
    ) -> [Double] {
        let total = kernel.reduce(0, +)
        let weights = kernel.map { $0 / total }
        let distances = weights.indices.map { Double(point.start + $0 - point.position) }
        let middle = zip(weights, distances).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = zip(weights, distances).reduce(0) { $0 + $1.0 * ($1.1 - middle) * ($1.1 - middle) }
        guard degree == .line, bearsSlope(variance, range: range) else { return weights }
        return zip(weights, distances).map { $0 * (1 - middle * ($1 - middle) / variance) }
    }

    /// Whether the positions that count lie far enough apart for a line through them.
    private static func bearsSlope(_ variance: Double, range: Double) -> Bool {
        variance.squareRoot() > 0.001 * range
    }
}
