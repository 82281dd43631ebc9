import Statistics

/// The same numbers on every run, so that a property that fails once fails always.
typealias SeededGenerator = SplitMix64

extension SeededGenerator {
    /// A count from 0 to 2⁵³, small and large ones equally often.
    mutating func count() -> Int {
        Int.random(in: 0...(1 << Int.random(in: 0...53, using: &self)), using: &self)
    }

    /// The counts of some months, about as large as one another.
    mutating func months(_ number: Int) -> [Int] {
        let most = 1 << Int.random(in: 0...20, using: &self)
        return (0..<number).map { _ in Int.random(in: 0...most, using: &self) }
    }

    /// A number of people, or of person-months.
    mutating func exposure() -> Double {
        Double.random(in: 1...1_000_000, using: &self)
    }

    mutating func confidence() -> Double {
        [0.5, 0.8, 0.9, 0.95, 0.99, 0.998].randomElement(using: &self) ?? 0.95
    }
}

/// Whether two numbers agree to so many parts of the larger.
func isClose(_ one: Double, _ other: Double, within tolerance: Double = 1e-12) -> Bool {
    one == other || (one - other).magnitude <= tolerance * max(one.magnitude, other.magnitude)
}

/// The largest count that is exact in floating point.
let largestCount = 1 << 53
