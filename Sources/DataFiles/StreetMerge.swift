/// Joins what the threads counted into one result, and refuses what only the whole can show.
struct StreetMerge {
    private let tallies: [StreetTally]
    private let csvs: [RecordBlocks.File]
    private let skipped: [String]
    private let limits: ReadingLimits
    private let threads: Int
    private let forces: NameUnion
    private let types: NameUnion
    private let lsoas: LSOAUnion
    private let faults: FaultLog

    init(
        _ tallies: [StreetTally], files: [RecordBlocks.File], skipped: [String], options: StreetCrimeReader.Options
    ) {
        self.tallies = tallies
        csvs = files
        self.skipped = skipped
        limits = options.limits
        threads = max(1, options.threads)
        forces = NameUnion(tallies.map(\.forces.names))
        types = NameUnion(tallies.map(\.types.names))
        lsoas = LSOAUnion(tallies.map(\.lsoas))
        faults = FaultLog(merging: tallies.map(\.faults), limit: options.limits.faults)
    }

    /// - Throws: `DataFileError` if a file has no rows, too many that were refused, or a force's month that another
    ///   has too.
    func counts() throws(DataFileError) -> StreetCrimeCounts {
        let forceMonths = forceMonths()
        let account = FileAccount(
            csvs: csvs, files: summaries(forceMonths), forceMonths: forceMonths, forces: forces.names, faults: faults,
            limits: limits)
        try account.check()
        let joined = joined()
        return StreetCrimeCounts(
            forces: forces.names, types: types.names,
            lsoas: joined.flatMap(\.lsoas),
            months: Set(forceMonths.lazy.filter { $0.rows.kept + $0.rows.unplaced > 0 }.map(\.month)).sorted(),
            rows: account.files.reduce(into: RowTally()) { $0 += $1.rows },
            forceMonths: forceMonths.filter { $0.rows.read > 0 }, files: account.files,
            faults: faults.entries.map(\.fault), faultCounts: faults.counts,
            remarks: account.remarks + renamings, skipped: skipped,
            generatedRows: account.files.reduce(0) { $0 + $1.generatedRows }, unplaced: unplaced(), points: points(),
            streets: streets(),
            parts: joined.map(\.pages))
    }

    /// The cells and the LSOAs, each thread doing a stretch of the LSOAs.
    private func joined() -> [(pages: CellPages, lsoas: [StreetCrimeCounts.LSOA])] {
        let grids = tallies.map(\.grid)
        let (forces, types, lsoas, threads) = (forces, types, lsoas, threads)
        return concurrentMap(threads) { part in
            let count = lsoas.lsoas.count
            let range = count * part / threads..<count * (part + 1) / threads
            let pages = CellPages(grids, forces: forces, types: types, lsoas: lsoas, range: range)
            var rows = Array(repeating: 0, count: range.count)
            for (key, counts) in zip(pages.keys, pages.counts) { rows[key.lsoa - range.lowerBound] += counts.total }
            return (pages, range.map { lsoas.counted($0, rows: rows[$0 - range.lowerBound]) })
        }
    }

    private func forceMonths() -> [StreetCrimeCounts.ForceMonth] {
        struct Key: Hashable { let file: Int, force: Int, month: UInt16 }
        var rows: [Key: RowTally] = [:]
        for (tally, places) in zip(tallies, forces.places) {
            for part in tally.forceMonths {
                let key = Key(file: Int(part.key.file), force: places[Int(part.key.force)], month: part.key.month)
                rows[key, default: RowTally()] += part.rows
            }
        }
        return rows.sorted { ($0.key.force, $0.key.month, $0.key.file) < ($1.key.force, $1.key.month, $1.key.file) }
            .map { key, rows in
                StreetCrimeCounts.ForceMonth(
                    force: key.force, month: Month(ordinal: Int(key.month)), rows: rows, file: key.file)
            }
    }

