/// Where an area lies in a funnel: neutral words, for which side is good is the polarity's to say.
public enum FunnelPosition: Hashable, Sendable {
    /// Below the 99.8 % limit.
    case farBelow
    /// Below the 95 % limit.
    case below
    case within
    /// Above the 95 % limit.
    case above
    /// Above the 99.8 % limit.
    case farAbove

    /// Which limits to judge by.
    public enum Limit: Hashable, Sendable {
        /// Of 20 areas that are all alike one lies outside by chance.
        case percent95
        /// Of 500 areas that are all alike one lies outside by chance.
        case percent99point8
    }

    /// - Parameter limit: the wider limits by default, for a funnel looks at many areas at once.
    public func verdict(_ polarity: Polarity, beyond limit: Limit = .percent99point8) -> BenchmarkVerdict {
        let position: BenchmarkPosition =
            switch (self, limit) {
            case (.farBelow, _), (.below, .percent95): .lower
            case (.farAbove, _), (.above, .percent95): .higher
            default: .similar
            }
        return position.verdict(polarity)
    }

    /// A limit that is touched exactly counts as within.
    init(_ value: Double, within inner: Interval, and outer: Interval) {
        if value < outer.lower {
            self = .farBelow
        } else if value < inner.lower {
            self = .below
        } else if value > outer.upper {
            self = .farAbove
        } else {
            self = value > inner.upper ? .above : .within
        }
    }
}
