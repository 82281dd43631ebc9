/// How far a walk along a chain has come: stretches are joined to it in their order.
struct ChainWalk: Sendable {
    let partnership: ID<Tenant>
    /// How many entries there are in a stretch.
    let length: Int
    /// The last entry, and its hash.
    private(set) var number = 0
    private var hash = ChainHash.beginning
    private(set) var check: ChainCheck?
    /// Whether the last stretch ended before its end: then so did the chain.
    private(set) var isAtEnd = false

    /// Two keep two cores busy, and leave connections to whoever else reads.
    static let stretchesAtOnce = 2
    /// Each stretch is a transaction of its own, of some milliseconds.
    static let usualLength = 2_000

    init(partnership: ID<Tenant>, length: Int) {
        (self.partnership, self.length) = (partnership, length)
    }

    /// Takes the next stretch in.
    mutating func join(_ stretch: ChainStretch) {
        guard stretch.base == number, stretch.baseHash == hash else {
            return broken(number, "it was altered while the chain was walked")
        }
        (number, hash) = (stretch.number, stretch.hash)
        if let problem = stretch.problem { return broken(problem.entry, problem.what) }
        isAtEnd = !stretch.isFull
    }

    /// What came of it, once it is at the end: what was added since is walked too, and the last entry has to be the one
    /// that was written last, or the end of the chain was cut off. All that is left is seen at one moment.
    ///
    /// - Throws: ``DatabaseFault``
    mutating func finish(on connection: any Connection) throws -> ChainCheck {
        repeat {
            if check == nil {
                join(try ChainStretch(after: number, of: partnership, length: length, on: connection))
            }
        } while check == nil && !isAtEnd
        return try check ?? end(on: connection)
    }

    private func end(on connection: any Connection) throws -> ChainCheck {
        let later = try connection.rows(
            """
            SELECT number FROM entry WHERE partnership = \(partnership) AND number > \(number)
            ORDER BY number LIMIT 1
            """)
        if let later = later.first {
            let next: Value = try later("number")
            let place = if case .integer(let next) = next { "; the next is entry \(next)" } else { "" }
            return .broken(entry: number + 1, "it is missing" + place)
        }
        let heads = try connection.rows("SELECT number, hash FROM entry_head WHERE partnership = \(partnership)")
        guard let head = heads.first else {
            return number == 0
                ? .whole(entries: 0, head: hash.bytes) : .broken(entry: number, "the chain’s head is missing")
        }
        let (lastNumber, lastHash): (Value, Value) = (try head("number"), try head("hash"))
        if lastNumber == .integer(Int64(number)), lastHash == .bytes(hash.bytes) {
            return .whole(entries: number, head: hash.bytes)
        }
        if case .integer(let last) = lastNumber, last > number {
            return .broken(entry: number + 1, "it is missing, with all after it up to entry \(last)")
        }
        return .broken(entry: max(number, 1), "it is the last entry, and the chain’s head does not match it")
    }

    private mutating func broken(_ entry: Int, _ what: String) {
        check = .broken(entry: entry, what)
        isAtEnd = true
    }
}
