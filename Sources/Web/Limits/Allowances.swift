import Synchronization

/// What each caller has left of each class, in this process and while it runs.
final class Allowances: Sendable {
    struct Key: Hashable {
        let kind: RouteClass
        /// A member's identifier, or an address.
        let caller: String
    }

    private let limits: Limits
    private let most: Int
    private let buckets = Mutex<[Key: TokenBucket]>([:])

    /// - Parameter most: how many are kept. Whoever asks from ever new addresses takes no more room than this.
    init(_ limits: Limits, most: Int = 20_000) {
        (self.limits, self.most) = (limits, most)
    }

    var count: Int { buckets.withLock(\.count) }

    /// Takes one request of a caller's allowance.
    ///
    /// - Returns: how long to wait; nil where it may go on.
    func take(_ key: Key, at time: Duration) -> Duration? {
        guard let new = limits.bucket(of: key.kind) else { return nil }
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= most { Self.makeRoom(in: &buckets, most: most, at: time) }
            return buckets[key, default: new].take(at: time)
        }
    }

    /// Forgets the full ones, which changes nothing; and where that is not enough, a quarter: those longest not asked of.
    private static func makeRoom(in buckets: inout [Key: TokenBucket], most: Int, at time: Duration) {
        buckets = buckets.filter { !$0.value.isFull(at: time) }
        let wanted = most - max(most / 4, 1)
        guard buckets.count > wanted else { return }
        for (key, _) in buckets.sorted(by: { $0.value.at < $1.value.at }).prefix(buckets.count - wanted) {
            buckets[key] = nil
        }
    }
}
