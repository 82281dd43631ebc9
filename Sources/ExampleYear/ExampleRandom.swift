/// Chance that comes out the same on every machine and with every version of the standard library.
///
/// xoshiro256** 1.0 (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021),
/// its state filled by SplitMix64, as its authors advise. The standard library's own ways of turning bits into a number
/// in a range may change between versions; those below do not. It is made for examples, not for secrets.
struct ExampleRandom {
    /// What the numbers are for. Every purpose has a sequence of its own, so that drawing more for one changes no other.
    enum Purpose {
        /// The invented points of one place, by its index.
        case points(Int)
        /// The months of one type of crime, by its index.
        case months(Int)
        /// The incidents of one month, by its ordinal.
        case incidents(Int)

        fileprivate var number: UInt64 {
            switch self {
            case .points(let index): 1 << 32 | UInt64(index)
            case .months(let index): 2 << 32 | UInt64(index)
            case .incidents(let ordinal): 3 << 32 | UInt64(ordinal)
            }
        }
    }

    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64, for purpose: Purpose) {
        var seeds = SplitMix64(state: seed)
        var mixed = SplitMix64(state: seeds.next() ^ purpose.number)
        state = (mixed.next(), mixed.next(), mixed.next(), mixed.next())
    }

    mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, by: 45)
        return result
    }

    /// A whole number from 0 up to, not including, the bound. Numbers differ in probability by less than bound / 2⁶⁴.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from 0 up to, not including, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    private static func rotated(_ word: UInt64, by places: UInt64) -> UInt64 {
        word << places | word >> (64 - places)
    }
}

/// Steele, Lea and Flood's generator (OOPSLA 2014), used to fill a state from a seed.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}

/// One of several, each as likely as its weight.
struct WeightedChoice {
    private let cumulative: [Int]

    /// - Parameter weights: none negative, at least one above nought.
    init(_ weights: [Int]) {
        var sum = 0
        cumulative = weights.map { weight in
            sum += weight
            return sum
        }
        precondition(sum > 0, "nothing can be chosen where every weight is nought")
    }

    /// The index of the one chosen.
    func pick(by random: inout ExampleRandom) -> Int {
        let mark = random.below(cumulative[cumulative.count - 1])
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > mark { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
