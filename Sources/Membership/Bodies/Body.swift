import Storage

/// A group that meets, or a team.
public struct Body: Hashable, Sendable {
    /// Which rules its meetings are under.
    public enum Regime: String, Sendable, CaseIterable, SQLConvertible {
        case partnership
        case councilEngland = "council, England"
        case executiveEngland = "executive, England"
        case councilWales = "council, Wales"
        case executiveWales = "executive, Wales"
        case privatePanel = "private panel"
        case publicMeeting = "public meeting"
        case team
    }

    public let id: ID<Body>
    public let details: BodyDetails
    /// From when until when there is such a body.
    public let term: Term

    init(id: ID<Body>, details: BodyDetails, term: Term) {
        self.id = id
        self.details = details
        self.term = term
    }

    public var name: String { details.name }
    public var parent: ID<Body>? { details.parent }
    public var isStrategyGroup: Bool { details.isStrategyGroup }
}

/// A body as it is entered or changed.
public struct BodyDetails: Hashable, Sendable {
    public let name: String
    public let regime: Body.Regime
    /// The body it answers to.
    public let parent: ID<Body>?
    /// What it is for, in a sentence; empty where nobody has said.
    public let purpose: String
    /// "every month"; empty where nobody has said.
    public let frequency: String
    /// Whether it is the group that prepares the assessment and the plan on behalf of the responsible authorities.
    public let isStrategyGroup: Bool

    public init(
        name: String, regime: Body.Regime, parent: ID<Body>? = nil, purpose: String = "", frequency: String = "",
        isStrategyGroup: Bool = false
    ) {
        self.name = name
        self.regime = regime
        self.parent = parent
        self.purpose = purpose
        self.frequency = frequency
        self.isStrategyGroup = isStrategyGroup
    }
}
