import Storage
import Synchronization

extension Identities {
    /// The same identifiers each time, for the same seed.
    public static func seeded(_ seed: UInt64) -> Identities {
        let sequence = SeededSequence(seed)
        return Identities { sequence.next() }
    }
}

/// Seeded chance for more than one task.
private final class SeededSequence: Sendable {
    private let chance: Mutex<SeededChance>

    init(_ seed: UInt64) {
        chance = Mutex(SeededChance(seed: seed))
    }

    func next() -> UInt64 {
        chance.withLock { $0.next() }
    }
}
