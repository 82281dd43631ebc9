import Foundation

/// An entry as it stands in its partnership's chain.
public struct KeptEntry: Sendable {
    public enum Outcome: String, SQLConvertible {
        case done, refused
    }

    /// Its place in the chain, from 1.
    public let number: Int
    public let at: Date
    public let act: String
    public let subject: Entry.Subject
    public let by: Entry.Actor
    public let outcome: Outcome
    /// The entry's hash, which holds the hash of the one before.
    public let hash: [UInt8]

    let detail: EntryDetail
    let detailHash: [UInt8]

    /// The reason that was given, if one was.
    public var why: String? { detail.why }
    /// What became of named fields, as JSON: `[{"field": …, "before": …, "after": …}]`.
    public var changes: String { detail.changes }
    /// Why the act was refused, if it was.
    public var refusal: String? { detail.refusal }

    init(number: Int, entry: Entry, detail: EntryDetail, in chain: EntryChain, after previous: [UInt8]) {
        self.number = number
        self.detail = detail
        at = Timestamp(entry.at).date
        act = entry.act.name
        subject = entry.subject
        by = entry.by
        outcome = detail.refusal == nil ? .done : .refused
        detailHash = detail.hash
        hash = Self.hash(
            of: (number, at, act, subject, by, outcome, detailHash), in: chain.partnership, after: previous)
    }

    init(_ row: Row) throws {
        detail = try EntryDetail(row)
        number = try row("number")
        at = try row("at")
        act = try row("act")
        subject = Entry.Subject(try row("subject_kind"), try row("subject_address"))
        by = Entry.Actor(kind: try row("actor_kind"), address: try row("actor_address"), name: detail.actorName)
        outcome = try row("outcome")
        detailHash = try row("detail_hash")
        hash = try row("hash")
    }

    /// What the hash ought to be, after an entry with the hash `previous`.
    func expectedHash(in partnership: ID<Tenant>, after previous: [UInt8]) -> [UInt8] {
        Self.hash(of: (number, at, act, subject, by, outcome, detailHash), in: partnership, after: previous)
    }

    private typealias Fields = (
        number: Int, at: Date, act: String, subject: Entry.Subject, by: Entry.Actor, outcome: Outcome,
        detailHash: [UInt8]
    )

    /// `SHA-256` over ``CanonicalForm`` of: “frankpledge entry 1”, the hash before (32 zero bytes for the first),
    /// partnership, number in decimal digits, time, act, subject's kind and address, actor's kind and address,
    /// outcome, and the hash of the detail.
    private static func hash(of fields: Fields, in partnership: ID<Tenant>, after previous: [UInt8]) -> [UInt8] {
        var form = CanonicalForm("frankpledge entry 1")
        form.append(previous)
        form.append(partnership.description)
        form.append(String(fields.number))
        form.append(Timestamp(fields.at).description)
        form.append(fields.act)
        form.append(fields.subject.kind)
        form.append(fields.subject.address)
        form.append(fields.by.kind.rawValue)
        form.append(fields.by.address)
        form.append(fields.outcome.rawValue)
        form.append(fields.detailHash)
        return form.hash
    }
}