    private func summaries(_ forceMonths: [StreetCrimeCounts.ForceMonth]) -> [StreetCrimeCounts.FileSummary] {
        var rows = Array(repeating: RowTally(), count: csvs.count)
        for part in forceMonths {
            rows[part.file] += RowTally(kept: part.rows.kept, unplaced: part.rows.unplaced)
        }
        return csvs.indices.map { file in
            let known = tallies.reduce(into: StreetTally.FileRows()) { $0 += $1.files[file] ?? StreetTally.FileRows() }
            rows[file].refused = known.refused
            return StreetCrimeCounts.FileSummary(
                name: csvs[file].name, given: csvs[file].given, rows: rows[file], generatedRows: known.generated,
                repeatedShare: known.ids.unusualShare)
        }
    }

    private func unplaced() -> [StreetCrimeCounts.ForceCell] {
        struct Key: Hashable { let force: Int, month: UInt16, type: Int }
        var cells: [Key: Int] = [:]
        for (thread, tally) in tallies.enumerated() {
            for (key, count) in tally.unplaced.entries {
                let force = forces.places[thread][Int(key.force)]
                let type = types.places[thread][Int(key.type)]
                cells[Key(force: force, month: key.month, type: type), default: 0] += Int(count)
            }
        }
        return cells.sorted { ($0.key.force, $0.key.month, $0.key.type) < ($1.key.force, $1.key.month, $1.key.type) }
            .map { key, count in
                StreetCrimeCounts.ForceCell(
                    force: key.force, month: Month(ordinal: Int(key.month)), type: key.type, count: count)
            }
    }

    private func points() -> [StreetCrimeCounts.PointCount] {
        var all = OpenTable(
            filler: PointKey(longitude: 0, latitude: 0, lsoa: 0, month: 0, type: 0), seed: UInt64.random(in: 0 ... .max)
        )
        for (thread, tally) in tallies.enumerated() {
            let places = lsoas.places(of: thread)
            for (key, count) in tally.points.entries {
                let key = PointKey(
                    longitude: key.longitude, latitude: key.latitude,
                    lsoa: UInt32(places[Int(key.lsoa)]), month: key.month,
                    type: UInt16(types.places[thread][Int(key.type)]))
                all.update(key) { $0 &+= count }
            }
        }
        return all.entries.sorted { $0.key < $1.key }.map { key, count in
            StreetCrimeCounts.PointCount(
                lsoa: Int(key.lsoa), longitude: key.longitude, latitude: key.latitude,
                month: Month(ordinal: Int(key.month)), type: Int(key.type), count: Int(count))
        }
    }

    /// Each point by the name that was met first, in order of place.
    private func streets() -> [StreetCrimeCounts.Street] {
        struct Met {
            let name: String
            let place: RowPlace
        }
        var first: [Int64: (spot: SpotKey, met: Met)] = [:]
        for tally in tallies {
            for entry in tally.streets.entries {
                let key = Int64(bitPattern: entry.spot.folded)
                if let known = first[key], known.met.place < entry.met { continue }
                first[key] = (entry.spot, Met(name: tally.streets.name(entry), place: entry.met))
            }
        }
        return first.values.sorted { ($0.spot.longitude, $0.spot.latitude) < ($1.spot.longitude, $1.spot.latitude) }
            .map { spot, met in
                StreetCrimeCounts.Street(longitude: spot.longitude, latitude: spot.latitude, name: met.name)
            }
    }

    private var renamings: [String] {
        lsoas.renamed.map { code, first, others, kept in
            "LSOA \(code) is called ‘\(first)’ first and later "
                + others.map { "‘\(Legible.short($0))’" }.joined(separator: ", ") + "; the "
                + (kept == first ? "first name" : "name of the latest month") + " was kept."
        }
    }
}

extension PointKey: Comparable {
    static func < (one: PointKey, other: PointKey) -> Bool {
        (one.lsoa, one.longitude, one.latitude, one.month, one.type)
            < (other.lsoa, other.longitude, other.latitude, other.month, other.type)
    }
}
