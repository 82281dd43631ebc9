/// Whether whoever holds a seat is at a meeting, or somebody for them.
public struct Attendance: Codable, Hashable, Sendable {
    public enum Presence: String, Codable, Sendable, CaseIterable {
        case unknown = "not said"
        case present
        /// They sent apologies, and somebody sits in for them.
        case substituted
        case apologies
        /// Without a word.
        case absent
    }

    public var presence: Presence
    /// Who sits in for them; empty where nobody does.
    public var substitute: String
    /// Nil for who was there from the start.
    public var arrival: Moment?
    /// Nil for who stayed to the end.
    public var leaving: Moment?

    /// When somebody came or went.
    public struct Moment: Codable, Hashable, Sendable {
        /// During which item; empty where that is not known.
        public var item: String
        /// "19:25"; empty where nobody looked.
        public var time: String

        public init(item: String, time: String) {
            (self.item, self.time) = (item, time)
        }
    }

    public init(
        _ presence: Presence = .unknown, substitute: String = "", arrival: Moment? = nil, leaving: Moment? = nil
    ) {
        (self.presence, self.substitute, self.arrival, self.leaving) = (presence, substitute, arrival, leaving)
    }

    /// Whether they, or who sits in for them, were there at any time.
    public var cameAtAll: Bool { presence == .present || presence == .substituted }
    /// Whether they are there now.
    public var isHere: Bool { cameAtAll && leaving == nil }
    /// Whether they said that they would not come.
    public var hasApologies: Bool { presence == .apologies || presence == .substituted }
}

/// Who may vote on an item now, and whether the meeting may decide anything.
public struct Room: Hashable, Sendable {
    /// Seats, in the order of the body.
    public let entitled: [String]
    /// Who left during the item: they may have spoken and voted before they did, and nobody needs to say so.
    public let gone: [String]
    public let quorum: Int
    public let byNameOnly: Bool
    /// The seat of who presides; nil where nobody is known to.
    public let presiding: String?

    public init(
        entitled: [String], gone: [String] = [], quorum: Int, byNameOnly: Bool = false, presiding: String? = nil
    ) {
        (self.entitled, self.gone, self.quorum, self.byNameOnly) = (entitled, gone, quorum, byNameOnly)
        self.presiding = presiding
    }

    /// Whoever may have moved, seconded or voted on it.
    public var voters: [String] { entitled + gone }

    public var isQuorate: Bool { entitled.count >= quorum }

    func requireQuorum() throws(MinutesRefusal) {
        guard isQuorate else { throw .inquorate(here: entitled.count, needed: quorum) }
    }
}
