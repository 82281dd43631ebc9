import Foundation

/// The scale on which areas' values lie about the centre as normal ones do, whatever their size.
///
/// *Source*: Spiegelhalter 2005, "Funnel plots for comparing institutional performance" and "Handling over-dispersion of
/// performance indicators"; Care Quality Commission (square root), NHS Digital's SHMI (logarithm).
public enum FunnelScale: Hashable, Sendable {
    /// For counts beside what was expected of them. It holds counts of 0.
    case squareRoot
    /// For counts beside what was expected of them. It holds no count of 0 unless it is trimmed away.
    case logarithm
    /// For parts of a whole.
    case arcsine

    func transformed(_ value: Double) -> Double {
        switch self {
        case .squareRoot: value.squareRoot()
        case .logarithm: log(value)
        case .arcsine: asin(min(1, value.squareRoot()))
        }
    }

    /// The value at a place on this scale. Beyond the end of the scale it is the value at its end, where squaring, or the
    /// square of a sine, would come back from it.
    func value(at place: Double) -> Double {
        switch self {
        case .squareRoot: Self.squared(max(0, place))
        case .logarithm: exp(place)
        case .arcsine: Self.squared(sin(min(max(0, place), .pi / 2)))
        }
    }

    /// The standard error on this scale that chance gives an area, by what was expected of it or by its total.
    func error(size: Double) -> Double {
        self == .logarithm ? 1 / size.squareRoot() : 0.5 / size.squareRoot()
    }

    private static func squared(_ x: Double) -> Double { x * x }
}
