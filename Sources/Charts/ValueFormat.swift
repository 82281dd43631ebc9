import Wording

/// How a chart writes its numbers.
public enum ValueFormat: Hashable, Sendable {
    /// Whole numbers: "148,133".
    case count
    /// So many decimal places: "12.4".
    case decimal(places: Int)
    /// A share between 0 and 1 as a percentage with so many decimal places: "4.3%".
    case share(places: Int)

    public func text(_ value: Double) -> String {
        switch self {
        case .count: value.rounded(places: 0)
        case .decimal(let places): value.rounded(places: places)
        case .share(let places): (value * 100).rounded(places: places) + "%"
        }
    }

    /// The number in the format, or "no data".
    func text(_ value: Double?) -> String { value.map { text($0) } ?? noData }

    /// The format of an axis whose labels stand this far apart, as d3-format writes it.
    func axisFormat(step: Double) -> String {
        switch self {
        case .count, .decimal: ",.\(Self.places(of: step))f"
        case .share: ".\(Self.places(of: step * 100))%"
        }
    }

    /// How many decimal places a number needs, at most six.
    static func places(of value: Double) -> Int {
        (0..<6).first { places in
            let scaled = abs(value) * power(places)
            return abs(scaled - scaled.rounded()) <= 1e-6 * scaled
        } ?? 6
    }
}

/// What a cell says where there is no value.
let noData = "no data"

/// Ten to the power of a small whole number.
func power(_ exponent: Int) -> Double {
    let magnitude = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? 1 / magnitude : magnitude
}
