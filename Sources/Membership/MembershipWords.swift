import Storage

extension EntryWords {
    /// How the entries of this module are told. Where its things are to be seen is for those to say who show them.
    public static let ofMembership =
        EntryWords(
            kinds: [
                EntryKind("person", "People", missing: "somebody who is not known here") { try $0.personNames($1) },
                EntryKind("member", "People", in: "person", missing: "somebody who is not known here") {
                    try $0.personNames($1)
                },
                EntryKind("agency", "Agencies") { try $0.agencyNames($1) },
                EntryKind("body", "Bodies") { try $0.bodyNames($1) },
                EntryKind("seat", "Seats") { try $0.seatNames($1) },
                EntryKind("partnership", "The partnership"),
            ],
            tellings: agencies + bodies + seats + people + links + signingIn + secondStep,
            fields: [
                EntryField("agency", "Agency", naming: "agency"),
                EntryField("parent", "Answers to", naming: "body"),
                EntryField("regime", "Its meetings"),
                EntryField("of", "Whose", isAlwaysTold: true),
                EntryField("email", "Email address"),
            ]) + .ofGlass

    private static let whoIsWho = EntryReaders.holders(of: .seeWhoIsWho)
    private static let keepers = EntryReaders.holders(of: .keepPeople)

    private static let agencies: [Telling] = [
        Telling(
            .areaDescribed, on: "partnership", "said what kind of area the partnership is for",
            "say what kind of area the partnership is for", isNamed: false, to: whoIsWho),
        Telling(.agencyAdded, on: "agency", "took in the agency", "take in the agency", to: whoIsWho),
        Telling(
            .agencyChanged, on: "agency", "changed what is known of the agency", "change what is known of the agency",
            to: whoIsWho),
        Telling(
            .agencyLeft, on: "agency", "gave an end to the part taken by the agency",
            "give an end to the part taken by the agency", to: whoIsWho),
        Telling(.agencyReturned, on: "agency", "took in again the agency", "take in again the agency", to: whoIsWho),
        Telling(
            .liaisonOfficerNamed, on: "agency", "named a liaison officer of the agency",
            "name a liaison officer of the agency", to: whoIsWho),
        Telling(
            .liaisonOfficerEnded, on: "agency", "took away the liaison officer of the agency",
            "take away the liaison officer of the agency", to: whoIsWho),
    ]

    private static let bodies: [Telling] = [
        Telling(.bodyAdded, on: "body", "set up the body", "set up the body", to: whoIsWho),
        Telling(
            .bodyChanged, on: "body", "changed what is known of the body", "change what is known of the body",
            to: whoIsWho),
        Telling(.bodyEnded, on: "body", "gave an end to the body", "give an end to the body", to: whoIsWho),
        Telling(
            .bodyResumed, on: "body", "took back the end of the body", "take back the end of the body", to: whoIsWho),
    ]

    private static let seats: [Telling] = [
        Telling(.seatAdded, on: "seat", "set up the seat", "set up the seat", to: whoIsWho),
        Telling(.seatChanged, on: "seat", "changed the seat", "change the seat", to: whoIsWho),
        Telling(.seatEnded, on: "seat", "gave an end to the seat", "give an end to the seat", to: whoIsWho),
        Telling(
            .seatResumed, on: "seat", "took back the end of the seat", "take back the end of the seat", to: whoIsWho),
        Telling(
            .appointed, on: "seat", "appointed somebody to the seat", "appoint somebody to the seat",
            somebody: "holder",
            to: whoIsWho),
        Telling(
            .substituteNamed, on: "seat", "named somebody as a substitute for the seat",
            "name somebody as a substitute for the seat", somebody: "substitute", to: whoIsWho),
        Telling(
            .seatingEnded, on: "seat", "gave an end to somebody’s time in the seat",
            "give an end to somebody’s time in the seat", somebody: "of", to: whoIsWho),
        Telling(
            .firstOfficerSeated, on: "person", "gave the officer’s seat, which nobody held, to",
            "give the officer’s seat, which nobody held, to", to: whoIsWho),
    ]

    /// With email addresses, and reasons for suspending somebody.
    private static let people: [Telling] = [
        Telling(
            .peopleAdded, on: "partnership", "entered people, to be invited", "enter people, to be invited",
            isNamed: false, to: whoIsWho),
        Telling(.personChanged, on: "person", "changed what is known of", "change what is known of", to: keepers),
        Telling(.membershipMoved, on: "person", "changed the membership of", "change the membership of", to: keepers),
    ]
}
