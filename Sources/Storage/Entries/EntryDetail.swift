import Foundation

/// The part of an entry that may tell of people: names, reasons, values. It is kept beside the chain, which holds only
/// its salted hash, so that it can one day be erased by law and the chain still verify.
struct EntryDetail: Equatable {
    static let saltLength = 16

    /// Chance, so that a short detail can't be guessed from its hash.
    let salt: [UInt8]
    let actorName: String
    let why: String?
    /// What became of named fields, as a JSON list; kept as text, since its hash is of these very bytes.
    let changes: String
    /// Why the act was refused, if it was.
    let refusal: String?

    init(_ entry: Entry, changes: [Entry.Change], refusal: String?, salt: [UInt8]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.salt = salt
        self.actorName = entry.by.name
        self.why = entry.why
        self.changes = String(decoding: try encoder.encode(entry.changes + changes), as: UTF8.self)
        self.refusal = refusal
    }

    init(_ row: Row) throws {
        salt = try row("salt")
        actorName = try row("actor_name")
        why = try row("why")
        changes = try row("changes")
        refusal = try row("refusal")
    }

    var hash: ChainHash {
        var form = CanonicalForm()
        return DetailFields(salt: salt, actorName: actorName, why: why, changes: changes, refusal: refusal)
            .hash(with: &form)
    }
}

extension Entry.Change: Encodable {
    private enum Key: String, CodingKey { case field, before, after }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(field, forKey: .field)
        try encode(before, .before, into: &container)
        try encode(after, .after, into: &container)
    }

    private func encode(_ value: Value, _ key: Key, into container: inout KeyedEncodingContainer<Key>) throws {
        switch value {
        case .null: try container.encodeNil(forKey: key)
        case .integer(let number): try container.encode(number, forKey: key)
        case .real(let number) where number.isFinite: try container.encode(number, forKey: key)
        case .real(let number): try container.encode(number.description, forKey: key)
        case .boolean(let truth): try container.encode(truth, forKey: key)
        case .text(let text): try container.encode(text, forKey: key)
        case .bytes(let bytes): try container.encode(bytes.hexadecimal, forKey: key)
        }
    }
}
