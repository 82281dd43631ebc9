/// Reads rows into a tally, one after another.
struct StreetRowReader: Sendable {
    var tally: StreetTally
    /// Of the CSV begun.
    var rows = StreetTally.FileRows()
    private var file = 0
    private let earliest: Int
    private let latest: Int
    /// The month met last, as text and as a number.
    private var monthText: UInt64 = 0
    private var month: UInt16 = 0
    /// The LSOA met last, code and name.
    private var lsoaText = RecentText()

    private static let firstOf2021 = UInt16(StreetCrimeReader.firstMonthOf2021.ordinal)
    private static let longestForce = 100
    private static let longestType = 80

    init(options: StreetCrimeReader.Options, seed: UInt64) {
        tally = StreetTally(options: options, seed: seed)
        earliest = StreetCrimeReader.earliestMonth.ordinal
        latest = min(options.latestMonth.ordinal, Int(UInt16.max))
    }

    /// Begins a stretch of rows of one CSV.
    mutating func begin(file: Int) {
        self.file = file
        rows = StreetTally.FileRows()
    }

    /// Enters in the tally what is still held back.
    mutating func finish() throws(RowRefusal) {
        try tally.endRun()
        tally.files[file, default: StreetTally.FileRows()] += rows
    }

    /// Counts one row.
    /// - Throws: why the row was refused; it is counted as refused only if its force and month could be read.
    @inline(__always)
    mutating func count(
        _ row: StreetRow, _ bytes: RawSpan, _ ends: Span<UInt32>, _ columns: StreetColumns
    ) throws(RowRefusal) {
        guard row.fields.count == columns.names.count else {
            // A line with nothing on it is no row.
            if row.fields.count == 1, row.range(0, ends).isEmpty { return }
            throw .fault(.fieldCount, nil)
        }
        let columns = columns.places
        let month = try readMonth(row.range(columns.month, ends), bytes)
        let force = try readForce(row.range(columns.force, ends), bytes)
        let forceMonth = tally.forceMonthIndex(
            ForceMonthKey(
                file: UInt32(truncatingIfNeeded: file), month: month, force: UInt8(truncatingIfNeeded: force)))
        do throws(RowRefusal) {
            let point = try Self.readPoint(row, bytes, ends, columns)
            let type = try readType(row.range(columns.type, ends), bytes)
            guard let lsoa = try readLSOA(row, bytes, ends, columns) else {
                tally.addUnplaced(month: month, force: force, type: type, forceMonth: forceMonth)
                note(row, bytes, ends, columns)
                return
            }
            if try tally.addKept(lsoa: lsoa, forceMonth: forceMonth, type: type, point: point), let point {
                tally.streets.note(
                    SpotKey(longitude: point.longitude, latitude: point.latitude),
                    row.range(columns.location, ends), in: bytes, at: row.place)
            }
            note(row, bytes, ends, columns)
        } catch {
            if case .fault = error { tally.addRefused(forceMonth: forceMonth) }
            throw error
        }
    }

    /// What tells of the file rather than of its counts.
    @inline(__always)
    private mutating func note(
        _ row: StreetRow, _ bytes: RawSpan, _ ends: Span<UInt32>, _ columns: StreetColumns.Places
    ) {
        noteMark(row.range(columns.context, ends), bytes)
        let id = row.range(columns.crimeID, ends)
        if id.count >= 16 { rows.ids.note(bytes.word(at: id.lowerBound), bytes.word(at: id.lowerBound &+ 8)) }
    }

    /// Rows made up for an example say so in their Context.
    @inline(__always)
    private mutating func noteMark(_ context: Range<Int>, _ bytes: RawSpan) {
        if !context.isEmpty, bytes.text(context).hasPrefix("Generated example") { rows.generated += 1 }
    }

