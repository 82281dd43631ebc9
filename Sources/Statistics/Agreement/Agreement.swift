/// Whether the people who scored agree well enough for one order of themes to speak for them.
public struct Agreement: Hashable, Sendable {
    /// Krippendorff's α by order: the headline, because it bears absences and uses only the order of a scale of 1 to 5.
    public let alpha: Double?
    /// Krippendorff's α by differences.
    public let alphaByInterval: Double?
    /// Krippendorff's α by sameness alone.
    public let alphaByName: Double?
    /// Kendall's W; `nil` where somebody abstained or nobody told themes apart.
    public let order: KendallW?
    /// ICC(2,1) and ICC(2,k); `nil` where somebody abstained or all scores are the same.
    public let correlation: IntraclassCorrelation?

    public init(of sheet: ScoreSheet) {
        alpha = KrippendorffAlpha.value(of: sheet, .ordinal)
        alphaByInterval = KrippendorffAlpha.value(of: sheet, .interval)
        alphaByName = KrippendorffAlpha.value(of: sheet, .nominal)
        order = KendallW(of: sheet)
        correlation = IntraclassCorrelation(of: sheet)
    }

    public enum Verdict: Hashable, Sendable {
        case agreed
        /// α is at least 0.667 and under 0.8: for tentative conclusions only.
        case tentative
        /// α is under 0.667: show how scores spread, not one order.
        case notAgreed
        /// Nobody differs from anybody, or no theme has two scores, so that nothing can be said.
        case unknown
    }

    /// *Source*: Krippendorff 2004, section 11.4: rely on α of 0.8 and more; draw tentative conclusions from 0.667.
    public var verdict: Verdict { Self.verdict(of: alpha) }

    /// The same of an α that was kept.
    public static func verdict(of alpha: Double?) -> Verdict {
        guard let alpha else { return .unknown }
        if alpha < leastTentative { return .notAgreed }
        return alpha < leastAgreed ? .tentative : .agreed
    }

    public static let leastTentative = 2.0 / 3
    public static let leastAgreed = 0.8
}
