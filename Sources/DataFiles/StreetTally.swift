/// One thread's counts, in the order in which it met forces, types and LSOAs.
struct StreetTally: Sendable {
    /// The rows of one force's month in one CSV.
    struct ForceMonth: Sendable {
        let key: ForceMonthKey
        var rows = RowTally()
    }

    /// What is known of one CSV beyond its forces' months.
    struct FileRows: Sendable {
        /// All rows refused, those whose force or month could not be read among them.
        var refused = 0
        /// Rows whose Context marks them as generated.
        var generated = 0
        var ids = RepeatedIDs()

        static func += (total: inout FileRows, more: FileRows) {
            total.refused += more.refused
            total.generated += more.generated
            total.ids += more.ids
        }
    }

    var forces: NameTable
    var types: NameTable
    var lsoas: LSOATable
    var streets: StreetNames
    var faults: FaultLog
    /// By number of CSV.
    var files: [Int: FileRows] = [:]
    private(set) var grid = PageGrid()
    private(set) var unplaced: OpenTable<ForceKey>
    private(set) var points: OpenTable<PointKey>
    private(set) var forceMonths: [ForceMonth] = []
    private var forceMonthIndices: OpenTable<ForceMonthKey>
    private var lastForceMonth = 0
    /// The key of that one, folded; no key has all its bits set.
    private var lastKey = UInt64.max
    private var run = RowRun()
    private let limits: ReadingLimits

    init(options: StreetCrimeReader.Options, seed: UInt64) {
        limits = options.limits
        forces = NameTable(.forces, limit: min(limits.forces, 255))
        types = NameTable(.types, limit: min(limits.crimeTypes, 255))
        lsoas = LSOATable(points: options.points, limit: limits.lsoas, seed: seed)
        streets = StreetNames(seed: seed)
        faults = FaultLog(limit: limits.faults)
        unplaced = OpenTable(filler: ForceKey(month: 0, force: 0, type: 0), seed: seed)
        points = OpenTable(
            filler: PointKey(longitude: 0, latitude: 0, lsoa: 0, month: 0, type: 0), seed: seed)
        forceMonthIndices = OpenTable(filler: ForceMonthKey(file: 0, month: 0, force: 0), seed: seed)
    }

    /// Where the counts of a force's month in a CSV are kept.
    @inline(__always)
    mutating func forceMonthIndex(_ key: ForceMonthKey) -> Int {
        if key.folded != lastKey {
            lastForceMonth = findForceMonth(key)
            lastKey = key.folded
        }
        return lastForceMonth
    }

    private mutating func findForceMonth(_ key: ForceMonthKey) -> Int {
        let new = UInt32(forceMonths.count + 1)
        let index = forceMonthIndices.update(key) { index in
            if index == 0 { index = new }
            return index
        }
        if index == new { forceMonths.append(ForceMonth(key: key)) }
        return Int(index) - 1
    }

    /// Counts a row with a place.
    ///
    /// - Returns: whether it is the first with its map point, month and type that is counted by point.
    @inline(__always)
    mutating func addKept(
        lsoa: Int, forceMonth: Int, type: Int, point: (longitude: Int32, latitude: Int32)?
    ) throws(RowRefusal) -> Bool {
        if run.lsoa != lsoa || run.forceMonth != forceMonth || run.typeBlock != type / TypeCounts.width {
            try beginRun(lsoa: lsoa, forceMonth: forceMonth, type: type)
        }
        run.counts[type % TypeCounts.width] &+= 1
        guard let point else { return false }
        run.longitude &+= Int(point.longitude)
        run.latitude &+= Int(point.latitude)
        run.located &+= 1
        return lsoas.wantsPoint ? try addPoint(point, type: type) : false
    }

    private mutating func beginRun(lsoa: Int, forceMonth: Int, type: Int) throws(RowRefusal) {
        try endRun()
        let key = forceMonths[forceMonth].key
        run = RowRun(
            lsoa: lsoa, month: key.month, force: key.force, typeBlock: type / TypeCounts.width, forceMonth: forceMonth)
    }

    /// Enters the rows of the run, if there is one. To be called when there are no more rows, too.
    mutating func endRun() throws(RowRefusal) {
        guard run.lsoa >= 0 else { return }
        grid.add(
            run.counts, lsoa: run.lsoa, month: Int(run.month), force: run.force, typeBlock: UInt8(run.typeBlock))
        forceMonths[run.forceMonth].rows.kept += run.counts.total
        lsoas.add(longitude: run.longitude, latitude: run.latitude, rows: run.located, to: run.lsoa)
        run = RowRun()
        guard grid.pageCount <= limits.pages else {
            throw .tooMany("LSOAs and months taken together", limit: limits.pages)
        }
    }

    mutating func addUnplaced(month: UInt16, force: Int, type: Int, forceMonth: Int) {
        let key = ForceKey(
            month: month, force: UInt8(truncatingIfNeeded: force), type: UInt8(truncatingIfNeeded: type))
        unplaced.update(key) { $0 &+= 1 }
        forceMonths[forceMonth].rows.unplaced &+= 1
    }

    mutating func addRefused(forceMonth: Int) {
        forceMonths[forceMonth].rows.refused &+= 1
    }

    private mutating func addPoint(
        _ point: (longitude: Int32, latitude: Int32), type: Int
    ) throws(RowRefusal) -> Bool {
        let key = PointKey(
            longitude: point.longitude, latitude: point.latitude, lsoa: UInt32(run.lsoa), month: run.month,
            type: UInt16(type))
        let rows = points.update(key) { rows in
            rows += 1
            return rows
        }
        guard points.count <= limits.pointCounts else {
            throw .tooMany("map points, months and types taken together", limit: limits.pointCounts)
        }
        return rows == 1
    }
}
