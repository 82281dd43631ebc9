import Administration
import Assessment
import DataRegister
import Decisions
import Meetings
import Membership
import Minutes
import MyPapers
import Notices
import Participation
import Partnership
import Publishing
import Recommendations
import Reports
import Storage
import StrategicAssessment

extension Installation {
    /// Everything that is done in the program, by the slice that does it.
    static let acts: [Act] =
        Act.ofStorage + Act.ofMembership + Act.ofNotices + Act.ofPartnership + Act.ofDataRegister
        + Act.ofAdministration + Act.ofPublishing + Act.ofComparators + Act.ofStrategicAssessment
        + Act.ofReports + Act.ofMeetings + Act.ofMinutes + Act.ofMyPapers
        + Act.ofRecommendations + Act.ofDecisions + Act.ofParticipation + Act.ofProgram

    /// How every entry is told, and to whom. An act that no slice tells of is told to nobody.
    static let words =
        (EntryWords.ofStorage + .ofMembership + .ofNotices + .ofPartnership + .ofDataRegister
        + .ofAdministration + .ofPublishing + .ofComparators + .ofStrategicAssessment + .ofReports + .ofMeetings
        + .ofMinutes + .ofMyPapers + .ofRecommendations + .ofDecisions + .ofParticipation + .ofProgram).placed(
            EntryPlace.ofWhoIsWho)
}

extension Installation {
    /// What was done in the partnership, told to each as far as it is theirs to know.
    var activityLog: ActivityLog {
        ActivityLog(database, words: Self.words, permissions: Program.permissions)
    }
}

extension Act {
    /// The acts of the program as a whole.
    static let ofProgram: [Act] = [
        .clockSetBack, .backupMade, .recordsChecked, .damageTold, .diskRoomChanged, .diskRoomTold,
    ]
}

extension EntryWords {
    /// How the entries of the program as a whole are told. They lie on the installation's own chain, but for what was told.
    static let ofProgram = EntryWords(
        kinds: [
            EntryKind("clock", "The clock"), EntryKind("backup", "Backups"), EntryKind("check", "Nightly checks"),
            EntryKind("disk", "The disk"),
        ],
        tellings: [
            Telling(
                .clockSetBack, on: "clock", "noticed that the clock was set back",
                "note that the clock was set back", isNamed: false, to: .installation),
            Telling(
                .backupMade, on: "backup", "made a backup of everything", "make a backup of everything",
                isNamed: false, to: .installation),
            Telling(
                .recordsChecked, on: "check", "read all entries and kept files through",
                "read all entries and kept files through", isNamed: false, to: .installation),
            Telling(
                .damageTold, on: "check", "told of records that are not as they were written",
                "tell of records that are not as they were written", isNamed: false, to: .operators),
            Telling(
                .diskRoomChanged, on: "disk", "noticed how much room there is on the disk",
                "note how much room there is on the disk", isNamed: false, to: .installation),
            Telling(
                .diskRoomTold, on: "disk", "told how much room there is on the disk",
                "tell how much room there is on the disk", isNamed: false, to: .operators),
        ])
}
