import Storage

extension EntryWords {
    /// How the entries of this module are told.
    public static let ofNotices = EntryWords(
        kinds: [EntryKind("letter", "Letters")],
        tellings: [
            Telling(
                .letterSent, on: "letter", "handed a letter to the mail server", "hand a letter to the mail server",
                isNamed: false, to: .operators),
            Telling(
                .letterGivenUp, on: "letter", "gave up sending a letter", "give up sending a letter", isNamed: false,
                to: .operators),
            Telling(
                .noticesRead, on: "person", "marked their notices as read", "mark their notices as read",
                isNamed: false, to: .oneself),
            Telling(
                .noticesChosen, on: "person", "chose how to hear of their notices",
                "choose how to hear of their notices", isNamed: false, to: .oneself),
            Telling(
                .noticesMailed, on: "person", "wrote about new notices to", "write about new notices to", to: .oneself),
        ])
}
