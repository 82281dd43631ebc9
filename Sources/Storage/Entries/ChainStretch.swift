/// What a walk along a stretch of a chain found. Stretches can be walked at the same time: each entry is held against
/// its detail and against the hash that *stands in* the entry before it, and whoever joins them sees that each begins
/// where the one before it ended.
struct ChainStretch: Sendable {
    /// The number of the entry that it stands on, which is the last one of the stretch before; 0 for the first.
    let base: Int
    /// The hash of that entry, as this stretch found it in the records.
    let baseHash: ChainHash
    /// The last entry that is as it was written, and its hash.
    let number: Int
    let hash: ChainHash
    let problem: ChainProblem?
    /// Whether it goes to its end, and so the chain may go on.
    let isFull: Bool

    /// Walks the stretch behind an entry.
    ///
    /// - Parameter length: how many entries there are in it.
    /// - Throws: ``DatabaseFault``
    init(after base: Int, of partnership: ID<Tenant>, length: Int, on connection: any Connection) throws {
        self.base = base
        var walk = StretchWalk(base: base, length: length, partnership: partnership)
        try walk.readDetails(on: connection)
        try walk.readEntries(on: connection)
        (baseHash, number, hash, problem) = (walk.baseHash, walk.number, walk.hash, walk.problem)
        isFull = number == base + length
    }
}

/// The first entry, by number, that is not as it was written, and what is wrong with it.
struct ChainProblem: Sendable {
    let entry: Int
    let what: String
}

/// A walk along a stretch while it is under way.
private struct StretchWalk {
    private let base: Int
    private let last: Int
    private let partnership: ID<Tenant>
    private let owner: String
    private(set) var baseHash = ChainHash.beginning
    private(set) var number: Int
    private(set) var hash = ChainHash.beginning
    private(set) var problem: ChainProblem?
    private var details: [Detail] = []
    private var place = 0
    /// Why a detail could not be read, by its number.
    private var unreadable: [Int: RowFault] = [:]
    private var form = CanonicalForm()

    private struct Detail {
        let number: Int
        /// What it is hashed to; `nil` where it could not be read.
        let hash: ChainHash?
    }

    init(base: Int, length: Int, partnership: ID<Tenant>) {
        (self.base, last, self.partnership, number) = (base, base + length, partnership, base)
        owner = partnership.description
        details.reserveCapacity(length)
    }

    mutating func readDetails(on connection: any Connection) throws {
        let query: SQL = """
            SELECT number, salt, actor_name, why, changes, refusal FROM entry_detail
            WHERE partnership = \(partnership) AND number > \(base) AND number <= \(last) ORDER BY number
            """
        try connection.lend(query) { row in
            guard let number = try? row.integer(0, "number") else { return }
            do throws(RowFault) {
                details.append(Detail(number: number, hash: try DetailFields(row).hash(with: &form)))
            } catch {
                details.append(Detail(number: number, hash: nil))
                unreadable[number] = error
            }
        }
    }

    mutating func readEntries(on connection: any Connection) throws {
        // The entry it stands on comes first, for its hash.
        let query: SQL = """
            SELECT number, at, act, subject_kind, subject_address, actor_kind, actor_address, outcome, detail_hash, hash
            FROM entry
            WHERE partnership = \(partnership) AND number >= \(max(base, 1)) AND number <= \(last) ORDER BY number
            """
        var isBaseRead = base == 0
        try connection.lend(query) { row in
            guard problem == nil else { return }
            do throws(RowFault) {
                if isBaseRead { try step(row) } else { try stand(on: row) }
                isBaseRead = true
            } catch {
                broken("it can’t be read. \(error)")
            }
        }
    }

    /// Takes the hash that the first entry of the stretch has to hold.
    private mutating func stand(on row: LentRow) throws(RowFault) {
        let found = try row.integer(0, "number")
        guard found == base, let stored = ChainHash(try row.bytes(9, "hash")) else {
            // The stretch before says so too, and what is wrong there.
            problem = ChainProblem(entry: base, what: "it was altered, or is missing")
            return
        }
        (baseHash, hash) = (stored, stored)
    }

    private mutating func step(_ row: LentRow) throws(RowFault) {
        let (found, expected) = (try row.integer(0, "number"), number + 1)
        guard found == expected else { return broken("it is missing; the next is entry \(found)") }
        while place < details.count, details[place].number < expected { place += 1 }
        guard place < details.count, details[place].number == expected else {
            return broken("its names, reasons and values are missing")
        }
        guard let detail = details[place].hash else {
            if let fault = unreadable[expected] { throw fault }
            return
        }
        let entry = try EntryFields(row)
        guard ChainHash(entry.detailHash) == detail else {
            return broken("its names, reasons or values were altered")
        }
        let stored = try row.bytes(9, "hash")
        let wanted = entry.hash(in: owner, after: hash, with: &form)
        guard ChainHash(stored) == wanted else { return broken("it was altered, or is not in its place") }
        (number, hash) = (expected, wanted)
    }

    private mutating func broken(_ what: String) {
        problem = ChainProblem(entry: number + 1, what: what)
    }
}

// MARK: Fields as they lie in the records

extension DetailFields where Text == UnsafeRawBufferPointer, Salt == UnsafeRawBufferPointer {
    fileprivate init(_ row: LentRow) throws(RowFault) {
        salt = try row.bytes(1, "salt")
        actorName = try row.text(2, "actor_name")
        why = try row.textIfAny(3, "why")
        changes = try row.text(4, "changes")
        refusal = try row.textIfAny(5, "refusal")
    }
}

extension EntryFields
where Text == UnsafeRawBufferPointer, Hash == UnsafeRawBufferPointer, Moment == LentMoment {
    fileprivate init(_ row: LentRow) throws(RowFault) {
        number = try row.integer(0, "number")
        at = try LentMoment(row, 1, "at")
        act = try row.text(2, "act")
        subjectKind = try row.text(3, "subject_kind")
        subjectAddress = try row.text(4, "subject_address")
        actorKind = try row.text(5, "actor_kind")
        guard Entry.Actor.Kind(rawValue: String(decoding: actorKind, as: UTF8.self)) != nil else {
            throw row.fault(5, "actor_kind", "Kind")
        }
        actorAddress = try row.text(6, "actor_address")
        outcome = try row.text(7, "outcome")
        guard KeptEntry.Outcome(rawValue: String(decoding: outcome, as: UTF8.self)) != nil else {
            throw row.fault(7, "outcome", "Outcome")
        }
        detailHash = try row.bytes(8, "detail_hash")
    }
}

/// A moment as an engine lends it. In text it has to be in the one format of ``Timestamp``.
private struct LentMoment: CanonicalField {
    private let text: UnsafeRawBufferPointer?
    private let timestamp: Timestamp

    init(_ row: LentRow, _ place: Int, _ column: StaticString) throws(RowFault) {
        switch row.fields[place] {
        case .text(let bytes):
            guard let timestamp = Timestamp(bytes) else { break }
            (text, self.timestamp) = (bytes, timestamp)
            return
        case .moment(let microseconds):
            guard let timestamp = Timestamp(microseconds: microseconds) else { break }
            (text, self.timestamp) = (nil, timestamp)
            return
        default:
            break
        }
        throw row.fault(place, column, "a moment")
    }

    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        if let text { body(text) } else { timestamp.withCanonicalBytes(body) }
    }
}
