import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofPartnership = EntryWords(tellings: [
        Telling(
            .partnershipEntered, on: "partnership", "set up the partnership in this installation",
            "set up the partnership in this installation", isNamed: false, to: .installation),
        Telling(
            .partnershipMoved, on: "partnership", "gave the partnership’s site another host name",
            "give the partnership’s site another host name", isNamed: false, to: .installation),
        Telling(
            .partnershipDescribed, on: "partnership", "changed what the partnership says of itself",
            "change what the partnership says of itself", isNamed: false, to: .holders(Permission.seeWhoIsWho.name)),
    ])
}

extension EntryPlace {
    /// Where the things of who is who are to be seen, by their kind.
    public static let ofWhoIsWho: [String: EntryPlace] = [
        "person": EntryPlace(openedBy: .seeWhoIsWho) { "/partnership/people/\($0)" },
        "member": EntryPlace(openedBy: .seeWhoIsWho) { "/partnership/people/\($0)" },
        "agency": EntryPlace(openedBy: .seeWhoIsWho) { "/partnership/agencies/\($0)" },
        "body": EntryPlace(openedBy: .seeWhoIsWho) { "/partnership/bodies/\($0)" },
        "seat": EntryPlace(openedBy: .seeWhoIsWho) { "/partnership/seats/\($0)" },
    ]
}
