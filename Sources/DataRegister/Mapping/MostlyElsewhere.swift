import Wording

/// Rows of a file that lie in other districts than the partnership’s own.
///
/// Those of others are wanted where districts are set side by side. A file most of which lies elsewhere is likelier one that was sent
/// to the wrong partnership, or of the wrong columns: only whoever knows the file can say.
public struct MostlyElsewhere: Sendable, Hashable {
    public struct District: Sendable, Hashable {
        public let name: String
        public let rows: Int
    }

    /// The partnership’s own.
    public let home: String
    /// How many rows can be used and lie in a district that is known.
    public let placed: Int
    /// Those with most first.
    public let districts: [District]

    public var number: Int { districts.reduce(0) { $0 + $1.rows } }

    /// "53 of its 53 rows lie in other districts, and not in Thanet: 31 in Hounslow and 22 in Leeds."
    var sentence: String {
        let named = districts.prefix(Self.mostNamed).map { "\($0.rows.grouped) in \($0.name)" }
        let others = districts.dropFirst(Self.mostNamed)
        let rest = others.reduce(0) { $0 + $1.rows }
        let all = others.isEmpty ? named : named + ["\(rest.grouped) in \(others.count.counted("other", "others"))"]
        return
            "\(number.grouped) of its \(placed.counted("row", "rows")) \(number == 1 ? "lies" : "lie") in other districts, and not "
            + "in \(home): \(all.inWords)."
    }

    private static let mostNamed = 5

    /// Gathers them while a file is read.
    struct Tally {
        let places: PlaceBook
        private var rows: [String: Int] = [:]

        init(_ places: PlaceBook) { self.places = places }

        mutating func take(_ place: Place) {
            guard let district = places.district(of: place) else { return }
            rows[district, default: 0] += 1
        }

        /// Nil where at most half of the rows lie elsewhere, or the own district is not known here.
        var found: MostlyElsewhere? {
            guard let home = places.home else { return nil }
            let placed = rows.values.reduce(0, +)
            let districts = rows.filter { DistrictName($0.key) != DistrictName(home) }
                .map { District(name: $0.key, rows: $0.value) }
                .sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
            let found = MostlyElsewhere(home: home, placed: placed, districts: districts)
            return found.number * 2 > placed ? found : nil
        }
    }
}
