/// Counts, for every area at once, how its neighbours compare with other areas drawn by chance.
///
/// For each permutation one random order of the areas is drawn, as far as it is needed, and every area takes from it as
/// many areas as it has neighbours, from the front, itself passed over. What is left of a random order when one area is
/// taken out is a random order of the others; so that is a draw without replacement from all other areas, as the test
/// asks. The draws of different areas hang together, as in PySAL and GeoDa, which share a table of draws too.
///
/// The point of doing it so: areas of one degree share their sums, but for those few that stand at the front themselves.
/// The sums of a degree are sorted once, each area finds its place among them by bisection, and the few are put right
/// one by one. That is the same count that adding up the neighbours of every area in every permutation gives, for about
/// a hundredth of the work.
struct ConditionalPermutation {
    private let data: AreaValues
    private let permutations: Int
    /// The sum of each area's neighbours.
    private let sums: [Double]
    private let degrees: [Int]
    /// Each degree that there is, rising, without 0.
    private let distinct: [Int]
    /// For each of those, the sums over as many areas from the front of each order.
    private var drawn: [[Double]]
    /// What the areas that stood at the front themselves add to the counts.
    private var moreAtLeast: [Int]
    private var moreAtMost: [Int]

    /// How many permutations can be asked for.
    static let most = 1_000_000

    /// The tests in the order of the areas that have a value; `nil` for an island, which has no neighbours to compare.
    static func tests<Chance: RandomNumberGenerator>(
        _ data: AreaValues, permutations: Int, using chance: inout Chance
    ) throws(StatisticsRefusal) -> [PermutationTest?] {
        guard (1...most).contains(permutations) else { throw .permutations(permutations) }
        var run = ConditionalPermutation(data, permutations: permutations)
        run.draw(using: &chance)
        return run.tests()
    }

    private init(_ data: AreaValues, permutations: Int) {
        self.data = data
        self.permutations = permutations
        sums = data.contiguity.neighbourSums(of: data.values)
        degrees = (0..<data.count).map(data.contiguity.degree)
        var isThere = [Bool](repeating: false, count: (degrees.max() ?? 0) + 1)
        for degree in degrees { isThere[degree] = true }
        distinct = isThere.indices.dropFirst().filter { isThere[$0] }
        drawn = distinct.map { _ in [] }
        for column in drawn.indices { drawn[column].reserveCapacity(permutations) }
        moreAtLeast = Array(repeating: 0, count: data.count)
        moreAtMost = moreAtLeast
    }

    private mutating func draw(using chance: inout some RandomNumberGenerator) {
        guard let longest = distinct.last else { return }
        // An area that stands at the front needs one area more than it has neighbours.
        let length = min(longest + 1, data.count)
        var order = Array(0..<data.count)
        var before = [Double](repeating: 0, count: length + 1)
        for _ in 0..<permutations {
            // Fisher and Yates: whatever order there was, the front is now as good as any other.
            for place in 0..<length {
                order.swapAt(place, place + chance.number(below: data.count - place))
                before[place + 1] = before[place] + data.values[order[place]]
            }
            for (column, degree) in distinct.enumerated() { drawn[column].append(before[degree]) }
            for place in 0..<length where degrees[order[place]] > place {
                putRight(order, place, before)
            }
        }
    }

    /// Counts for an area that stands at the front what it draws when it is passed over, in place of what is shared.
    private mutating func putRight(_ order: [Int], _ place: Int, _ before: [Double]) {
        let area = order[place]
        let degree = degrees[area]
        var sum = before[place]
        for next in place..<degree { sum += data.values[order[next + 1]] }
        let (own, slack) = (sums[area], data.slack(terms: degree))
        let shared = before[degree]
        moreAtLeast[area] += (sum >= own - slack ? 1 : 0) - (shared >= own - slack ? 1 : 0)
        moreAtMost[area] += (sum <= own + slack ? 1 : 0) - (shared <= own + slack ? 1 : 0)
    }

    private mutating func tests() -> [PermutationTest?] {
        var columns = [Int](repeating: 0, count: (distinct.last ?? 0) + 1)
        for (column, degree) in distinct.enumerated() {
            drawn[column].sort()
            columns[degree] = column
        }
        return degrees.indices.map { area in
            let degree = degrees[area]
            guard degree > 0 else { return nil }
            let (own, slack) = (sums[area], data.slack(terms: degree))
            let shared = drawn[columns[degree]].numbers(below: own - slack, upTo: own + slack)
            return PermutationTest(
                permutations: permutations, atLeast: permutations - shared.below + moreAtLeast[area],
                atMost: shared.upTo + moreAtMost[area])
        }
    }
}

extension [Double] {
    /// Of these rising numbers, how many lie below the first limit, and how many reach no further than the second.
    fileprivate func numbers(below first: Double, upTo second: Double) -> (below: Int, upTo: Int) {
        let below = bisected(0, count) { $0 < first }
        // Few sums are the same as the area's own, so the second number is sought close to the first: twice as far each time.
        var (known, reach) = (below, 1)
        while known + reach <= count, self[known + reach - 1] <= second {
            known += reach
            reach *= 2
        }
        return (below, bisected(known, Swift.min(known + reach, count)) { $0 <= second })
    }

    /// The first place from `low` on, and before `high`, for which `goesOn` no longer holds.
    private func bisected(_ low: Int, _ high: Int, while goesOn: (Double) -> Bool) -> Int {
        var (low, length) = (low, high - low)
        while length > 0 {
            let half = length / 2
            let isBelow = goesOn(self[low + half])
            low += isBelow ? half + 1 : 0
            length = isBelow ? length - half - 1 : half
        }
        return low
    }
}
