/// Texts that come again and again, each given a number the first time it is met: crime types, forces.
struct NameTable: Sendable {
    private var texts: [TextArena.Text] = []
    private var arena = TextArena()
    /// Numbers plus one, by hash; 0 is free. At least four times as many as the names they may hold.
    private var slots: [UInt16]
    /// Names met lately, each where its hash puts it: nearly every row's is there.
    private var recent = Array(repeating: (text: RecentText(), number: 0), count: 256)
    private let kind: Kind
    private let limit: Int

    /// What the names are.
    enum Kind: String {
        case forces
        case types = "crime types"

        /// The refusal of a row whose name is no name.
        var refusal: RowRefusal {
            switch self {
            case .forces: .fault(.force, .force)
            case .types: .fault(.crimeType, .type)
            }
        }
    }

    /// - Parameter limit: how many different names there may be, at most 60,000.
    init(_ kind: Kind, limit: Int) {
        self.kind = kind
        self.limit = min(limit, 60_000)
        var size = 64
        while size < self.limit * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    var names: [String] { texts.map(arena.string) }

    /// The number of the name in a field, new or old.
    @inline(__always)
    mutating func number(of range: Range<Int>, in bytes: RawSpan) throws(RowRefusal) -> Int {
        let place = Self.ending(of: range, bytes) >> 56
        if !recent[Int(place)].text.matches(range, of: bytes) {
            recent[Int(place)].number = try search(range, bytes)
            recent[Int(place)].text.remember(range, of: bytes)
        }
        return recent[Int(place)].number
    }

    private mutating func search(_ range: Range<Int>, _ bytes: RawSpan) throws(RowRefusal) -> Int {
        var slot = home(of: range, bytes)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if arena.matches(texts[number], range, of: bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard Self.isName(bytes.text(range)) else { throw kind.refusal }
        guard texts.count < limit else { throw .tooMany(kind.rawValue, limit: limit) }
        slots[slot] = UInt16(texts.count + 1)
        texts.append(arena.keep(range, of: bytes))
        return texts.count - 1
    }

    /// A name has something to see in it and nothing that cannot be.
    private static func isName(_ text: String) -> Bool {
        text.contains { $0 != " " } && text.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isUnseen }
    }

    private func home(of range: Range<Int>, _ bytes: RawSpan) -> Int {
        let first = bytes.word(at: range.lowerBound, upTo: range.upperBound)
        var hash = (first ^ UInt64(range.count) ^ Self.ending(of: range, bytes)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        return Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }

    /// A hash of a name's last eight bytes, best in its high bits. Names differ at their ends: "Other crime", "Other
    /// theft"; "Sussex Police", "Surrey Police".
    @inline(__always)
    private static func ending(of range: Range<Int>, _ bytes: RawSpan) -> UInt64 {
        bytes.word(at: max(range.lowerBound, range.upperBound &- 8), upTo: range.upperBound) &* 0x9E37_79B9_7F4A_7C15
    }
}
