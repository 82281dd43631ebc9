/// A seeded source of chance: the same seed gives the same numbers on every machine and with every version, so that a
/// figure that rests on permutations can be published with its seed and made again.
///
/// Good for permutations and simulation; not for secrets, which it would give away. *Source*: Steele, Lea & Flood 2014,
/// "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension RandomNumberGenerator {
    /// A number from 0 to `count` − 1, each as likely as the others.
    ///
    /// The standard library's own may change how it draws, and with it every figure that was published with its seed.
    /// *Source*: Lemire 2019, "Fast random integer generation in an interval".
    /// - Precondition: `count` > 0.
    mutating func number(below count: Int) -> Int {
        let count = UInt64(count)
        var product = next().multipliedFullWidth(by: count)
        if product.low < count {
            let unfair = (0 &- count) % count
            while product.low < unfair { product = next().multipliedFullWidth(by: count) }
        }
        return Int(product.high)
    }
}
