import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofStrategicAssessment: EntryWords = {
        let words = EntryWords(
            kinds: [
                EntryKind("strategic assessment", "Strategic assessments") { try $0.annualAssessmentNames($1) },
                EntryKind("severity list", "Severity scores") { try $0.severityListNames($1) },
            ],
            tellings: [
                Telling(
                    .assessmentBegun, on: "strategic assessment", "began the", "begin the", to: readers),
                Telling(
                    .monthsChosen, on: "strategic assessment", "chose other months for the",
                    "choose other months for the", to: readers),
                Telling(
                    .assessmentTakenAway, on: "strategic assessment", "took away the", "take away the", to: readers),
                Telling(
                    .scoringClosed, on: "strategic assessment", "closed the scoring of the", "close the scoring of the",
                    to: readers),
                Telling(
                    .scoringOpened, on: "strategic assessment", "opened the scoring again of the",
                    "open the scoring again of the", to: readers),
                Telling(
                    .textWritten, on: "strategic assessment", "wrote part of the", "write part of the", to: readers),
                Telling(
                    .themeAdded, on: "strategic assessment", "added a theme to the", "add a theme to the",
                    to: readers),
                Telling(
                    .themeChanged, on: "strategic assessment", "changed a theme of the", "change a theme of the",
                    to: readers),
                Telling(
                    .themeLeftOut, on: "strategic assessment", "left a theme out of the", "leave a theme out of the",
                    to: readers),
                Telling(
                    .themeTakenBack, on: "strategic assessment", "took a theme back into the",
                    "take a theme back into the", to: readers),
                Telling(
                    .themesCounted, on: "strategic assessment", "counted the themes from another data set in the",
                    "count the themes from another data set in the", to: readers),
                Telling(
                    .themesScored, on: "strategic assessment", "scored themes of the", "score themes of the",
                    to: readers),
                Telling(
                    .rankingRulesSet, on: "strategic assessment", "set the weights and rules of the",
                    "set the weights and rules of the", to: readers),
                Telling(
                    .rankingAgreed, on: "strategic assessment", "kept an agreed order of themes of the",
                    "keep an agreed order of themes of the", to: readers),
                Telling(
                    .focusChosen, on: "strategic assessment", "chose a focus ward for the",
                    "choose a focus ward for the", to: readers),
                Telling(
                    .focusChanged, on: "strategic assessment", "said anew why a focus ward is followed in the",
                    "say anew why a focus ward is followed in the", to: readers),
                Telling(
                    .focusEnded, on: "strategic assessment", "ended a focus ward of the", "end a focus ward of the",
                    to: readers),
                Telling(
                    .severityImported, on: "severity list", "imported the severity scores",
                    "import the severity scores", to: readers),
                Telling(
                    .commentMade, on: "strategic assessment", "commented on the", "comment on the", to: readers),
                Telling(
                    .commentAnswered, on: "strategic assessment", "answered a comment on the",
                    "answer a comment on the", to: readers),
                Telling(
                    .commentSettled, on: "strategic assessment", "settled a comment on the",
                    "settle a comment on the", to: readers),
            ],
            fields: Criterion.allCases.map {
                EntryField("weight of \($0.title.lowercased())", "Weight of \($0.title.lowercased())")
            } + [
                EntryField("scores given", "Scores given"), EntryField("agreed by", "Agreed by"),
                EntryField("agreed on", "Agreed on"),
                EntryField("part", "Part"), EntryField("theme", "Theme"), EntryField("version", "Version"),
                EntryField("months", "Months"), EntryField("compared with", "Compared with"),
                EntryField("year", "Year"), EntryField("focus ward", "Focus ward"),
                EntryField("reason", "Reason"), EntryField("weights", "Weights"),
                EntryField("counts from", "Counted from"), EntryField("themes", "Themes"),
                EntryField("severity scores", "Severity scores"),
            ])
        return words.placed([
            "strategic assessment": EntryPlace(openedBy: .readStrategicAssessments) {
                "/strategic-assessments/by-id/\($0)"
            },
            "severity list": EntryPlace(openedBy: .readStrategicAssessments) { "/severity-scores/\($0)" },
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.readStrategicAssessments.name)
}

extension Act {
    static let assessmentBegun = Act("assessment begun", "The year’s strategic assessment was begun.")
    static let monthsChosen = Act("assessment’s months chosen", "Other months were chosen for a strategic assessment.")
    static let textWritten = Act("assessment written", "A part of a strategic assessment was written.")
    static let themeAdded = Act("theme added", "A theme was added to a strategic assessment.")
    static let themeChanged = Act("theme changed", "What a theme covers was changed.")
    static let themeLeftOut = Act("theme left out", "A theme was left out of a strategic assessment.")
    static let themeTakenBack = Act("theme taken back", "A theme that was left out was taken back.")

    static let assessmentTakenAway = Act(
        "assessment taken away", "A strategic assessment that had nothing in it was taken away.")
    static let scoringClosed = Act("scoring closed", "The scoring of a strategic assessment was closed.")
    static let scoringOpened = Act("scoring opened", "The scoring of a strategic assessment was opened again.")

    static let themesCounted = Act(
        "themes counted from another set", "The themes of a strategic assessment were counted from another data set.")
    static let themesScored = Act("themes scored", "Somebody scored themes of a strategic assessment.")
    static let rankingRulesSet = Act("ranking rules set", "The weights and rules of a ranking were set.")
    static let rankingAgreed = Act("ranking agreed", "An order of themes that was agreed was kept.")

    static let focusChosen = Act("focus ward chosen", "A ward was chosen to be followed through a year.")
    static let focusChanged = Act("focus ward changed", "It was said anew why a ward is followed.")
    static let focusEnded = Act("focus ward ended", "A ward is not followed any more.")

    static let severityImported = Act("severity scores imported", "Published scores of severity were imported.")

    static let commentMade = Act("assessment commented on", "Somebody commented on a strategic assessment.")
    static let commentAnswered = Act("comment answered", "A comment on a strategic assessment was answered.")
    static let commentSettled = Act("comment settled", "A comment on a strategic assessment was settled.")

    /// The acts of this slice.
    public static let ofStrategicAssessment: [Act] = [
        .assessmentBegun, .monthsChosen, .assessmentTakenAway, .scoringClosed, .scoringOpened, .textWritten,
        .themeAdded, .themeChanged, .themeLeftOut, .themeTakenBack,
        .themesCounted, .themesScored, .rankingRulesSet, .rankingAgreed, .focusChosen, .focusChanged, .focusEnded,
        .severityImported,
        .commentMade, .commentAnswered, .commentSettled,
    ]
}
