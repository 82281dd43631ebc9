/// What the hash of an entry is of: the fields of its row, either as they are about to be written or as they lie in the
/// records.
struct EntryFields<Text: CanonicalField, Moment: CanonicalField, Hash: CanonicalField> {
    let number: Int
    let at: Moment
    let act: Text
    let subjectKind: Text
    let subjectAddress: Text
    let actorKind: Text
    let actorAddress: Text
    let outcome: Text
    let detailHash: Hash

    /// `SHA-256` over ``CanonicalForm`` of: “frankpledge entry 1”, the hash before (32 zero bytes for the first),
    /// partnership, number in decimal digits, time, act, subject's kind and address, actor's kind and address,
    /// outcome, and the hash of the detail.
    ///
    /// - Parameter form: whose room is used; what was in it is forgotten.
    func hash(
        in partnership: String, after previous: some CanonicalField, with form: inout CanonicalForm
    ) -> ChainHash {
        form.begin("frankpledge entry 1")
        form.append(previous)
        form.append(partnership)
        form.append(String(number))
        form.append(at)
        form.append(act)
        form.append(subjectKind)
        form.append(subjectAddress)
        form.append(actorKind)
        form.append(actorAddress)
        form.append(outcome)
        form.append(detailHash)
        return form.digest
    }
}

/// What the hash of an entry's detail is of, likewise.
struct DetailFields<Text: CanonicalField, Salt: CanonicalField> {
    let salt: Salt
    let actorName: Text
    let why: Text?
    let changes: Text
    let refusal: Text?

    /// `SHA-256` over ``CanonicalForm`` of: “frankpledge entry detail 1”, salt, the actor's name, the reason, changes
    /// and refusal.
    ///
    /// - Parameter form: whose room is used; what was in it is forgotten.
    func hash(with form: inout CanonicalForm) -> ChainHash {
        form.begin("frankpledge entry detail 1")
        form.append(salt)
        form.append(actorName)
        form.append(why)
        form.append(changes)
        form.append(refusal)
        return form.digest
    }
}

extension Timestamp: CanonicalField {
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeTemporaryAllocation(byteCount: Self.length, alignment: 1) { room in
            write(to: room)
            body(UnsafeRawBufferPointer(room))
        }
    }
}
