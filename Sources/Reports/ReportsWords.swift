import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofReports: EntryWords = {
        let words = EntryWords(
            kinds: [EntryKind("report", "Reports to committees") { try $0.reportNames($1) }],
            tellings: [
                Telling(.reportBegun, on: "report", "began the", "begin the", to: writers),
                Telling(.reportWritten, on: "report", "wrote part of the", "write part of the", to: writers),
                Telling(.reportAddedTo, on: "report", "added to the", "add to the", to: writers),
                Telling(
                    .reportReordered, on: "report", "put parts in another order in the",
                    "put parts in another order in the",
                    to: writers),
                Telling(
                    .reportRemovedFrom, on: "report", "took something out of the", "take something out of the",
                    to: writers),
                Telling(
                    .reportReturnedTo, on: "report", "put something back into the", "put something back into the",
                    to: writers),
                Telling(
                    .clearanceAsked, on: "report", "asked an officer to clear part of the",
                    "ask an officer to clear part of the", to: writers),
                Telling(.clearanceGiven, on: "report", "cleared part of the", "clear part of the", to: writers),
                Telling(
                    .clearanceWithheld, on: "report", "said what must change in the", "say what must change in the",
                    to: writers),
                Telling(.reportFinished, on: "report", "finished the", "finish the", to: writers),
                Telling(
                    .reportReopened, on: "report", "began a new draft of the", "begin a new draft of the", to: writers),
                Telling(.reportWithdrawn, on: "report", "withdrew the", "withdraw the", to: writers),
                Telling(.reportResumed, on: "report", "took up again the", "take up again the", to: writers),
                Telling(.reportCommented, on: "report", "commented on the", "comment on the", to: writers),
                Telling(
                    .reportCommentAnswered, on: "report", "answered a comment on the", "answer a comment on the",
                    to: writers),
                Telling(
                    .reportCommentSettled, on: "report", "settled a comment on the", "settle a comment on the",
                    to: writers),
            ],
            fields: [
                EntryField("part", "Part"), EntryField("version", "Version"), EntryField("implication", "Implication"),
                EntryField("asked", "Asked of"), EntryField("due on", "Due on"),
                EntryField("final version", "Final version"), EntryField("hash", "SHA-256"),
            ])
        return words.placed(["report": EntryPlace(openedBy: .readReports) { "/reports/\($0)" }])
    }()

    private static let writers = EntryReaders.holders(Permission.writeReports.name)
}

extension Act {
    static let reportBegun = Act("report begun", "A report to a committee was begun.")
    static let reportWritten = Act("report written", "A part of a report to a committee was written.")
    static let reportAddedTo = Act("report added to", "Something was added to a list of a report.")
    static let reportReordered = Act("report put in order", "The parts of a report were put in another order.")
    static let reportRemovedFrom = Act(
        "report part removed", "Something was taken out of a report; its words are kept.")
    static let reportReturnedTo = Act("report part returned", "Something that was taken out of a report was put back.")

    static let clearanceAsked = Act("clearance asked for", "An officer was asked to clear an implication of a report.")
    static let clearanceGiven = Act("clearance given", "The asked officer cleared an implication of a report.")
    static let clearanceWithheld = Act(
        "clearance withheld", "The asked officer said what must change before they clear an implication.")

    static let reportFinished = Act("report finished", "A report was made final.")
    static let reportReopened = Act("report opened again", "A new draft of a final report was begun.")
    static let reportWithdrawn = Act("report withdrawn", "A report was withdrawn.")
    static let reportResumed = Act("report taken up again", "A report that was withdrawn was taken up again.")

    static let reportCommented = Act("report commented on", "Somebody commented on a report while it was written.")
    static let reportCommentAnswered = Act("report’s comment answered", "A comment on a report was answered.")
    static let reportCommentSettled = Act("report’s comment settled", "A comment on a report was settled.")

    /// The acts of this slice.
    public static let ofReports: [Act] = [
        .reportBegun, .reportWritten, .reportAddedTo, .reportReordered, .reportRemovedFrom, .reportReturnedTo,
        .clearanceAsked, .clearanceGiven, .clearanceWithheld, .reportFinished, .reportReopened, .reportWithdrawn,
        .reportResumed, .reportCommented, .reportCommentAnswered, .reportCommentSettled,
    ]
}
