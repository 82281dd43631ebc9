import DataRegister
import Membership
import Storage

extension EntryWords {
    /// How the entries of comparator sets are told.
    public static let ofComparators: EntryWords = {
        let words = EntryWords(
            kinds: [EntryKind("comparator set", "Sets to compare with") { try $0.comparatorNames($1) }],
            tellings: [
                Telling(
                    .comparatorsAdded, on: "comparator set", "entered the set to compare with",
                    "enter the set to compare with", to: readers),
                Telling(
                    .comparatorsChanged, on: "comparator set", "changed the set to compare with",
                    "change the set to compare with", to: readers),
                Telling(
                    .comparatorsChosen, on: "comparator set", "chose for the ranking the set",
                    "choose for the ranking the set", to: readers),
                Telling(
                    .comparatorsRetired, on: "comparator set", "retired the set to compare with",
                    "retire the set to compare with", to: readers),
                Telling(
                    .comparatorsBroughtBack, on: "comparator set", "brought back the set to compare with",
                    "bring back the set to compare with", to: readers),
                Telling(
                    .comparatorsLeft, on: "comparator set", "chose to compare the ranking with no set",
                    "choose to compare the ranking with no set", isNamed: false, to: readers),
            ],
            fields: [EntryField("members", "Members"), EntryField("ranking", "Used for the ranking")])
        return words.placed([
            "comparator set": EntryPlace(openedBy: .readAssessments) { "/comparators/\($0)" }
        ])
    }()

    private static let readers = EntryReaders.holders(of: .readAssessments)
}

extension Act {
    static let comparatorsAdded = Act("comparators added", "A set of districts to compare with was entered.")
    static let comparatorsChanged = Act("comparators changed", "A set of districts to compare with was changed.")
    static let comparatorsChosen = Act(
        "comparators chosen", "It was chosen with which districts rankings compare the own.")
    static let comparatorsLeft = Act("comparators left", "It was chosen to compare rankings with no set of districts.")

    static let comparatorsRetired = Act(
        "comparators retired", "A set of districts was retired: nothing new is compared with it.")
    static let comparatorsBroughtBack = Act(
        "comparators brought back", "A set of districts that was retired was brought back.")

    /// The acts of comparator sets.
    public static let ofComparators: [Act] = [
        .comparatorsAdded, .comparatorsChanged, .comparatorsChosen, .comparatorsLeft, .comparatorsRetired,
        .comparatorsBroughtBack,
    ]
}
