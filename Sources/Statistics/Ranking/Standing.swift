/// How an area stands against others, as a score: by whether the others’ figure lies outside the area’s interval, never by
/// the difference itself.
public enum Standing: Int, Hashable, Sendable, CaseIterable {
    /// Below the others at both confidences.
    case clearlyBelow = 1
    /// Below the others at the lower confidence alone.
    case below = 2
    /// The others' figure lies within the interval, its ends included.
    case similar = 3
    case above = 4
    case clearlyAbove = 5

    /// - Parameters:
    ///   - others: the figure of the group or the benchmark.
    ///   - interval: of the area's figure, usually 95 %.
    ///   - surer: of the same figure at a higher confidence, usually 99.8 %.
    public init(against others: Double, interval: Interval, surer: Interval) {
        self =
            if surer.upper < others, interval.upper < others {
                .clearlyBelow
            } else if interval.upper < others {
                .below
            } else if surer.lower > others, interval.lower > others {
                .clearlyAbove
            } else if interval.lower > others {
                .above
            } else {
                .similar
            }
    }

    /// What a standing means for the partnership.
    public enum Polarity: Hashable, Sendable {
        case highIsBad
        case highIsGood
        /// Recording effort drives the figure, as with drug and weapon offences, stalking and domestic abuse: a high figure
        /// is neither good nor bad.
        case noJudgement
    }

    /// The worse the standing, the higher the score: 5 where it is clearly worse.
    /// - Returns: `nil` where no judgement is made.
    public func score(_ polarity: Polarity) -> Score? {
        switch polarity {
        case .highIsBad: Score.whole[rawValue - 1]
        case .highIsGood: Score.whole[Score.whole.count - rawValue]
        case .noJudgement: nil
        }
    }
}
