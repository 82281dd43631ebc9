/// Pages of counts in order of LSOA, month, force and types: what the cells of a result are read from.
struct CellPages: Sendable {
    /// LSOA, month, force and sixteen types packed so that whole numbers sort as they should.
    struct Key: Comparable, Sendable {
        private let bits: UInt64

        init(lsoa: Int, month: Int, force: Int, typeBlock: Int) {
            bits = UInt64(lsoa) << 32 | UInt64(month) << 16 | UInt64(force) << 8 | UInt64(typeBlock)
        }

        var lsoa: Int { Int(bits >> 32) }
        var month: Month { Month(ordinal: Int(bits >> 16 & 0xFFFF)) }
        var force: Int { Int(bits >> 8 & 0xFF) }
        var typeBlock: Int { Int(bits & 0xFF) }

        static func < (one: Key, other: Key) -> Bool { one.bits < other.bits }
    }

    private(set) var keys: [Key] = []
    private(set) var counts: [TypeCounts] = []

    /// None.
    init() {}

    private init(keys: [Key], counts: [TypeCounts]) {
        (self.keys, self.counts) = (keys, counts)
    }

    /// Those of one LSOA; nil where there are none.
    func pages(of lsoa: Int) -> CellPages? {
        let first = keys.partitioningIndex { $0.lsoa >= lsoa }
        let end = keys.partitioningIndex { $0.lsoa > lsoa }
        guard first < end else { return nil }
        return CellPages(keys: Array(keys[first..<end]), counts: Array(counts[first..<end]))
    }

    /// Joins the pages of several threads, whose forces, types and LSOAs have been put in order.
    /// - Parameter range: which of the LSOAs.
    init(_ grids: [PageGrid], forces: NameUnion, types: NameUnion, lsoas: LSOAUnion, range: Range<Int>) {
        // Room that is not used costs nothing; growing by doubling does.
        let most = grids.reduce(0) { $0 + $1.pageCount }
        keys.reserveCapacity(most)
        counts.reserveCapacity(most)
        let months = Set(grids.flatMap(\.months)).sorted()
        for lsoa in range {
            for month in months {
                let begin = keys.count
                for thread in grids.indices {
                    guard let number = lsoas.numbers[thread][lsoa] else { continue }
                    grids[thread].forEachPage(lsoa: Int(number), month: month) { page in
                        let force = forces.places[thread][Int(page.force)]
                        add(
                            page, of: (lsoa, month, force), types: types.places[thread], typeCount: types.names.count,
                            from: begin)
                    }
                }
                if keys.count - begin > 1 { sort(from: begin) }
            }
        }
    }

    /// Adds one thread's page to those of the same LSOA and month, which are the ones from `begin` on.
    /// - Parameter types: where the thread's types stand among all.
    private mutating func add(
        _ page: PageGrid.Page, of place: (lsoa: Int, month: Int, force: Int), types: [Int], typeCount: Int,
        from begin: Int
    ) {
        let first = Int(page.typeBlock) * TypeCounts.width
        let lanes = 0..<min(TypeCounts.width, types.count - first)
        // One round, unless there are more than sixteen types.
        for block in 0...(typeCount - 1) / TypeCounts.width {
            var moved = TypeCounts()
            for lane in lanes where types[first + lane] / TypeCounts.width == block {
                moved[types[first + lane] % TypeCounts.width] = page.counts[lane]
            }
            if moved.total == 0 { continue }
            let key = Key(lsoa: place.lsoa, month: place.month, force: place.force, typeBlock: block)
            if let at = keys[begin...].firstIndex(of: key) {
                counts[at] += moved
            } else {
                keys.append(key)
                counts.append(moved)
            }
        }
    }

    private mutating func sort(from begin: Int) {
        let sorted = zip(keys[begin...], counts[begin...]).sorted { $0.0 < $1.0 }
        for (offset, (key, page)) in sorted.enumerated() {
            keys[begin + offset] = key
            counts[begin + offset] = page
        }
    }
}

extension [CellPages.Key] {
    /// The first place from which on a test holds, which holds for all after it where it holds for one.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
