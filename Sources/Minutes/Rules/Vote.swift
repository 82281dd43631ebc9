/// How a question was voted on.
public struct Vote: Codable, Hashable, Sendable {
    public enum Way: String, Codable, Sendable { case affirmation, hands, ballot, recorded }
    public enum Choice: String, Codable, Sendable, CaseIterable {
        case inFavour = "for"
        case against, abstained

        /// "voted for", "abstained"
        var told: String { self == .abstained ? rawValue : "voted \(rawValue)" }
    }

    public let way: Way
    /// Of a show of hands, or of a ballot, which tells of nobody how they voted.
    public let counted: Count
    /// Of a recorded vote, by seats; of a show of hands, of those who asked that their own vote is recorded
    /// (SI 2001/3384 Sch. 2).
    public let names: [String: Choice]
    /// Of who presides, where the votes were equal.
    public let casting: Choice?

    public struct Count: Codable, Hashable, Sendable {
        public let inFavour: Int
        public let against: Int
        public let abstained: Int

        public init(inFavour: Int = 0, against: Int = 0, abstained: Int = 0) {
            (self.inFavour, self.against, self.abstained) = (inFavour, against, abstained)
        }

        var total: Int { inFavour + against + abstained }

        subscript(choice: Choice) -> Int {
            switch choice {
            case .inFavour: inFavour
            case .against: against
            case .abstained: abstained
            }
        }
    }

    public static let affirmation = Vote(way: .affirmation)

    /// - Parameter asked: who asked that their own vote is recorded, and how they voted.
    public static func hands(_ count: Count, casting: Choice? = nil, asked: [String: Choice] = [:]) -> Vote {
        Vote(way: .hands, counted: count, names: asked, casting: casting)
    }

    public static func ballot(_ count: Count, casting: Choice? = nil) -> Vote {
        Vote(way: .ballot, counted: count, casting: casting)
    }

    public static func recorded(_ names: [String: Choice], casting: Choice? = nil) -> Vote {
        Vote(way: .recorded, names: names, casting: casting)
    }

    private init(way: Way, counted: Count = Count(), names: [String: Choice] = [:], casting: Choice? = nil) {
        (self.way, self.counted, self.names, self.casting) = (way, counted, names, casting)
    }

    /// The votes, whichever way they were given.
    public var count: Count {
        guard way == .recorded else { return counted }
        func number(_ choice: Choice) -> Int { names.values.count { $0 == choice } }
        return Count(
            inFavour: number(.inFavour), against: number(.against), abstained: number(.abstained))
    }

    public var isTied: Bool { way != .affirmation && count.inFavour == count.against }

    /// Equal votes carry nothing, unless who presides gives a second one for it.
    public var isCarried: Bool {
        way == .affirmation || count.inFavour > count.against || isTied && casting == .inFavour
    }

    /// Whether it could have been given so by those in the room.
    ///
    /// - Parameter name: what a seat is called.
    func check(in room: Room, name: (String) -> String) throws(MinutesRefusal) {
        try room.requireQuorum()
        if room.byNameOnly, way != .recorded { throw .byNameOnly }
        switch way {
        case .affirmation: break
        case .hands, .ballot:
            let parts = [counted.inFavour, counted.against, counted.abstained]
            guard parts.allSatisfy({ (0...10_000).contains($0) }), counted.total > 0 else { throw .noHands }
            guard counted.total <= room.voters.count else {
                throw .tooManyHands(counted.total, here: room.voters.count)
            }
            if let more = names.keys.sorted().first(where: { !room.voters.contains($0) }) {
                throw .nobodyMore(name(more))
            }
            for choice in Choice.allCases where names.values.count(where: { $0 == choice }) > counted[choice] {
                throw .moreNamesThanHands(choice)
            }
        case .recorded:
            let missing = room.entitled.filter { names[$0] == nil }
            guard missing.isEmpty else { throw .namesMissing(missing.map(name)) }
            if let more = names.keys.sorted().first(where: { !room.voters.contains($0) }) {
                throw .nobodyMore(name(more))
            }
        }
        guard let casting else { return }
        guard isTied, casting != .abstained else { throw .notTied }
        guard let presiding = room.presiding, room.entitled.contains(presiding) else { throw .nobodyPresides }
    }
}
