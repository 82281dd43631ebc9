import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told. No entry ever holds how to reach somebody of the public: entries are for good.
    public static let ofParticipation: EntryWords = {
        let words = EntryWords(
            kinds: [EntryKind("submission", "From the public") { try $0.submissionNames($1) }],
            tellings: [
                Telling(.submissionEntered, on: "submission", "entered the", "enter the", to: readers),
                Telling(.submissionChanged, on: "submission", "changed the", "change the", to: readers),
                Telling(.submissionAccepted, on: "submission", "accepted the", "accept the", to: readers),
                Telling(.submissionRejected, on: "submission", "rejected the", "reject the", to: readers),
                Telling(.submissionWithdrawn, on: "submission", "withdrew the", "withdraw the", to: readers),
                Telling(.submissionTakenUp, on: "submission", "took up again the", "take up again the", to: readers),
                Telling(
                    .submissionAnswered, on: "submission", "entered the answer to the", "enter the answer to the",
                    to: readers),
                Telling(
                    .contactErased, on: "submission", "erased the contact details of the",
                    "erase the contact details of the", to: readers),
            ],
            fields: [EntryField("submission kind", "Kind")])
        return words.placed([
            "submission": EntryPlace(openedBy: .keepSubmissions) { "/committees/submissions/\($0)" }
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.keepSubmissions.name)
}

extension Act {
    static let submissionEntered = Act("submission entered", "Something that the public brings was entered.")
    static let submissionChanged = Act(
        "submission changed", "What is known of something the public brings was changed.")
    static let submissionAccepted = Act(
        "submission accepted", "It was decided that a meeting hears what the public brings.")
    static let submissionRejected = Act(
        "submission rejected", "It was decided that a meeting does not hear what the public brings.")
    static let submissionWithdrawn = Act("submission withdrawn", "Something that the public brought was withdrawn.")
    static let submissionTakenUp = Act(
        "submission taken up again", "Something that was withdrawn or decided waits to be decided again.")
    static let submissionAnswered = Act("submission answered", "An answer to the public was entered.")
    static let contactErased = Act("contact erased", "How to reach somebody of the public was erased.")

    /// The acts of this slice.
    public static let ofParticipation: [Act] = [
        .submissionEntered, .submissionChanged, .submissionAccepted, .submissionRejected, .submissionWithdrawn,
        .submissionTakenUp, .submissionAnswered, .contactErased,
    ]
}
