import Wording

/// What became of each CSV as a whole: whether it may stand, and what should be said of it.
struct FileAccount {
    let csvs: [RecordBlocks.File]
    let files: [StreetCrimeCounts.FileSummary]
    let forceMonths: [StreetCrimeCounts.ForceMonth]
    let forces: [String]
    let faults: FaultLog
    let limits: ReadingLimits

    /// - Throws: `DataFileError` for the first file that may not stand.
    func check() throws(DataFileError) {
        for file in files.indices { try check(file) }
        try refuseTwice()
    }

    /// What should be said though nothing is refused for it.
    var remarks: [String] {
        files.indices.flatMap { file in
            var remarks: [String] = []
            if files[file].rows.read == 0 { remarks.append("\(files[file].name) has a header and no rows.") }
            if let extra = csvs[file].columns?.extra, !extra.isEmpty {
                let names = extra.prefix(12).map { "‘\(Legible.short($0))’" }.joined(separator: ", ")
                remarks.append("\(files[file].name) has columns that were not read: \(names).")
            }
            return remarks
        }
    }

    private func check(_ file: Int) throws(DataFileError) {
        let summary = files[file]
        let rows = summary.rows
        let isOfArchive = files.contains { $0.given == summary.given && $0.rows.read > 0 }
        if rows.read == 0, !isOfArchive {
            throw DataFileError(
                file: summary.name, problem: "the file has a header and no rows",
                advice: "Download the month again; if it is empty there too, the force has not supplied it.")
        }
        if let share = summary.repeatedShare {
            throw DataFileError(
                file: summary.name, column: StreetColumns.Column.crimeID.rawValue,
                problem: "about \(Int((share * 100).rounded())) in 100 of its rows repeat a Crime ID that another row "
                    + "has, so that crimes would be counted twice",
                advice: "It may have been joined from the same file twice. Download the month again, and give it as it "
                    + "is.")
        }
        let share = Double(rows.refused) / Double(max(rows.read, 1))
        let isMostlyFaults = rows.refused > limits.refusedRows && share > limits.refusedShare
        // A file of which no row can be used would be a release of nothing, however short it is.
        guard isMostlyFaults || rows.refused > 0 && rows.refused == rows.read else { return }
        let examples = faults.entries.lazy.filter { $0.file == file }.map(\.fault)
        let first = examples.first.map { "; the first is on line \($0.line.grouped): \($0.reason)" } ?? ""
        throw DataFileError(
            file: summary.name,
            problem: "\(rows.refused.grouped) of its \(rows.read.grouped) rows cannot be used\(first)",
            advice: "So many faults mean that the file is not what it should be. Download it again.",
            faults: Array(examples.prefix(20)))
    }

    /// A force's month in two files would be counted twice, since nothing is de-duplicated.
    private func refuseTwice() throws(DataFileError) {
        for (one, other) in zip(forceMonths, forceMonths.dropFirst())
        where one.force == other.force && one.month == other.month {
            throw DataFileError(
                file: files[other.file].name,
                problem: "\(Legible.short(forces[one.force])), \(one.month.name) \(one.month.year) is in this file and "
                    + "in \(files[one.file].name), so it would be counted twice",
                advice: "Give only one of them.")
        }
    }
}
