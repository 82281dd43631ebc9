/// How an area stands against others, as a score: by where it lies in their funnel, whose limits are as wide as the areas
/// differ among themselves. By its own interval nearly every district would stand out: crime is never Poisson-equal.
public enum Standing: Int, Hashable, Sendable, CaseIterable {
    /// Below the 99.8 % limit.
    case clearlyBelow = 1
    /// Below the 95 % limit.
    case below = 2
    /// Within the limits, which are touched too.
    case similar = 3
    case above = 4
    case clearlyAbove = 5

    public init(_ position: FunnelPosition) {
        self =
            switch position {
            case .farBelow: .clearlyBelow
            case .below: .below
            case .within: .similar
            case .above: .above
            case .farAbove: .clearlyAbove
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
