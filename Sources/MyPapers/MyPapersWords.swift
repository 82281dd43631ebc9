import Storage

extension EntryWords {
    /// How the entries of this slice are told: to whoever wrote the note, and to nobody else.
    public static let ofMyPapers = EntryWords(
        kinds: [
            EntryKind("private note", "Private notes") { _, addresses in
                Dictionary(addresses.map { ($0, "private note") }, uniquingKeysWith: { first, _ in first })
            }
        ],
        tellings: [Telling(.noteWritten, on: "private note", "wrote a", "write a", to: .oneself)],
        fields: [])
}

extension Act {
    static let noteWritten = Act("private note written", "Somebody wrote a note on papers that nobody else reads.")

    /// The acts of this slice.
    public static let ofMyPapers: [Act] = [.noteWritten]
}
