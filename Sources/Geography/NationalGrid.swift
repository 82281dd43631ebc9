import Foundation

/// The plane maps are drawn on: a transverse Mercator projection with the parameters of the British National Grid.
///
/// Angles and shapes are true and lengths within 0.1 % all over England and Wales. Degrees are taken as they come
/// (WGS84) without the shift to the datum OSGB36, so coordinates differ from Ordnance Survey eastings and northings by
/// about 100 m, everywhere the same way: right for drawing, measuring and binning, not for quoting a grid reference.
///
/// Source: L. Krüger (1912), *Konforme Abbildung des Erdellipsoids in der Ebene*, series to the fourth order of n as in
/// C. F. F. Karney (2011), *Transverse Mercator with an accuracy of a few nanometers*; parameters from Ordnance
/// Survey, *A guide to coordinate systems in Great Britain*, annexe A.
public struct NationalGrid: Hashable, Sendable {
    private let eccentricity: Double
    /// The mean radius of the ellipsoid times the scale on the central meridian, in metres.
    private let radius: Double
    /// The coefficients α₁ to α₄.
    private let series: [Double]
    private let originNorthing: Double

    public init() {
        let (major, minor, scale) = (6_377_563.396, 6_356_256.909, 0.999_601_271_7)
        let n = (major - minor) / (major + minor)
        eccentricity = (1 - (minor / major) * (minor / major)).squareRoot()
        radius = scale * major / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
        let n2 = n * n
        series = [
            n * (1 / 2 + n * (-2 / 3 + n * (5 / 16 + n * 41 / 180))),
            n2 * (13 / 48 + n * (-3 / 5 + n * 557 / 1440)),
            n2 * n * (61 / 240 - n * 103 / 140),
            n2 * n2 * 49561 / 161280,
        ]
        // The true origin (49° N, 2° W) lies 400 km east of the false one, and 100 km south of it.
        let trueOrigin = Self.northing(of: 49, eccentricity: eccentricity, series: series)
        originNorthing = -100_000 - radius * trueOrigin
    }

    /// Puts a place on the plane, in metres. Meant for the British Isles; far from them the result means nothing.
    public func project(_ position: Position) -> Point {
        let (xi, eta) = Self.gaussSchreiber(position.latitude, position.longitude + 2, eccentricity: eccentricity)
        var (x, y) = (eta, xi)
        for (index, coefficient) in series.enumerated() {
            let order = 2 * Double(index + 1)
            x += coefficient * cos(order * xi) * sinh(order * eta)
            y += coefficient * sin(order * xi) * cosh(order * eta)
        }
        return Point(x: 400_000 + radius * x, y: originNorthing + radius * y)
    }

    private static func northing(of latitude: Double, eccentricity: Double, series: [Double]) -> Double {
        let xi = gaussSchreiber(latitude, 0, eccentricity: eccentricity).xi
        return series.enumerated().reduce(xi) { $0 + $1.element * sin(2 * Double($1.offset + 1) * xi) }
    }

    /// The spherical transverse Mercator of the conformal latitude, in radii; degrees from the central meridian.
    private static func gaussSchreiber(
        _ latitude: Double, _ longitude: Double, eccentricity: Double
    ) -> (xi: Double, eta: Double) {
        let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
        let tau = sinh(atanh(sin(phi)) - eccentricity * atanh(eccentricity * sin(phi)))
        return (atan2(tau, cos(lambda)), asinh(sin(lambda) / hypot(tau, cos(lambda))))
    }
}
