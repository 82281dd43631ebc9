/// The LSOAs met, each with its name and where its rows' map points are on the whole.
struct LSOATable: Sendable {
    struct Entry: Sendable {
        let number: LSOANumber
        let name: TextArena.Text
        /// Where the first row of it with this name stood, and of which month.
        let met: RowPlace.Met
        /// Whether rows with this name are to be counted by map point.
        let wantsPoints: Bool
        /// Sums over its rows, in millionths of a degree.
        var longitude = 0
        var latitude = 0
        /// Rows in those sums.
        var located = 0
    }

    /// A second name for the same code.
    struct OtherName: Sendable {
        let lsoa: Int
        let name: TextArena.Text
        let met: RowPlace.Met
        let wantsPoints: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var otherNames: [OtherName] = []
    /// Where they stand among those, by the index of the LSOA: a country’s are renamed by the thousand.
    private var otherNamesOf: [Int: [Int]] = [:]
    private(set) var arena = TextArena()
    /// The LSOA of the last row that was not refused is the likeliest next: files are in order of LSOA.
    private(set) var last = 0
    /// Whether that row is to be counted by map point.
    private(set) var wantsPoint = false
    private var indices: OpenTable<LSOANumber>
    private let points: StreetCrimeReader.PointChoice
    private let limit: Int

    private static let longestName = 100
    /// Second names kept, more than there are LSOAs; further ones say nothing new.
    private static let mostOtherNames = 100_000

    init(points: StreetCrimeReader.PointChoice, limit: Int, seed: UInt64) {
        self.points = points
        self.limit = limit
        indices = OpenTable(filler: LSOANumber(value: 0), seed: seed)
    }

    /// The index of an LSOA, new or old.
    @inline(__always)
    mutating func index(
        of number: LSOANumber, named name: Range<Int>, in bytes: RawSpan, at place: RowPlace.Met
    ) throws(RowRefusal) -> Int {
        var index = last
        if index >= entries.count || entries[index].number != number {
            // The next month has the same LSOAs in the same order.
            index = last + 1
            if index >= entries.count || entries[index].number != number {
                index = try find(number, name, bytes, place)
            }
        }
        let isFirstName = arena.matches(entries[index].name, name, of: bytes)
        wantsPoint = isFirstName ? entries[index].wantsPoints : try note(name, of: index, bytes, place)
        last = index
        return index
    }

    /// Adds sums over rows with a map point.
    mutating func add(longitude: Int, latitude: Int, rows: Int, to lsoa: Int) {
        entries[lsoa].longitude += longitude
        entries[lsoa].latitude += latitude
        entries[lsoa].located += rows
    }

    private mutating func find(
        _ number: LSOANumber, _ name: Range<Int>, _ bytes: RawSpan, _ place: RowPlace.Met
    ) throws(RowRefusal) -> Int {
        let known = indices.value(of: number)
        if known > 0 { return Int(known) - 1 }
        guard entries.count < limit else { throw .tooMany("LSOAs", limit: limit) }
        let wantsPoints = try wantsPoints(name, bytes)
        entries.append(
            Entry(number: number, name: arena.keep(name, of: bytes), met: place, wantsPoints: wantsPoints))
        indices.update(number) { $0 = UInt32(entries.count) }
        return entries.count - 1
    }

    /// Notes another name of an LSOA and tells whether rows with it are to be counted by map point. It is asked here, as
    /// it is of the first, whether it is a name at all: that must not depend on which was met first.
    private mutating func note(
        _ name: Range<Int>, of lsoa: Int, _ bytes: RawSpan, _ place: RowPlace.Met
    ) throws(RowRefusal) -> Bool {
        for index in otherNamesOf[lsoa] ?? [] where arena.matches(otherNames[index].name, name, of: bytes) {
            return otherNames[index].wantsPoints
        }
        let wantsPoints = try wantsPoints(name, bytes)
        if otherNames.count < Self.mostOtherNames {
            let text = arena.keep(name, of: bytes)
            otherNamesOf[lsoa, default: []].append(otherNames.count)
            otherNames.append(OtherName(lsoa: lsoa, name: text, met: place, wantsPoints: wantsPoints))
        }
        return wantsPoints
    }

    /// Whether rows with this name are to be counted by map point.
    /// - Throws: a refusal if the name is not a district and a number, as in "Thanet 001A", which is in Thanet.
    private func wantsPoints(_ name: Range<Int>, _ bytes: RawSpan) throws(RowRefusal) -> Bool {
        let space = UInt8(ascii: " ")
        guard name.count <= Self.longestName, let end = name.last(where: { bytes.byte(at: $0) == space }),
            end > name.lowerBound, end < name.upperBound - 1, bytes.byte(at: name.lowerBound) != space
        else { throw .fault(.lsoaName, .lsoaName) }
        return switch points {
        case .none: false
        case .all: true
        case .districts(let names): names.contains(bytes.text(name.lowerBound..<end))
        }
    }
}

/// Where a row stands among all that are read.
struct RowPlace: Comparable, Sendable {
    let block: Int
    let record: Int

    /// Where something was met first, and in a row of which month.
    struct Met: Sendable {
        let place: RowPlace
        let month: UInt16

        init(_ place: RowPlace, in month: UInt16) {
            (self.place, self.month) = (place, month)
        }

        /// Whether a name that was met so is the one to keep: that of the latest month, and of one month the first.
        func names(better other: Met) -> Bool {
            month == other.month ? place < other.place : month > other.month
        }
    }

    /// After every row.
    static let never = RowPlace(block: .max, record: .max)

    static func < (one: RowPlace, other: RowPlace) -> Bool {
        (one.block, one.record) < (other.block, other.record)
    }
}
