/// Which areas touch which: for each area, the numbers of its neighbours.
///
/// Areas are numbered from 0 in an order that the caller keeps, as are the values that are put to them. To touch is
/// mutual and no area touches itself. An area without neighbours is an island: it may lie in the sea, or its boundary
/// may be missing from the file.
public struct Contiguity: Hashable, Sendable {
    /// Where each area's neighbours begin in `others`; one more at the end.
    let starts: [Int32]
    /// The neighbours of all areas one after another, those of each area rising.
    let others: [Int32]

    /// More areas than this are refused. England and Wales have fewer than 200,000 output areas, the smallest there are.
    public static let most = 1 << 24

    /// - Parameter neighbours: for each area, the numbers of those that touch it, in any order. One that is named twice
    ///   counts once.
    /// - Throws: `StatisticsRefusal` for a number that is no area's, for an area that is its own neighbour, and where an
    ///   area names another that doesn't name it.
    public init(neighbours: [[Int]]) throws(StatisticsRefusal) {
        let count = neighbours.count
        guard count <= Self.most else { throw .tooManyAreas(count) }
        var starts: [Int32] = [0]
        var others: [Int32] = []
        starts.reserveCapacity(count + 1)
        for (area, list) in neighbours.enumerated() {
            for other in list { try Self.check(area, other, among: count) }
            others.append(contentsOf: list.map(Int32.init).sortedOnce())
            guard others.count <= Int32.max else { throw .tooManyAreas(count) }
            starts.append(Int32(others.count))
        }
        self.starts = starts
        self.others = others
        try checkMutual()
    }

    /// - Parameters:
    ///   - areas: how many there are, islands included.
    ///   - pairs: two areas that touch, each pair once or twice and either way round.
    /// - Throws: `StatisticsRefusal` for a number that is no area's, and for an area that is its own neighbour.
    public init(areas: Int, pairs: some Sequence<(Int, Int)>) throws(StatisticsRefusal) {
        guard areas >= 0 else { throw .negativeCount(areas) }
        guard areas <= Self.most else { throw .tooManyAreas(areas) }
        var lists = [[Int32]](repeating: [], count: areas)
        for (one, other) in pairs {
            try Self.check(one, other, among: areas)
            lists[one].append(Int32(other))
            lists[other].append(Int32(one))
        }
        self.init(sorted: lists.map { $0.sortedOnce() })
    }

    /// - Parameter lists: mutual, sorted and without doubles.
    private init(sorted lists: [[Int32]]) {
        var starts: [Int32] = [0]
        starts.reserveCapacity(lists.count + 1)
        for list in lists { starts.append((starts.last ?? 0) + Int32(list.count)) }
        self.starts = starts
        others = Array(lists.joined())
    }

    /// How many areas there are, islands included.
    public var count: Int { starts.count - 1 }

    /// How many pairs of areas touch.
    public var pairs: Int { others.count / 2 }

    /// The numbers of the areas that touch this one, rising.
    public func neighbours(of area: Int) -> [Int] {
        others[range(of: area)].map(Int.init)
    }

    /// How many areas touch this one.
    public func degree(of area: Int) -> Int {
        range(of: area).count
    }

    /// The areas that touch no other, rising.
    public var islands: [Int] {
        (0..<count).filter { degree(of: $0) == 0 }
    }

    func range(of area: Int) -> Range<Int> {
        Int(starts[area])..<Int(starts[area + 1])
    }

    private static func check(_ area: Int, _ other: Int, among count: Int) throws(StatisticsRefusal) {
        for number in [area, other] where number < 0 || number >= count {
            throw .noSuchArea(number, areas: count)
        }
        guard area != other else { throw .ownNeighbour(area) }
    }

    private func checkMutual() throws(StatisticsRefusal) {
        for area in 0..<count {
            for other in others[range(of: area)] where !touches(Int(other), area) {
                throw .oneSidedNeighbour(area: area, neighbour: Int(other))
            }
        }
    }

    /// Whether the first of two areas names the second, by bisection.
    private func touches(_ area: Int, _ other: Int) -> Bool {
        let range = range(of: area)
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if others[middle] < Int32(other) { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && others[low] == Int32(other)
    }
}

extension Contiguity {
    /// The same among some of the areas, numbered anew in their order; a neighbour that is left out is no neighbour.
    ///
    /// - Parameter kept: the numbers of the areas that stay, rising.
    func among(_ kept: [Int]) -> Contiguity {
        guard kept.count < count else { return self }
        var numbers = [Int32](repeating: -1, count: count)
        for (number, area) in kept.enumerated() { numbers[area] = Int32(number) }
        return Contiguity(
            sorted: kept.map { area in
                others[range(of: area)].compactMap { numbers[Int($0)] < 0 ? nil : numbers[Int($0)] }
            })
    }

    /// For each area the sum of its neighbours' values, added up in the order of their numbers.
    func neighbourSums(of values: [Double]) -> [Double] {
        values.withUnsafeBufferPointer { values in
            others.withUnsafeBufferPointer { others in
                (0..<count).map { area in
                    var sum = 0.0
                    for place in range(of: area) { sum += values[Int(others[place])] }
                    return sum
                }
            }
        }
    }
}

extension [Int32] {
    /// Rising, each number once.
    fileprivate func sortedOnce() -> [Int32] {
        var once: [Int32] = []
        once.reserveCapacity(count)
        for number in sorted() where number != once.last { once.append(number) }
        return once
    }
}
