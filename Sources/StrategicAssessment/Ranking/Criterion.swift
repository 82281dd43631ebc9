import Storage

/// What themes are scored on, 1 to 5, the highest for what matters most.
public enum Criterion: String, Sendable, Hashable, CaseIterable, SQLConvertible {
    case volume, trend, comparison, harm, perception, influence

    /// Where the score of a criterion comes from.
    public enum Source: Sendable, Hashable {
        /// From a figure, by a rule that is shown.
        case figures
        /// From published weights of offences and the counts here, or by judgement after something published. It is never guessed
        /// from a broad category.
        case publication
        /// From people: each by themselves, with a reason.
        case people
    }

    public var source: Source {
        switch self {
        case .volume, .trend, .comparison: .figures
        case .harm: .publication
        case .perception, .influence: .people
        }
    }

    public var title: String {
        switch self {
        case .volume: "Volume"
        case .trend: "Trend"
        case .comparison: "Beside others"
        case .harm: "Harm"
        case .perception: "Residents"
        case .influence: "Influence"
        }
    }

    /// What a scorer is asked, or what the rule looks at.
    public var question: String {
        switch self {
        case .volume: "How much of it is there?"
        case .trend: "Is there more of it than the year before?"
        case .comparison: "Is there more of it than in places like this one?"
        case .harm: "How much harm does each case do, by a published score of severity?"
        case .perception: "How much does it worry the people who live and work here?"
        case .influence: "How much can the partnership do about it?"
        }
    }

    /// What a 1 and a 5 mean, for somebody who scores.
    public var ends: (low: String, high: String) {
        switch self {
        case .volume: ("little", "very much")
        case .trend: ("fell by a lot", "rose by a lot")
        case .comparison: ("clearly less", "clearly more")
        case .harm: ("little", "very much")
        case .perception: ("hardly anybody", "nearly everybody")
        case .influence: ("nothing", "very much")
        }
    }
}
