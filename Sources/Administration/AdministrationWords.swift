import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofAdministration = EntryWords(
        kinds: [EntryKind("activity", "Activity")],
        tellings: [
            Telling(
                .activityDownloaded, on: "activity", "downloaded entries of the activity",
                "download entries of the activity", isNamed: false, to: .holders(of: .readActivity))
        ])
}

extension Act {
    static let activityDownloaded = Act("activity downloaded", "Entries of the activity were downloaded as a file.")

    /// The acts of this slice.
    public static let ofAdministration: [Act] = [.activityDownloaded]
}
