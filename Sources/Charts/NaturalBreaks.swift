/// Splits sorted values where they part of themselves: so that those within a class differ least from its mean.
///
/// Classes of equal number would hide how far a few places stand above all others; classes of equal width would put
/// nearly all places into the first. Source: W. D. Fisher (1958), *On grouping for maximum homogeneity*, used for
/// maps by G. F. Jenks (1967), *The data model concept in statistical mapping*.
struct NaturalBreaks {
    /// The classes from low to high, as the values in them; never empty, never more than asked for.
    let classes: [ArraySlice<Double>]

    init(of sorted: [Double], atMost wanted: Int) {
        let values = Self.thinned(sorted)
        let distinct = values.indices.count { $0 == 0 || values[$0] != values[$0 - 1] }
        let count = min(wanted, distinct)
        guard count > 0 else {
            classes = []
            return
        }
        let starts = Self.starts(of: values, classes: count)
        classes = zip(starts, starts.dropFirst() + [values.count]).map { values[$0..<$1] }.filter { !$0.isEmpty }
    }

    /// The work grows with the square of the number; evenly spaced ranks stand for a longer list.
    private static func thinned(_ sorted: [Double]) -> [Double] {
        let most = 600
        guard sorted.count > most else { return sorted }
        return (0..<most).map { sorted[$0 * (sorted.count - 1) / (most - 1)] }
    }

    /// Where each class begins, by dynamic programming over the least sum of squared differences.
    private static func starts(of values: [Double], classes: Int) -> [Int] {
        let sums = prefixSums(values)
        let squares = prefixSums(values.map { $0 * $0 })
        func spread(_ start: Int, _ end: Int) -> Double {
            let sum = sums[end] - sums[start]
            return max(squares[end] - squares[start] - sum * sum / Double(end - start), 0)
        }
        var least = (0...values.count).map { $0 == 0 ? 0 : spread(0, $0) }
        var chosen: [[Int]] = []
        for level in stride(from: 2, through: classes, by: 1) {
            var next = least
            var splits = Array(repeating: 0, count: values.count + 1)
            for end in stride(from: level, through: values.count, by: 1) {
                next[end] = .infinity
                for split in level - 1..<end where least[split] + spread(split, end) < next[end] {
                    next[end] = least[split] + spread(split, end)
                    splits[end] = split
                }
            }
            chosen.append(splits)
            least = next
        }
        var starts: [Int] = []
        for splits in chosen.reversed() { starts.append(splits[starts.last ?? values.count]) }
        return [0] + starts.reversed()
    }

    private static func prefixSums(_ values: [Double]) -> [Double] {
        values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }
}
