import Synchronization

/// How many connections each network address has, and how many of those have asked for nothing yet. Without it one address
/// could take all there can be (S48).
public final class Connections: Sendable {
    /// Enough for an office behind one address: a browser has six at most.
    static let mostOfOne = 1_000
    /// A browser opens a few ahead; a program that opens many and says nothing is after something else.
    static let mostSilentOfOne = 64

    struct Count {
        var all = 0
        var silent = 0
    }

    private let counts = Mutex<[String: Count]>([:])

    public init() {}

    /// - Returns: whether one more may be.
    func open(_ address: String) -> Bool {
        counts.withLock { counts in
            let count = counts[address, default: Count()]
            guard count.all < Self.mostOfOne, count.silent < Self.mostSilentOfOne else { return false }
            counts[address] = Count(all: count.all + 1, silent: count.silent + 1)
            return true
        }
    }

    /// It asked for something.
    func speak(_ address: String) {
        counts.withLock { $0[address]?.silent -= 1 }
    }

    func close(_ address: String, wasSilent: Bool) {
        counts.withLock { counts in
            guard var count = counts[address] else { return }
            count.all -= 1
            if wasSilent { count.silent -= 1 }
            counts[address] = count.all > 0 ? count : nil
        }
    }

    /// For tests.
    func count(of address: String) -> Count { counts.withLock { $0[address] ?? Count() } }
}
