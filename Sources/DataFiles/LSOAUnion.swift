/// The LSOAs that several threads met each in its own order, in one list in order of code.
struct LSOAUnion: Sendable {
    /// One thread's entry for an LSOA.
    private struct Reference {
        let number: UInt32
        let thread: Int
        let index: Int
    }

    /// One LSOA before its rows are counted.
    struct Merged: Sendable {
        let number: LSOANumber
        /// The name of the latest month, and which thread's table holds it.
        fileprivate(set) var name: (thread: Int, text: TextArena.Text)
        fileprivate var met: RowPlace.Met
        fileprivate(set) var longitude = 0
        fileprivate(set) var latitude = 0
        fileprivate(set) var located = 0
    }

    private(set) var lsoas: [Merged] = []
    /// For each thread, its number for each LSOA in the list, if it met it.
    private(set) var numbers: [[UInt32?]]
    private let tables: [LSOATable]
    /// LSOAs that may have been met with more than one name.
    private var suspects: Set<Int> = []
    /// By thread and place in the list.
    private var othersOf: [[Int]: [LSOATable.OtherName]] = [:]

    init(_ tables: [LSOATable]) {
        self.tables = tables
        numbers = Array(repeating: [], count: tables.count)
        var references: [Reference] = []
        for (thread, table) in tables.enumerated() {
            for (index, entry) in table.entries.enumerated() {
                references.append(Reference(number: entry.number.value, thread: thread, index: index))
            }
        }
        references.sort { $0.number < $1.number }
        for reference in references { add(reference) }
        for (thread, table) in tables.enumerated() where !table.otherNames.isEmpty {
            let places = places(of: thread)
            for other in table.otherNames {
                let index = places[other.lsoa]
                suspects.insert(index)
                othersOf[[thread, index], default: []].append(other)
                if other.met.names(better: lsoas[index].met) {
                    lsoas[index].name = (thread, other.name)
                    lsoas[index].met = other.met
                }
            }
        }
    }

    private mutating func add(_ reference: Reference) {
        let entry = tables[reference.thread].entries[reference.index]
        if lsoas.last?.number != entry.number {
            lsoas.append(Merged(number: entry.number, name: (reference.thread, entry.name), met: entry.met))
            for thread in numbers.indices { numbers[thread].append(nil) }
        }
        let last = lsoas.count - 1
        numbers[reference.thread][last] = UInt32(reference.index)
        let (thread, name) = lsoas[last].name
        if !tables[reference.thread].arena.holds(entry.name, like: name, in: tables[thread].arena) {
            suspects.insert(last)
        }
        if entry.met.names(better: lsoas[last].met) {
            lsoas[last].name = (reference.thread, entry.name)
            lsoas[last].met = entry.met
        }
        lsoas[last].longitude += entry.longitude
        lsoas[last].latitude += entry.latitude
        lsoas[last].located += entry.located
    }

    /// The place in the list of each of a thread's LSOAs.
    func places(of thread: Int) -> [Int] {
        var places = [Int](repeating: 0, count: tables[thread].entries.count)
        for (place, number) in numbers[thread].enumerated() {
            if let number { places[Int(number)] = place }
        }
        return places
    }

    /// The finished LSOA.
    func counted(_ index: Int, rows: Int) -> StreetCrimeCounts.LSOA {
        let merged = lsoas[index]
        let (arena, text) = (tables[merged.name.thread].arena, merged.name.text)
        let name = arena.string(text)
        let scale = 1_000_000 * Double(max(merged.located, 1))
        let position = StreetCrimeCounts.Position(
            longitude: Double(merged.longitude) / scale, latitude: Double(merged.latitude) / scale)
        return StreetCrimeCounts.LSOA(
            code: merged.number.code, name: name,
            district: arena.lastSpace(in: text).map { arena.string(text, upTo: $0) } ?? name,
            rows: rows, position: merged.located > 0 ? position : nil)
    }

    /// Codes met with more than one name: the first, the others in the order met, and the one kept.
    var renamed: [(code: String, first: String, others: [String], kept: String)] {
        suspects.sorted().compactMap { index in
            let met = namesMet(index)
            guard met.count > 1 else { return nil }
            let (thread, text) = lsoas[index].name
            return (lsoas[index].number.code, met[0], Array(met.dropFirst()), tables[thread].arena.string(text))
        }
    }

    /// All names of an LSOA in the order met.
    private func namesMet(_ index: Int) -> [String] {
        var names: [(met: RowPlace, name: String)] = []
        for (thread, table) in tables.enumerated() {
            guard let number = numbers[thread][index] else { continue }
            let entry = table.entries[Int(number)]
            names.append((entry.met.place, table.arena.string(entry.name)))
            for other in othersOf[[thread, index]] ?? [] {
                names.append((other.met.place, table.arena.string(other.name)))
            }
        }
        var ordered: [String] = []
        for (_, name) in names.sorted(by: { $0.met < $1.met }) where !ordered.contains(name) { ordered.append(name) }
        return ordered
    }
}
