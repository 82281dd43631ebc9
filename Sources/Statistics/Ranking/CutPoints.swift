/// The published points at which a figure earns a higher score: how volume is scored.
public struct CutPoints: Hashable, Sendable {
    /// The least figures that earn a 2, a 3, a 4 and a 5.
    public let points: [Double]

    /// - Throws: `StatisticsRefusal` unless there are four numbers, each above the one before.
    public init(_ points: [Double]) throws(StatisticsRefusal) {
        let rises = zip(points, points.dropFirst()).allSatisfy { $0 < $1 }
        guard points.count == Score.scale.count - 1, rises, points.allSatisfy(\.isFinite) else {
            throw .ranking(.cutPoints)
        }
        self.points = points
    }

    /// - Parameter figure: a count or a rate; `nil` where it is missing, which is not 0.
    /// - Returns: `nil` where the figure is missing or no number.
    public func score(_ figure: Double?) -> Score? {
        guard let figure, !figure.isNaN else { return nil }
        return Score.whole[points.count { $0 <= figure }]
    }
}
