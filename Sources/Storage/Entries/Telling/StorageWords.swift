extension EntryWords {
    /// How the entries of this module are told.
    public static let ofStorage = EntryWords(
        kinds: [EntryKind("migration", "Versions of the records"), EntryKind("job", "Jobs")],
        tellings: [
            Telling(
                .migrationApplied, on: "migration", "brought the layout of the records up to date",
                "bring the layout of the records up to date", isNamed: false, to: .installation),
            Telling(
                .searchMadeAnew, on: "partnership", "gathered anew what search can find",
                "gather anew what search can find", isNamed: false, to: .operators),
            Telling(
                .jobTriedAgain, on: "job", "had a failed job tried again", "have a failed job tried again",
                isNamed: false, to: .operators),
        ])
}
