// Built together with the sources of DataFiles by `Fuzz/run`, so that what is internal can be set small: a fuzzer's
// inputs are short, and blocks must still end within them.

/// Reads whatever the fuzzer makes as a street-level file, and checks what must hold of every result.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var options = StreetCrimeReader.Options(latestMonth: Month(year: 2030, number: 12), points: .all, threads: 1)
    // In one piece, and in buffers that are quickly made.
    options.limits.blockBytes = 1 << 13
    // The same file must give the same result in one piece and in many, on one thread and on two.
    let whole = outcome(bytes, options)
    options.threads = 2
    options.limits.blockBytes = 97
    let pieces = outcome(bytes, options)
    precondition(whole == pieces, "\(whole)\n\(pieces)")
    return 0
}

private func outcome(_ bytes: [UInt8], _ options: StreetCrimeReader.Options) -> String {
    do throws(DataFileError) {
        let counts = try StreetCrimeReader(options).read([DataFile(bytes: bytes, name: "fuzz")])
        check(counts)
        let cells = counts.cells.map { "\($0)" }.joined(separator: "\n")
        return "\(counts.rows) \(counts.faults) \(counts.remarks) \(counts.unplaced) \(counts.points)\n\(cells)"
    } catch {
        precondition(!error.problem.isEmpty && !error.advice.isEmpty)
        // Of several things wrong with a file, which is met first depends on where its blocks end.
        return "refused"
    }
}

private func check(_ counts: StreetCrimeCounts) {
    precondition(counts.rows.kept == counts.cells.reduce(0) { $0 + $1.count })
    precondition(counts.rows.kept == counts.lsoas.reduce(0) { $0 + $1.rows })
    precondition(counts.rows.unplaced == counts.unplaced.reduce(0) { $0 + $1.count })
    precondition(counts.rows.refused == counts.faultCounts.values.reduce(0, +))
    precondition(counts.faults.count == min(counts.rows.refused, 1_000))
    precondition(counts.points.reduce(0) { $0 + $1.count } <= counts.rows.kept)
    precondition(counts.rows.read == counts.files.reduce(0) { $0 + $1.rows.read })
    precondition(counts.rows.read > 0)
}
