import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofMinutes: EntryWords = {
        let words = EntryWords(
            kinds: [EntryKind("minutes", "Minutes") { try $0.minutesNames($1) }],
            tellings: [
                Telling(.minutesWritten, on: "minutes", "wrote into the", "write into the", to: readers),
                Telling(.minutesCirculated, on: "minutes", "circulated the", "circulate the", to: readers),
                Telling(
                    .correctionProposed, on: "minutes", "proposed a correction to the", "propose a correction to the",
                    to: readers),
                Telling(
                    .correctionAnswered, on: "minutes", "answered a correction to the", "answer a correction to the",
                    to: readers),
                Telling(
                    .minutesConfirmed, on: "minutes", "entered the confirmation of the",
                    "enter the confirmation of the",
                    to: readers),
                Telling(
                    .actionFinished, on: "minutes", "entered that an action is done of the",
                    "enter that an action is done of the", to: readers),
            ],
            fields: [
                EntryField("part", "Part"), EntryField("minute numbers", "Minute numbers"),
                EntryField("accepted", "Accepted"), EntryField("SHA-256", "SHA-256"),
                EntryField("confirmed on", "Confirmed on"),
            ])
        return words.placed([
            "minutes": EntryPlace(openedBy: .readMinutes) { "/committees/meetings/\($0)/minutes" }
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.takeMinutes.name)
}

extension Act {
    static let minutesWritten = Act("minutes written", "Something was written into the minutes of a meeting.")
    static let minutesCirculated = Act("minutes circulated", "The draft minutes of a meeting were sent round.")
    static let correctionProposed = Act("correction proposed", "A member proposed a correction to draft minutes.")
    static let correctionAnswered = Act("correction answered", "A proposed correction was accepted or was not.")
    static let minutesConfirmed = Act("minutes confirmed", "A meeting confirmed the minutes of an earlier one.")
    static let actionFinished = Act("action finished", "What a meeting gave somebody to do was entered as done.")

    /// The acts of this slice.
    public static let ofMinutes: [Act] = [
        .minutesWritten, .minutesCirculated, .correctionProposed, .correctionAnswered, .minutesConfirmed,
        .actionFinished,
    ]
}
