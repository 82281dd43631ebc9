/// The parts that some releases of a table are made of: each count of the table, cut where any release begins or ends.
///
/// Two releases of the same months share their parts, so that what one shows the other can't hide. Where a count differs
/// between them it was revised, and what it was then is a part by itself: an attacker is taken to know which were revised,
/// though where they are hidden nobody could.
struct ReleaseParts: Sendable {
    let releases: [TableRelease]
    /// The months at which some release begins or ends, in order.
    let edges: [Int]
    private(set) var count = 0
    private var numbers: [Part: Int] = [:]
    /// By release: of how many revisions ago each count is.
    private var ages: [[[Int]]] = []

    private struct Part: Hashable {
        let row: Int
        let column: Int
        let stretch: Int
        let age: Int
    }

    /// - Parameter releases: in the order they were published.
    init(_ releases: [TableRelease]) throws(StatisticsRefusal) {
        guard let first = releases.first?.table else { throw .disclosure(.noReleases) }
        guard releases.allSatisfy({ $0.table.rows == first.rows && $0.table.columns == first.columns }) else {
            throw .disclosure(.tablesDiffer)
        }
        self.releases = releases
        edges = Set(releases.flatMap { [$0.months.lowerBound, $0.months.upperBound] }).sorted()
        ages = releases.indices.map { Self.ages(of: $0, among: releases) }
        for release in releases.indices {
            for place in first.places(of: .grandTotal) {
                for stretch in stretches(of: releases[release].months) {
                    number(Part(row: place.row, column: place.column, stretch: stretch, age: age(release, place)))
                }
            }
        }
    }

    /// The parts of a figure of a release.
    func parts(of cell: TableCell, in release: Int) -> [Int] {
        releases[release].table.places(of: cell).flatMap { place in
            stretches(of: releases[release].months).compactMap { stretch in
                numbers[Part(row: place.row, column: place.column, stretch: stretch, age: age(release, place))]
            }
        }
    }

    /// The parts of a figure over some months, by the counts as they are now; `nil` where not all of those were counted.
    func parts(of cell: TableCell, months: Range<Int>) -> [Int]? {
        var parts: [Int] = []
        for place in releases[0].table.places(of: cell) {
            for stretch in stretches(of: months) {
                let part = Part(row: place.row, column: place.column, stretch: stretch, age: 0)
                guard let number = numbers[part] else { return nil }
                parts.append(number)
            }
        }
        return parts
    }

    /// What a reader of a release knows.
    func known(from release: Int, hiding hidden: Set<TableCell>) -> [KnownSum] {
        let from = releases[release]
        let showsZeros = from.showsZeros && !hidden.contains { from.table.figure($0) == 0 }
        return from.table.cells(from.totals).compactMap { cell in
            let parts = parts(of: cell, in: release)
            if !hidden.contains(cell) { return KnownSum(of: parts, is: from.table.figure(cell)) }
            return showsZeros ? KnownSum(of: parts, least: 1, most: nil) : nil
        }
    }

    private mutating func number(_ part: Part) {
        guard numbers[part] == nil else { return }
        numbers[part] = count
        count += 1
    }

    private func age(_ release: Int, _ place: (row: Int, column: Int)) -> Int {
        ages[release][place.row][place.column]
    }

    private func stretches(of months: Range<Int>) -> Range<Int> {
        let first = edges.firstIndex(of: months.lowerBound) ?? 0
        return first..<(edges.firstIndex(of: months.upperBound) ?? first)
    }

    /// For each count, how often it changed between this release and the newest of the same months.
    private static func ages(of release: Int, among releases: [TableRelease]) -> [[Int]] {
        let same = releases[release...].filter { $0.months == releases[release].months }.map(\.table.counts)
        return same[0].indices.map { row in
            same[0][row].indices.map { column in
                zip(same, same.dropFirst()).count { $0[row][column] != $1[row][column] }
            }
        }
    }
}
