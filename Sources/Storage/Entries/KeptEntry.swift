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
        let detailHash = detail.hash
        self.detailHash = detailHash.bytes
        var form = CanonicalForm()
        hash =
            EntryFields(
                number: number, at: Timestamp(at), act: act, subjectKind: subject.kind,
                subjectAddress: subject.address, actorKind: by.kind.rawValue, actorAddress: by.address,
                outcome: outcome.rawValue, detailHash: detailHash
            ).hash(in: chain.partnership.description, after: previous, with: &form).bytes
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
}
