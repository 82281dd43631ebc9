/// An axis of values that always holds zero, with round numbers on it.
struct ValueAxis: Hashable, Sendable {
    let lower: Double
    let upper: Double
    let step: Double

    /// - Parameters:
    ///   - ticks: about how many steps there may be.
    ///   - whole: whether the values are whole numbers, which need no steps between them.
    init(covering values: some Sequence<Double>, ticks: Int, whole: Bool) {
        let (low, high) = values.reduce((0.0, 0.0)) { (min($0.0, $1), max($0.1, $1)) }
        let span = high - low
        guard span > 0, span.isFinite else {
            (lower, upper, step) = (0, 1, 1)
            return
        }
        step = Self.roundStep(atLeast: span / Double(ticks), whole: whole)
        lower = (low / step).rounded(.down) * step
        upper = (high / step).rounded(.up) * step
    }

    /// The numbers written on the axis, zero among them.
    var ticks: [Double] {
        (Int((lower / step).rounded())...Int((upper / step).rounded())).map { Double($0) * step }
    }

    var domain: JSONValue { [.number(lower), .number(upper)] }

    /// The smallest of 1, 2, 5, 10, 20, 25, 50, 100… (or tenths of them) not below the number.
    private static func roundStep(atLeast wanted: Double, whole: Bool) -> Double {
        var exponent = 0
        while power(exponent + 1) <= wanted { exponent += 1 }
        while power(exponent) > wanted, exponent > -12, !whole { exponent -= 1 }
        let steps = whole && exponent == 0 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]
        return steps.map { $0 * power(exponent) }.first { $0 >= wanted * (1 - 1e-9) } ?? wanted
    }
}
