import DataFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// Counts the rows of the files named by LSOA, month and crime type and prints, as one line of JSON, how long it took
// until the counts were in memory, and enough about the groups to tell whether another program found the same.

let arguments = CommandLine.arguments.dropFirst()
let threads = arguments.first.flatMap(Int.init) ?? 2
let files = arguments.dropFirst().map { DataFile(path: $0) }
let reader = StreetCrimeReader(
    StreetCrimeReader.Options(latestMonth: Month(year: 2100, number: 12), threads: threads))

struct Groups {
    var count = 0
    var squares = 0
    var greatest = 0
    private var lsoa = -1
    private var month = Month(ordinal: 0)
    private var types: [Int]

    init(types: Int) {
        self.types = Array(repeating: 0, count: types)
    }

    mutating func add(_ cell: StreetCrimeCounts.Cell) {
        if cell.lsoa != lsoa || cell.month != month {
            close()
            lsoa = cell.lsoa
            month = cell.month
        }
        types[cell.type] += cell.count
    }

    mutating func close() {
        for type in types.indices where types[type] > 0 {
            count += 1
            squares += types[type] * types[type]
            greatest = max(greatest, types[type])
            types[type] = 0
        }
    }
}

func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

do {
    let start = seconds()
    let counts = try reader.read(files)
    let took = seconds() - start
    // What the others are asked for: one number for each LSOA, month and type, whichever force reported the rows.
    // Forces lie between the month and the type in the order of cells.
    var groups = Groups(types: counts.types.count)
    for cell in counts.cells { groups.add(cell) }
    groups.close()
    print(
        """
        {"seconds": \(took), "rows": \(counts.rows.kept), "unplaced": \(counts.rows.unplaced), \
        "refused": \(counts.rows.refused), "groups": \(groups.count), "squares": \(groups.squares), "greatest": \(groups.greatest)}
        """)
} catch {
    print(error)
    exit(1)
}
