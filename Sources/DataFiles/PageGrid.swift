/// Counts by LSOA, month, force and type: for every month a column of LSOAs, and in each place a page of sixteen types.
///
/// Files are in order of month, force and LSOA, so the grid is walked along, where a hash table would be jumped about
/// in. Now and then two forces report for one LSOA, or there are more than sixteen types: their pages form a chain.
struct PageGrid: Sendable {
    struct Page: Sendable {
        let force: UInt8
        /// Which sixteen of the types.
        let typeBlock: UInt8
        fileprivate(set) var counts: TypeCounts
        /// Number plus one of the next page of the same LSOA and month; 0 ends the chain.
        fileprivate var next: UInt32 = 0
    }

    /// Numbers plus one of first pages, by month since the first published and by LSOA.
    private var firstPages: [[UInt32]] = []
    /// Pages in chunks that never move: one array would be copied each time it doubles.
    private var chunks: [[Page]] = []
    private(set) var pageCount = 0

    private static let chunkSize = 1024
    private static let firstMonth = StreetCrimeReader.earliestMonth.ordinal

    /// The months that have pages, as ordinals.
    var months: [Int] { firstPages.indices.filter { !firstPages[$0].isEmpty }.map { $0 + Self.firstMonth } }

    /// Adds counts to the page of an LSOA, month, force and block of types.
    mutating func add(_ counts: TypeCounts, lsoa: Int, month: Int, force: UInt8, typeBlock: UInt8) {
        let column = month - Self.firstMonth
        while firstPages.count <= column { firstPages.append([]) }
        while firstPages[column].count <= lsoa { firstPages[column].append(0) }
        let new = UInt32(pageCount + 1)
        var number = firstPages[column][lsoa]
        if number == 0 { firstPages[column][lsoa] = new }
        while number != 0 {
            let (chunk, place) = Self.place(number)
            if chunks[chunk][place].force == force, chunks[chunk][place].typeBlock == typeBlock {
                chunks[chunk][place].counts += counts
                return
            }
            number = chunks[chunk][place].next
            if number == 0 { chunks[chunk][place].next = new }
        }
        append(Page(force: force, typeBlock: typeBlock, counts: counts))
    }

    /// Shows every page of an LSOA and month.
    func forEachPage(lsoa: Int, month: Int, _ show: (Page) -> Void) {
        let column = month - Self.firstMonth
        guard firstPages.indices.contains(column), lsoa < firstPages[column].count else { return }
        var number = firstPages[column][lsoa]
        while number != 0 {
            let (chunk, place) = Self.place(number)
            show(chunks[chunk][place])
            number = chunks[chunk][place].next
        }
    }

    private mutating func append(_ page: Page) {
        if pageCount % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        chunks[chunks.count - 1].append(page)
        pageCount += 1
    }

    private static func place(_ number: UInt32) -> (chunk: Int, place: Int) {
        (Int(number - 1) / chunkSize, Int(number - 1) % chunkSize)
    }
}
