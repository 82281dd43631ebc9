import DataFiles

/// Made-up incidents in the format of data.police.uk, calibrated to published totals.
///
/// Each year has exactly the incidents of each type that the facts give it. They fall on months by season and chance, on
/// LSOAs by their real share, and on invented points. No incident is real, and every row says so. The same facts and seed
/// give the same bytes everywhere.
public struct ExampleYear: Sendable {
    /// What stands in the Context column of every row, so that a file declares itself wherever it goes. It has no comma,
    /// for data.police.uk's own rows need no quotes and readers are fastest without.
    public static let declaration = "Generated example: not a real incident"

    /// The seed of the example that is served: the year of the Crime and Disorder Act.
    public static let usualSeed: UInt64 = 1998

    /// One month's file.
    public struct MonthFile: Sendable {
        public let month: Month
        /// `2014-01-kent-street.csv`, as data.police.uk names it.
        public let fileName: String
        /// Comma-separated text in UTF-8.
        public let bytes: [UInt8]

        /// The bytes read as text.
        public var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    public let facts: ExampleFacts
    public let seed: UInt64

    private let plan: IncidentPlan
    private let map: IncidentMap

    public init(facts: ExampleFacts, seed: UInt64) {
        self.facts = facts
        self.seed = seed
        plan = IncidentPlan(facts: facts, seed: seed)
        map = IncidentMap(facts: facts, seed: seed)
    }

    /// Every month's file, generated anew each time it is asked for.
    public var months: [MonthFile] {
        var files: [MonthFile] = []
        write { month, fileName, bytes in
            if files.last?.month == month {
                let begun = files.removeLast()
                files.append(MonthFile(month: month, fileName: fileName, bytes: begun.bytes + bytes))
            } else {
                files.append(MonthFile(month: month, fileName: fileName, bytes: bytes))
            }
        }
        return files
    }

    /// Writes the months piece by piece, a piece of about 64 KiB at a time: as many rows as wished, in constant memory.
    /// - Parameters:
    ///   - rows: how many rows in all, the headers not counted, shared out as the example's own are; nil for those.
    ///   - sink: takes each piece with its month and file name; a month's pieces follow one another.
    public func write(
        rows: Int? = nil, to sink: (_ month: Month, _ fileName: String, _ bytes: [UInt8]) throws -> Void
    ) rethrows {
        let plan = rows.map(plan.scaled(to:)) ?? plan
        for (index, counts) in plan.months.enumerated() {
            let month = Month(year: facts.years[0], number: 1).advanced(by: index)
            let fileName = "\(month)-kent-street.csv"
            try write(counts, of: month) { bytes in try sink(month, fileName, bytes) }
        }
    }

    private func write(
        _ counts: IncidentPlan.MonthCounts, of month: Month, to sink: ([UInt8]) throws -> Void
    ) rethrows {
        var random = ExampleRandom(seed: seed, for: .incidents(month.ordinal))
        var rows = IncidentRows(month: month.description)
        rows.begin()
        let spread = map.spread(counts.placed, by: &random)
        for (place, byType) in spread.enumerated() {
            for (type, count) in byType.enumerated() {
                for _ in 0..<count {
                    let point = map.point(in: place, by: &random)
                    map.add(type: type, at: point, to: &rows, by: &random)
                    if rows.bytes.count >= Self.pieceSize { try sink(rows.take()) }
                }
            }
        }
        for _ in 0..<counts.unplaced {
            map.add(type: map.typeOfUnplaced(by: &random), at: nil, to: &rows, by: &random)
            if rows.bytes.count >= Self.pieceSize { try sink(rows.take()) }
        }
        if !rows.bytes.isEmpty { try sink(rows.take()) }
    }

    private static let pieceSize = 65_536
}
