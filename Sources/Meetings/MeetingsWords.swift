import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofMeetings: EntryWords = {
        let words = EntryWords(
            kinds: [
                EntryKind("meeting", "Meetings") { try $0.meetingNames($1) },
                EntryKind("office closure", "Office closures"),
            ],
            tellings: [
                Telling(.meetingCalled, on: "meeting", "called the", "call the", to: readers),
                Telling(.meetingChanged, on: "meeting", "changed the", "change the", to: readers),
                Telling(.meetingMoved, on: "meeting", "moved the", "move the", to: readers),
                Telling(.meetingCalledOff, on: "meeting", "called off the", "call off the", to: readers),
                Telling(.meetingTakenUp, on: "meeting", "took up again the", "take up again the", to: readers),
                Telling(.meetingAnnounced, on: "meeting", "announced the", "announce the", to: readers),
                Telling(
                    .deadlineSet, on: "meeting", "set another day for a deadline of the",
                    "set another day for a deadline of the", to: readers),
                Telling(
                    .meetingRulesSet, on: "body", "set the rules for meetings of", "set the rules for meetings of",
                    to: readers),
                Telling(
                    .publicTermsSet, on: "body", "said what the public may bring to meetings of",
                    "say what the public may bring to meetings of", to: readers),
                Telling(
                    .officesClosed, on: "office closure", "entered a day on which the offices are closed",
                    "enter a day on which the offices are closed", isNamed: false, to: readers),
                Telling(
                    .officesOpened, on: "office closure", "took back a day on which the offices are closed",
                    "take back a day on which the offices are closed", isNamed: false, to: readers),
                Telling(
                    .agendaChanged, on: "meeting", "changed the agenda of the", "change the agenda of the", to: readers),
                Telling(
                    .agendaPublished, on: "meeting", "published the agenda of the", "publish the agenda of the",
                    to: readers),
                Telling(
                    .withholdingKept, on: "meeting", "looked again at what is kept from the public of the",
                    "look again at what is kept from the public of the", to: readers),
                Telling(
                    .reviewReminded, on: "meeting", "reminded of what is kept from the public of the",
                    "remind of what is kept from the public of the", to: readers),
                Telling(
                    .agendaGiven, on: "meeting", "gave the members the agenda of the",
                    "give the members the agenda of the", to: readers),
            ],
            fields: [
                EntryField("day", "Day"), EntryField("starts", "Starts"), EntryField("place", "Place"),
                EntryField("kind", "Kind"), EntryField("deadline", "Deadline"), EntryField("clear days", "Clear days"),
                EntryField("item", "Item"), EntryField("paper", "Paper"), EntryField("edition", "Edition"),
                EntryField("withheld", "Kept from the public"), EntryField("replaces", "Replaces"),
                EntryField("public may bring", "The public may bring"),
                EntryField("looked at again", "Looked at again"), EntryField("opened", "Opened"),
                EntryField("combined pack", "Combined pack"),
            ])
        return words.placed([
            "meeting": EntryPlace(openedBy: .readMeetings) { "/committees/meetings/\($0)" },
            "office closure": EntryPlace(openedBy: .readMeetings) { _ in "/committees/closures" },
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.arrangeMeetings.name)
}

extension Act {
    static let meetingCalled = Act("meeting called", "A meeting was called.")
    static let meetingChanged = Act("meeting changed", "What is known of a meeting was changed.")
    static let meetingMoved = Act("meeting moved", "A meeting was moved to another day, hour or place.")
    static let meetingCalledOff = Act("meeting called off", "A meeting was called off.")
    static let meetingTakenUp = Act("meeting taken up again", "A meeting that was called off takes place after all.")
    static let meetingAnnounced = Act("meeting announced", "Everybody was told of a meeting.")
    static let deadlineSet = Act("deadline set", "Another day was set for a deadline of a meeting.")
    static let meetingRulesSet = Act("meeting rules set", "The rules for a body’s meetings were set.")
    static let publicTermsSet = Act(
        "public terms set", "It was said what the public may bring before a body’s meetings.")
    static let officesClosed = Act("offices closed", "A day was entered on which the offices are closed.")
    static let officesOpened = Act("offices opened", "A day on which the offices are closed was taken back.")
    static let agendaChanged = Act("agenda changed", "A meeting’s agenda was changed.")
    static let agendaPublished = Act("agenda published", "A meeting’s agenda was laid before everybody.")
    static let withholdingKept = Act(
        "withholding kept", "What is kept from the public was looked at again, and stays so until another day.")
    static let reviewReminded = Act(
        "review reminded", "Clerks were reminded that something kept from the public is to be looked at again.")
    static let agendaGiven = Act(
        "agenda given", "A meeting’s agenda was given to the members of a body that is never public.")

    /// The acts of this slice.
    public static let ofMeetings: [Act] = [
        .meetingCalled, .meetingChanged, .meetingMoved, .meetingCalledOff, .meetingTakenUp, .meetingAnnounced,
        .deadlineSet, .meetingRulesSet, .publicTermsSet, .officesClosed, .officesOpened, .agendaChanged,
        .agendaPublished, .withholdingKept, .reviewReminded, .agendaGiven,
    ]
}
