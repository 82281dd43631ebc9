/// A point on a plane, in any unit of length as long as it is the same throughout: metres, as a rule.
public struct PlanePoint: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    var isFinite: Bool { x.isFinite && y.isFinite }
}
