import Wording

/// A step from one year to another that many districts took together, larger than crime takes: more often it is of how the
/// numbers were gathered.
struct DistrictsStep: Sendable, Hashable {
    let from: Int
    let to: Int
    /// How many times what was before is what came after.
    private let times: Double

    /// Up by a quarter, or down by as much: chosen here, wide enough that few years of many districts together lie outside.
    private static let usual = 0.8...1.25

    /// - Parameters:
    ///   - before: the mean or the total of the same districts in the earlier year; nil where it is not known, and so is
    ///   - after: that of the later.
    /// - Returns: nil where the step is no larger than usual, or not known.
    init?(from: Int, _ before: Double?, to: Int, _ after: Double?) {
        guard let before, let after, before > 0, after > 0, !Self.usual.contains(after / before) else { return nil }
        (self.from, self.to, times) = (from, to, after / before)
    }

    var isRise: Bool { times > 1 }

    /// "all other districts rose by 26% at once", as a sentence goes on after a colon.
    var brief: String { "all other districts \(isRise ? "rose" : "fell") by \(percent)% at once" }

    private var percent: String { ((times - 1).magnitude * 100).rounded(places: 0) }

    /// - Parameter moved: what rose or fell: "the group’s mean".
    func caution(_ moved: String) -> String {
        "From \(from) to \(to) \(moved) \(isRise ? "rose" : "fell") by \(percent)%. So large a step of all districts at "
            + "once is more often of how the numbers were gathered than of crime: do not take it for a change of crime "
            + "without knowing what both years were made of."
    }
}
