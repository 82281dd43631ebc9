import Storage
import Synchronization

extension Identities {
    /// The same identifiers each time, for the same seed.
    public static func seeded(_ seed: UInt64) -> Identities {
        let sequence = SeededSequence(seed)
        return Identities { sequence.next() }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014), for more than one task.
private final class SeededSequence: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) {
        state = Mutex(seed)
    }

    func next() -> UInt64 {
        var mixed = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
