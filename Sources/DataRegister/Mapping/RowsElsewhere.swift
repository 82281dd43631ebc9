import Wording

/// How many rows of a file lie surely in other districts.
public struct RowsElsewhere: Hashable, Sendable {
    /// By where, most first.
    public let places: [Place]

    public struct Place: Hashable, Sendable {
        public let name: String
        public let rows: Int
        /// The line of the first.
        public let line: Int
    }

    private static let named = 5

    public var rows: Int { places.reduce(0) { $0 + $1.rows } }

    /// "1 row lies in Camden (line 714), not here: it is not counted."; nil of none.
    public var sentence: String? {
        guard !places.isEmpty else { return nil }
        var told = places.prefix(Self.named).map { place in
            "\(place.rows.grouped) in \(place.name) (\(place.rows == 1 ? "line" : "first on line") \(place.line.grouped))"
        }
        let rest = places.dropFirst(Self.named)
        if !rest.isEmpty { told.append("\(rest.reduce(0) { $0 + $1.rows }.grouped) in \(rest.count) other places") }
        return
            "\(rows.counted("row lies", "rows lie")) elsewhere: \(told.inWords). "
            + "\(rows == 1 ? "It is" : "They are") not here and not counted, and \(rows == 1 ? "takes" : "take") nothing away from "
            + "what is."
    }

    struct Tally {
        private var found: [String: (rows: Int, line: Int)] = [:]

        mutating func take(_ name: String, line: Int) {
            let known = found[name] ?? (0, line)
            found[name] = (known.rows + 1, known.line)
        }

        var elsewhere: RowsElsewhere {
            RowsElsewhere(
                places: found.map { Place(name: $0.key, rows: $0.value.rows, line: $0.value.line) }
                    .sorted { ($1.rows, $0.name) < ($0.rows, $1.name) })
        }
    }
}
