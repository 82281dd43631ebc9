@testable import Statistics

/// Small maps, and what can be worked out of them the long way.
enum Maps {
    /// Fields of a chessboard, which touch along sides and at corners.
    static func board(_ rows: Int, _ columns: Int) throws -> Contiguity {
        var pairs: [(Int, Int)] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let here = row * columns + column
                for (down, across) in [(0, 1), (1, -1), (1, 0), (1, 1)]
                where row + down < rows && (0..<columns).contains(column + across) {
                    pairs.append((here, here + down * columns + across))
                }
            }
        }
        return try Contiguity(areas: rows * columns, pairs: pairs)
    }

    /// Areas of which any two touch with so much probability; some may touch none.
    static func random(_ areas: Int, density: Double, using chance: inout SeededGenerator) throws -> Contiguity {
        var pairs: [(Int, Int)] = []
        for one in 0..<areas {
            for other in 0..<one where Double.random(in: 0..<1, using: &chance) < density {
                pairs.append((one, other))
            }
        }
        return try Contiguity(areas: areas, pairs: pairs)
    }

    /// All ways to choose so many of the numbers.
    static func choices<Number>(_ count: Int, of numbers: ArraySlice<Number>) -> [[Number]] {
        guard count > 0 else { return [[]] }
        guard let first = numbers.first else { return [] }
        return choices(count - 1, of: numbers.dropFirst()).map { [first] + $0 }
            + choices(count, of: numbers.dropFirst())
    }

    /// All orders of the numbers.
    static func orders(_ numbers: [Double]) -> [[Double]] {
        guard numbers.count > 1 else { return [numbers] }
        return numbers.indices.flatMap { index in
            var others = numbers
            let first = others.remove(at: index)
            return orders(others).map { [first] + $0 }
        }
    }

    static func mean(_ numbers: [Double]) -> Double {
        numbers.reduce(0, +) / Double(numbers.count)
    }

    static func variance(_ numbers: [Double]) -> Double {
        let mean = mean(numbers)
        return self.mean(numbers.map { ($0 - mean) * ($0 - mean) })
    }
}
