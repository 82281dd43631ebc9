import Membership
import Storage

extension EntryWords {
    /// How the entries of this slice are told.
    public static let ofRecommendations: EntryWords = {
        let words = EntryWords(
            kinds: [EntryKind("recommendation", "Recommendations") { try $0.recommendationNames($1) }],
            tellings: [
                Telling(
                    .recommendationFollowed, on: "recommendation", "entered a step of the", "enter a step of the",
                    to: readers),
                Telling(
                    .recommendationStepStruck, on: "recommendation", "struck out a step of the",
                    "strike out a step of the", to: readers),
                Telling(
                    .recommendationAnswered, on: "recommendation", "entered the answer to the",
                    "enter the answer to the", to: readers),
                Telling(
                    .recommendationPublished, on: "recommendation", "published what became of the",
                    "publish what became of the", to: readers),
            ],
            fields: [EntryField("step", "Step")])
        return words.placed([
            "recommendation": EntryPlace(openedBy: .readRecommendations) { "/committees/recommendations/\($0)" }
        ])
    }()

    private static let readers = EntryReaders.holders(Permission.followRecommendations.name)
}

extension Act {
    static let recommendationFollowed = Act(
        "recommendation followed", "Something that became of a recommendation was entered.")
    static let recommendationStepStruck = Act(
        "recommendation step struck out", "Something that was entered wrongly of a recommendation was struck out.")
    static let recommendationAnswered = Act(
        "recommendation answered", "A body’s answer to a recommendation was entered.")
    static let recommendationPublished = Act(
        "recommendation published", "What became of a recommendation was laid before everybody.")

    /// The acts of this slice.
    public static let ofRecommendations: [Act] = [
        .recommendationFollowed, .recommendationStepStruck, .recommendationAnswered, .recommendationPublished,
    ]
}
