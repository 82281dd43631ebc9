/// An allowance that fills up evenly with time, to a most, and of which each request takes one.
struct TokenBucket: Sendable, Hashable {
    let most: Int
    /// How long an empty one takes to be full.
    let over: Duration
    private var left: Double
    /// When it was last looked at, by a clock that is never set.
    private(set) var at: Duration = .zero

    init(most: Int, over: Duration) {
        (self.most, self.over, left) = (most, over, Double(most))
    }

    /// Takes one, if there is one.
    ///
    /// - Returns: how long until there is one; nil where it was taken.
    mutating func take(at time: Duration) -> Duration? {
        fill(at: time)
        guard left < 1 else {
            left -= 1
            return nil
        }
        return over * ((1 - left) / Double(most))
    }

    /// Whether it is as if nobody had ever asked.
    func isFull(at time: Duration) -> Bool {
        var bucket = self
        bucket.fill(at: time)
        return bucket.left >= Double(most)
    }

    private mutating func fill(at time: Duration) {
        guard time > at else { return }
        left = min(Double(most), left + (time - at) / over * Double(most))
        at = time
    }
}