    @inline(__always)
    private mutating func readMonth(_ range: Range<Int>, _ bytes: RawSpan) throws(RowRefusal) -> UInt16 {
        guard range.count == 7 else { throw .fault(.month, .month) }
        let text = bytes.word(at: range.lowerBound, upTo: range.upperBound)
        if text == monthText { return month }
        guard let new = Month(bytes.text(range)) else { throw .fault(.month, .month) }
        guard (earliest...max(earliest, latest)).contains(new.ordinal) else { throw .fault(.monthOutOfRange, .month) }
        monthText = text
        month = UInt16(new.ordinal)
        // What may stand in one month may not in another.
        lsoaText.forget()
        return month
    }

    @inline(__always)
    private mutating func readForce(_ range: Range<Int>, _ bytes: RawSpan) throws(RowRefusal) -> Int {
        guard !range.isEmpty, range.count <= Self.longestForce else { throw .fault(.force, .force) }
        return try tally.forces.number(of: range, in: bytes)
    }

    @inline(__always)
    private mutating func readType(_ range: Range<Int>, _ bytes: RawSpan) throws(RowRefusal) -> Int {
        guard !range.isEmpty, range.count <= Self.longestType else { throw .fault(.crimeType, .type) }
        return try tally.types.number(of: range, in: bytes)
    }

    /// The LSOA's index, or nil for a row without one.
    @inline(__always)
    private mutating func readLSOA(
        _ row: StreetRow, _ bytes: RawSpan, _ ends: Span<UInt32>, _ columns: StreetColumns.Places
    ) throws(RowRefusal) -> Int? {
        let code = row.range(columns.lsoaCode, ends)
        let name = row.range(columns.lsoaName, ends)
        // Code and name stand side by side as a rule, and are what they were in the row before.
        let isPair = code.count == 9 && name.lowerBound == code.upperBound &+ 1
        let pair = isPair ? Range(uncheckedBounds: (code.lowerBound, name.upperBound)) : code
        if isPair, lsoaText.matches(pair, of: bytes) { return tally.lsoas.last }
        if code.isEmpty {
            guard name.isEmpty else { throw .fault(.nameWithoutCode, .lsoaCode) }
            return nil
        }
        guard let number = LSOANumber(code, in: bytes) else { throw .fault(.lsoaCode, .lsoaCode) }
        if number.isNewIn2021, month < Self.firstOf2021 { throw .fault(.lsoaOf2021, .lsoaCode) }
        guard !name.isEmpty else { throw .fault(.codeWithoutName, .lsoaName) }
        let index = try tally.lsoas.index(of: number, named: name, in: bytes, at: RowPlace.Met(row.place, in: month))
        if isPair { lsoaText.remember(pair, of: bytes) } else { lsoaText.forget() }
        return index
    }

    /// The map point, or nil for a row without one.
    @inline(__always)
    private static func readPoint(
        _ row: StreetRow, _ bytes: RawSpan, _ ends: Span<UInt32>, _ columns: StreetColumns.Places
    ) throws(RowRefusal) -> (longitude: Int32, latitude: Int32)? {
        let east = row.range(columns.longitude, ends)
        let north = row.range(columns.latitude, ends)
        if east.isEmpty, north.isEmpty { return nil }
        // The British Isles lie well within these.
        guard let longitude = Microdegrees.read(east, bytes), (-11_000_000...3_000_000).contains(longitude) else {
            throw .fault(.longitude, .longitude)
        }
        guard let latitude = Microdegrees.read(north, bytes), (48_000_000...62_000_000).contains(latitude) else {
            throw .fault(.latitude, .latitude)
        }
        return (longitude, latitude)
    }
}

extension LSOANumber {
    /// Reads `E01024695`; nil for anything but E01 or W01 and six digits.
    @inline(__always)
    init?(_ range: Range<Int>, in bytes: RawSpan) {
        guard range.count == 9 else { return nil }
        let country = bytes.byte(at: range.lowerBound)
        let isWales = country == UInt8(ascii: "W")
        guard isWales || country == UInt8(ascii: "E") else { return nil }
        // The other eight are digits, and the first two are 01.
        guard let digits = bytes.word(at: range.lowerBound &+ 1).decimalDigits,
            (1_000_000...1_999_999).contains(digits)
        else { return nil }
        value = UInt32(digits &- 1_000_000) &+ (isWales ? 1_000_000 : 0)
    }
}
