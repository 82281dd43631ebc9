/// Where two sequences say the same in the same order: the longest run of pairs, as in a list of changes.
enum Agreement {
    /// More pairs than this to compare would keep a reader waiting; what lies between equal ends then counts as
    /// different altogether.
    private static let most = 1_000_000

    /// For each element of the first, where its like is in the second; nil where it has none.
    static func places<Element: Hashable>(of first: [Element], in second: [Element]) -> [Int?] {
        var places = [Int?](repeating: nil, count: first.count)
        var start = 0
        while start < min(first.count, second.count), first[start] == second[start] {
            places[start] = start
            start += 1
        }
        var (end, secondEnd) = (first.count, second.count)
        while end > start, secondEnd > start, first[end - 1] == second[secondEnd - 1] {
            end -= 1
            secondEnd -= 1
            places[end] = secondEnd
        }
        let (rows, columns) = (end - start, secondEnd - start)
        guard rows > 0, columns > 0, rows <= most / columns else { return places }
        let lengths = commonLengths(Array(first[start..<end]), Array(second[start..<secondEnd]))
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            if first[start + row] == second[start + column] {
                places[start + row] = start + column
                row += 1
                column += 1
            } else if lengths[(row + 1) * (columns + 1) + column] >= lengths[row * (columns + 1) + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return places
    }

    /// How many elements the rests of both have in common, from each place of the one and the other.
    private static func commonLengths<Element: Hashable>(_ first: [Element], _ second: [Element]) -> [Int32] {
        let width = second.count + 1
        var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
        for row in first.indices.reversed() {
            for column in second.indices.reversed() {
                lengths[row * width + column] =
                    first[row] == second[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        return lengths
    }
}
