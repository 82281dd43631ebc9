import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofDecisions: EntryWords = {
        let words = EntryWords(
            kinds: [
                EntryKind("decision", "Decisions") { try $0.draftNames($1) },
                EntryKind("planned decision", "Forward plan") { try $0.draftNames($1) },
                EntryKind("decision rules", "Rules for decisions"),
                EntryKind("delegation", "Delegations") { try $0.delegationNames($1) },
            ],
            tellings: [
                Telling(.decisionBegun, on: "decision", "began the record of", "begin the record of", to: readers),
                Telling(.decisionChanged, on: "decision", "changed the record of", "change the record of", to: readers),
                Telling(
                    .decisionCalledIn, on: "decision", "entered the call-in of", "enter the call-in of", to: readers),
                Telling(
                    .callInSettled, on: "decision", "entered what became of the call-in of",
                    "enter what became of the call-in of", to: readers),
                Telling(
                    .noticeBegun, on: "planned decision", "began the notice of", "begin the notice of", to: readers),
                Telling(
                    .noticeChanged, on: "planned decision", "changed the notice of", "change the notice of", to: readers
                ),
                Telling(
                    .noticeDropped, on: "planned decision", "dropped from the forward plan",
                    "drop from the forward plan", to: readers),
                Telling(
                    .powerDelegated, on: "delegation", "entered the delegation", "enter the delegation", to: readers),
                Telling(
                    .delegationChanged, on: "delegation", "changed the delegation", "change the delegation",
                    to: readers),
                Telling(.delegationEnded, on: "delegation", "ended the delegation", "end the delegation", to: readers),
                Telling(
                    .decisionRulesSet, on: "decision rules", "set the rules for decisions and call-in",
                    "set the rules for decisions and call-in", isNamed: false, to: readers),
            ],
            fields: [
                EntryField("part", "Part"), EntryField("signatories", "Signatories"), EntryField("outcome", "Outcome"),
                EntryField("call-in days", "Working days for call-in"), EntryField("threshold", "Threshold"),
            ])
        return words.placed([
            "decision": EntryPlace(openedBy: .keepDecisions) { "/committees/decisions/\($0)" },
            "planned decision": EntryPlace(openedBy: .keepDecisions) { "/committees/forward-plan/\($0)" },
            "delegation": EntryPlace(openedBy: .readDecisions) { _ in "/committees/delegations" },
            "decision rules": EntryPlace(openedBy: .keepDecisions) { _ in "/committees/decisions/rules" },
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.keepDecisions.name)
}

extension Act {
    static let decisionBegun = Act("decision begun", "The record of a decision was begun.")
    static let decisionChanged = Act("decision changed", "The record of a decision was changed.")
    static let decisionCalledIn = Act("decision called in", "Everybody was told that a decision is called in.")
    static let callInSettled = Act("call-in settled", "What became of a call-in was entered.")
    static let noticeBegun = Act("notice begun", "A notice for the forward plan was begun.")
    static let noticeChanged = Act("notice changed", "A notice for the forward plan was changed.")
    static let noticeDropped = Act("notice dropped", "A notice was dropped from the forward plan.")
    static let powerDelegated = Act("power delegated", "A power that was delegated was entered.")
    static let delegationChanged = Act("delegation changed", "What is delegated was put right.")
    static let delegationEnded = Act("delegation ended", "A delegation was given its last day.")
    static let decisionRulesSet = Act("decision rules set", "The rules for decisions and call-in were set.")

    /// The acts of this slice.
    public static let ofDecisions: [Act] = [
        .decisionBegun, .decisionChanged, .decisionCalledIn, .callInSettled, .noticeBegun, .noticeChanged,
        .noticeDropped, .decisionRulesSet, .powerDelegated, .delegationChanged, .delegationEnded,
    ]
}
