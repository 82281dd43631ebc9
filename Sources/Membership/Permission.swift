/// What a member may do, declared beside the code it guards, with the roles whose seats hold it.
///
///     extension Permission {
///         static let importData = Permission(
///             "import data", "Give the partnership new data files.", heldBy: .officer, .analyst)
///     }
public struct Permission: Hashable, Sendable {
    /// In lower case, as lists of who may do what print it.
    public let name: String
    /// What it allows, as a sentence a person reads when it is given to them.
    public let sentence: String
    /// Whoever sits in a seat with one of these has it, and nobody else.
    public let holders: Set<Role>
    /// Whether every member has it, with a seat or without.
    public let isEverybodys: Bool
    /// Whether it asks for a second step of signing in: casework, publishing, and who may do what (S27).
    public let asksForCode: Bool
    /// Why somebody whose seats do not hold it may take it for a while by breaking the glass; nil where nobody ever may,
    /// which is so for all that does not say otherwise. What gives or takes lasting rights is never broken into.
    public let emergency: String?

    /// - Parameter emergency: why it may be broken into.
    public init(
        _ name: StaticString, _ sentence: StaticString, heldBy holders: Role..., asksForCode: Bool = false,
        inEmergency emergency: StaticString? = nil
    ) {
        self.init(name, sentence, heldBy: holders, asksForCode: asksForCode, inEmergency: emergency)
    }

    /// - Parameter emergency: why it may be broken into.
    public init(
        _ name: StaticString, _ sentence: StaticString, heldBy holders: some Sequence<Role>, asksForCode: Bool = false,
        inEmergency emergency: StaticString? = nil
    ) {
        self.name = "\(name)"
        self.sentence = "\(sentence)"
        self.holders = Set(holders)
        self.asksForCode = asksForCode
        self.emergency = emergency.map { "\($0)" }
        isEverybodys = false
    }

    /// What every member may do, with a seat or without: somebody who was just invited, or whose only seat has ended.
    public init(everybodys name: StaticString, _ sentence: StaticString) {
        self.name = "\(name)"
        self.sentence = "\(sentence)"
        holders = Set(Role.allCases)
        asksForCode = false
        emergency = nil
        isEverybodys = true
    }

    /// Who may do it, as somebody is told who may not: “an analyst or an officer”.
    public var holdersInWords: String {
        let roles = holders.map(\.rawValue).sorted().map { "aeiou".contains($0.prefix(1)) ? "an \($0)" : "a \($0)" }
        guard let last = roles.last, roles.count > 1 else { return roles.first ?? "nobody" }
        return "\(roles.dropLast().joined(separator: ", ")) or \(last)"
    }

    func isHeld(by roles: Set<Role>) -> Bool {
        isEverybodys || !holders.isDisjoint(with: roles)
    }
}
