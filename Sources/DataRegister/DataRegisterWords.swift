import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofDataRegister: EntryWords = {
        let words = EntryWords(
            kinds: [
                EntryKind("import", "Imports") { try $0.importNames($1) },
                EntryKind("release", "Releases of data") { try $0.releaseNames($1) },
                EntryKind("data set", "Data sets") { try $0.dataSetNames($1) },
                EntryKind("recording change", "Changes of recording"),
            ],
            tellings: [
                Telling(.importBegan, on: "import", "gave the data file", "give the data file", to: readers),
                Telling(
                    .importEnded, on: "import", "read to its end the data file", "read to its end the data file",
                    to: readers),
                Telling(
                    .releaseAccepted, on: "release", "took in the figures of the data file",
                    "take in the figures of the data file", to: readers),
                Telling(.fileOpened, on: "release", "downloaded the data file", "download the data file", to: readers),
                Telling(.dataSetAdded, on: "data set", "entered the data set", "enter the data set", to: readers),
                Telling(.dataSetChanged, on: "data set", "changed the data set", "change the data set", to: readers),
                Telling(
                    .mappingMade, on: "data set", "said how files are read of the data set",
                    "say how files are read of the data set", to: readers),
                Telling(.importWentOn, on: "import", "looked at the data file", "look at the data file", to: readers),
                Telling(
                    .recordingChangeAdded, on: "recording change", "entered a change of recording",
                    "enter a change of recording", isNamed: false, to: readers),
                Telling(
                    .recordingChangeWithdrawn, on: "recording change", "withdrew a change of recording",
                    "withdraw a change of recording", isNamed: false, to: readers),
            ],
            fields: [
                EntryField("sha256", "Fingerprint (SHA-256)"), EntryField("month", "From"),
                EntryField("what changed", "What changed"), EntryField("place", "Where"),
            ])
        return words.placed([
            "import": EntryPlace(openedBy: .importData) { "/data/imports/\($0)" },
            "data set": EntryPlace(openedBy: .readAssessments) { "/data/sets/\($0)" },
            "recording change": EntryPlace(openedBy: .readAssessments) { _ in "/data/changes" },
            "release": EntryPlace(openedBy: .readAssessments) { "/data/releases/\($0)" },
        ])
    }()

    private static let readers = EntryReaders.holders(of: .readAssessments)
}
