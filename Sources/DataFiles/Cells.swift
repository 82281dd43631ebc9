extension StreetCrimeCounts {
    /// The counts that are not zero, in order of LSOA, month, force and type, unpacked one at a time.
    public struct Cells: Sequence, Sendable {
        let parts: [CellPages]

        public struct Iterator: IteratorProtocol {
            private var rest: ArraySlice<CellPages>
            private var part = CellPages()
            private var page = -1
            private var lane = TypeCounts.width - 1
            private var counts = TypeCounts()

            fileprivate init(parts: [CellPages]) {
                rest = parts[...]
            }

            public mutating func next() -> Cell? {
                while true {
                    lane += 1
                    if lane >= TypeCounts.width {
                        guard turnPage() else { return nil }
                    }
                    guard counts[lane] > 0 else { continue }
                    let key = part.keys[page]
                    return Cell(
                        force: key.force, lsoa: key.lsoa, month: key.month,
                        type: key.typeBlock * TypeCounts.width + lane, count: Int(counts[lane]))
                }
            }

            /// False after the last page.
            private mutating func turnPage() -> Bool {
                while page + 1 >= part.keys.count {
                    guard let next = rest.popFirst() else { return false }
                    part = next
                    page = -1
                }
                page += 1
                lane = 0
                counts = part.counts[page]
                return true
            }
        }

        public func makeIterator() -> Iterator { Iterator(parts: parts) }
    }

    /// The same of some LSOAs alone, found without reading through the rest.
    ///
    /// - Parameter lsoas: indices into `lsoas`, in order.
    public func cells(of lsoas: [Int]) -> Cells {
        Cells(parts: lsoas.flatMap { lsoa in parts.compactMap { $0.pages(of: lsoa) } })
    }
}
