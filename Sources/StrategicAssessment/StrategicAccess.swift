import Membership

extension Permission {
    /// Reading what is being written, before it is published.
    public static let readStrategicAssessments = Permission(
        "read strategic assessments", "Read the strategic assessment while it is being written.",
        heldBy: Role.allCases.filter { $0 != .administrator })
    /// Beginning one, its themes, and its words.
    public static let writeStrategicAssessments = Permission(
        "write strategic assessments", "Begin the year’s strategic assessment, set out its themes, and write it.",
        heldBy: .officer, .analyst)

    /// Saying what figures cannot: how much a theme worries people, and how much the partnership can do.
    public static let scoreThemes = Permission(
        "score themes", "Score the themes of the strategic assessment.",
        heldBy: Role.allCases.filter { $0 != .administrator && $0 != .clerk })

    /// Seeing how themes are scored before an order is agreed, and at any time who gave which score and why. A clerk keeps the
    /// papers: they read the order that was agreed, as those will show it, and not what each member thought.
    public static let readScores = Permission(
        "read scores", "See how themes are scored, by whom, and why.", heldBy: scoreThemes.holders)

    /// Saying that all scores are given: from then on everybody sees them.
    public static let closeScoring = Permission(
        "close scoring", "Close the scoring of the strategic assessment’s themes, and open it again.", heldBy: .officer)

    /// Saying what a partner makes of it before it is published.
    public static let reviewStrategicAssessments = Permission(
        "review strategic assessments", "Comment on the strategic assessment while it is being written.",
        heldBy: Role.allCases.filter { $0 != .administrator })

    /// The permissions of this slice.
    public static let ofStrategicAssessment: Set<Permission> = [
        .readStrategicAssessments, .writeStrategicAssessments, .scoreThemes, .readScores, .closeScoring,
        .reviewStrategicAssessments,
    ]
}
