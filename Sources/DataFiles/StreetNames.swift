/// What the map points met are called: "On or near High Street".
///
/// A point has one name in a release, the one of the first of its rows that has any: which thread read it makes no difference.
struct StreetNames: Sendable {
    struct Entry: Sendable {
        let spot: SpotKey
        let name: TextArena.Text
        /// Where its row stood.
        let met: RowPlace
    }

    private(set) var entries: [Entry] = []
    private var arena = TextArena()
    private var indices: OpenTable<SpotKey>

    private static let longest = 100

    init(seed: UInt64) {
        indices = OpenTable(filler: SpotKey(longitude: 0, latitude: 0), seed: seed)
    }

    /// Keeps a point's name, if it has none yet and the field holds one. No row is refused for it.
    mutating func note(_ spot: SpotKey, _ field: Range<Int>, in bytes: RawSpan, at place: RowPlace) {
        guard !field.isEmpty, field.count <= Self.longest, indices.value(of: spot) == 0 else { return }
        guard Self.isName(bytes.text(field)) else { return }
        entries.append(Entry(spot: spot, name: arena.keep(field, of: bytes), met: place))
        indices.update(spot) { $0 = UInt32(entries.count) }
    }

    func name(_ entry: Entry) -> String { arena.string(entry.name) }

    /// Whether there is something to see in it, and no more than what the publisher writes where it knows of none.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard !words.isEmpty, text.unicodeScalars.allSatisfy({ !$0.properties.generalCategory.isUnseen }) else {
            return false
        }
        return words != ["On", "or", "near"] && words != ["No", "Location"] && words != ["No", "location"]
    }
}
