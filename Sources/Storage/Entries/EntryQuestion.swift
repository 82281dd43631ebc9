import Foundation

/// Which of a partnership's entries are wanted. What the reader may read is part of the question, so that nothing else is
/// even looked at.
public struct EntryQuestion: Sendable {
    /// The sorts that the reader may read. Without any, nothing is found.
    public var sorts: Set<EntrySort>
    /// One of these did it; nil for anybody.
    public var actors: [Entry.Actor.Key]?
    /// It was done to one of these; nil for anything.
    public var subjects: [Entry.Subject]?
    public var outcome: KeptEntry.Outcome?
    /// From this moment on.
    public var from: Date?
    /// Before this moment.
    public var until: Date?
    /// Somebody whose own entries are wanted: what they did, of ``sorts``, and what is personal to them.
    var own: Own?

    struct Own: Sendable {
        let subjects: [Entry.Subject]
        let personal: Set<EntrySort>
    }

    public init(of sorts: Set<EntrySort>) {
        self.sorts = sorts
    }

    /// What somebody did, and what was done to them that is theirs to know.
    ///
    /// - Parameters:
    ///   - sorts: of what they did.
    ///   - subjects: what entries call them.
    ///   - personal: the sorts that whoever they are about may read.
    public init(
        ownOf actor: Entry.Actor.Key, _ sorts: Set<EntrySort>, called subjects: [Entry.Subject],
        personal: Set<EntrySort>
    ) {
        self.sorts = sorts
        actors = [actor]
        own = Own(subjects: subjects, personal: personal)
    }
}

/// Where in the chain a page of entries begins.
public enum EntryPosition: Sendable, Hashable {
    case newest
    /// With the one before this number, going back.
    case before(Int)
    /// With those that came just after this number.
    case after(Int)
}

extension Reading {
    /// The entries that are wanted, the newest first.
    ///
    /// However rare they are among however many: each strand of the question is one stretch of an index that is in the
    /// order of the chain, of which no more is read than a page holds.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func entries(
        _ question: EntryQuestion, _ limit: Int, from position: EntryPosition = .newest
    ) throws -> [KeptEntry] {
        guard let stretch = try stretch(question, position) else { return [] }
        var numbers: Set<Int> = []
        let strands = question.strands
        // One engine takes no more than 500 parts of a statement.
        for first in stride(from: 0, to: strands.count, by: 200) {
            let parts = strands[first..<min(first + 200, strands.count)].map {
                page(of: $0, stretch, limit, ascending: position.isAscending)
            }
            for row in try rows(parts.joined(by: " UNION ")) { numbers.insert(try row("number")) }
        }
        let ordered = position.isAscending ? numbers.sorted() : numbers.sorted(by: >)
        return try rows(
            """
            \(EntryChain.columns) WHERE entry.partnership = \(partnership) AND entry.number IN \(Array(ordered.prefix(limit)))
            ORDER BY entry.number DESC
            """
        ).map(KeptEntry.init)
    }

    /// What the program did by itself, by the names of its jobs: one look at the index for each.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func jobsOfEntries() throws -> [String] {
        var names: [String] = []
        while true {
            let next: String? = try value(
                """
                SELECT actor_address FROM entry
                WHERE partnership = \(partnership) AND actor_kind = 'job' AND actor_address > \(names.last ?? "")
                ORDER BY actor_address LIMIT 1
                """)
            guard let next else { return names }
            names.append(next)
        }
    }

    /// The statement that finds the first page of one strand, for a test of how the engine goes about it.
    func page(of strand: SQL, _ stretch: SQL, _ limit: Int, ascending: Bool) -> SQL {
        let order: SQL = ascending ? "ASC" : "DESC"
        return """
            SELECT number FROM (
                SELECT entry.number FROM entry
                WHERE entry.partnership = \(partnership) AND \(strand) AND \(stretch)
                ORDER BY entry.number \(order) LIMIT \(limit)
            ) AS strand
            """
    }

    /// Between which numbers, and between which times; nil where there are none. Order is by number and not by time, which
    /// may have been set back: so numbers say where to look, and times what is meant.
    func stretch(_ question: EntryQuestion, _ position: EntryPosition) throws -> SQL? {
        var conditions: [SQL] = []
        let times = question.times
        if !times.isEmpty {
            // `+ 0` keeps either engine from walking all numbers in order, looking for the first that fits.
            let row = try row(
                """
                SELECT MIN(entry.number + 0) AS low, MAX(entry.number + 0) AS high FROM entry
                WHERE entry.partnership = \(partnership) AND \(SQL.all(of: times))
                """)
            guard let low: Int = try row?("low") ?? nil, let high: Int = try row?("high") ?? nil else { return nil }
            conditions += times + ["entry.number >= \(low)", "entry.number <= \(high)"]
        }
        switch position {
        case .newest: break
        case .before(let number): conditions.append("entry.number < \(number)")
        case .after(let number): conditions.append("entry.number > \(number)")
        }
        return .all(of: conditions)
    }
}

extension EntryPosition {
    var isAscending: Bool { if case .after = self { true } else { false } }
}

extension EntryQuestion {
    fileprivate var times: [SQL] {
        [from.map { "entry.at >= \($0)" }, until.map { "entry.at < \($0)" }].compactMap(\.self)
    }

    /// What is wanted, in parts that each are one stretch of one index (see the migration that makes them), narrowed by
    /// the rest.
    var strands: [SQL] {
        let rest: [SQL] =
            outcome == .done ? ["entry.outcome = 'done'"] : outcome == nil ? [] : ["entry.outcome = 'refused'"]
        if let own {
            let deeds = (actors ?? []).map { SQL.all(of: [$0.strand, Self.condition(sorts)] + rest) }
            return deeds + own.subjects.map { SQL.all(of: [$0.strand, Self.condition(own.personal)] + rest) }
        }
        let who: [SQL] = actors.map { [.any(of: $0.map(\.strand))] } ?? []
        if let subjects {
            return subjects.map { .all(of: [$0.strand, Self.condition(sorts)] + who + rest) }
        }
        if let actors {
            return actors.map { .all(of: [$0.strand, Self.condition(sorts)] + rest) }
        }
        if outcome == .refused {
            return [.all(of: [Self.condition(sorts)] + rest)]
        }
        return sorts.sorted { ($0.act, $0.kind) < ($1.act, $1.kind) }.map { sort in
            .all(of: ["entry.act = \(sort.act) AND entry.subject_kind = \(sort.kind)"] + rest)
        }
    }

    /// Said so that no index takes it for its own: it only narrows what another has found.
    private static func condition(_ sorts: Set<EntrySort>) -> SQL {
        "(entry.subject_kind || ': ' || entry.act) IN \(sorts.map { "\($0.kind): \($0.act)" }.sorted())"
    }
}

extension Entry.Actor.Key {
    fileprivate var strand: SQL { "entry.actor_kind = \(kind) AND entry.actor_address = \(address)" }
}

extension Entry.Subject {
    fileprivate var strand: SQL { "entry.subject_kind = \(kind) AND entry.subject_address = \(address)" }
}
