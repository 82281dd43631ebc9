/// An interest that somebody declared in an item, and what they did about it.
public struct Declaration: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Localism Act 2011 s.31.
        case pecuniary = "disclosable pecuniary interest"
        case registrable = "other registrable interest"
        case nonRegistrable = "non-registrable interest"
        /// Under the code of conduct in Wales.
        case prejudicial = "prejudicial interest"
        case personal = "personal interest"
        case officer = "officer’s interest"

        /// "a disclosable pecuniary interest"
        var withArticle: String { self == .registrable || self == .officer ? "an \(rawValue)" : "a \(rawValue)" }

        static func offered(isWelsh: Bool) -> [Kind] {
            isWelsh ? [.personal, .prejudicial, .officer] : [.pecuniary, .registrable, .nonRegistrable, .officer]
        }
    }

    public enum Action: String, Codable, Sendable, CaseIterable {
        case leftRoom = "left the room"
        case spokeAndLeft = "spoke and left"
        case dispensation = "holds a dispensation"
        case stayed

        /// What stands in the minutes.
        var words: String {
            switch self {
            case .leftRoom: "left the room while the item was considered"
            case .spokeAndLeft: "spoke as a member of the public may, and then left the room"
            case .dispensation: "stayed and took part under a dispensation"
            case .stayed: "stayed and took part"
            }
        }
    }

    public let id: String
    /// The seat of who declared it; empty for an officer.
    public let seat: String
    /// Of an officer, who has no seat.
    public let name: String
    public let kind: Kind
    /// What it is: "her husband works for the applicant".
    public let nature: String
    public let action: Action

    public init(id: String, seat: String, name: String = "", kind: Kind, nature: String, action: Action) {
        (self.id, self.seat, self.name) = (id, seat, name)
        (self.kind, self.nature, self.action) = (kind, nature, action)
    }

    /// Whether they take no part in the vote, and are not counted among those who could.
    public var barsFromVote: Bool {
        switch action {
        case .leftRoom, .spokeAndLeft: true
        case .dispensation: false
        case .stayed: kind == .pecuniary || kind == .prejudicial
        }
    }

    /// Localism Act 2011 s.31(4): without a dispensation they may neither discuss the matter nor vote on it.
    func check(_ who: String) throws(MinutesRefusal) {
        guard !nature.isEmpty else { throw .wordsWanted("Say what the interest is") }
        guard kind == .officer || !seat.isEmpty else { throw .wordsWanted("Choose who declared it") }
        if kind == .pecuniary, action == .stayed || action == .spokeAndLeft { throw .takesNoPart(who) }
        if kind == .prejudicial, action == .stayed {
            throw .wordsWanted("With a prejudicial interest they leave the room, or hold a dispensation")
        }
    }
}
