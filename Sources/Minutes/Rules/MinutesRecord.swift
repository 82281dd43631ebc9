import Storage

/// What stands in the minutes of a meeting, as its deeds left it.
public struct MinutesRecord: Hashable, Sendable {
    public let meeting: MinutedMeeting
    public private(set) var attendance: [String: Attendance] = [:]
    public private(set) var others = ""
    public private(set) var presidingSeat: String?
    /// "20:25"; empty while the meeting goes on.
    public private(set) var closedAt = ""
    public private(set) var items: [String: ItemRecord] = [:]
    /// The newest deed in each place, by its number.
    public private(set) var revisions: [String: Int] = [:]
    public private(set) var newest = 0

    /// What was minuted of one item.
    public struct ItemRecord: Hashable, Sendable {
        /// In Markdown, with headings of its own.
        public var discussion = ""
        public var urgency = ""
        public var summary = Deed.Summary(text: "", isNotNeeded: false)
        public var declarations: [Declaration] = []
        public var motions: [Motion] = []
        public var decisions: [Decision] = []
        public var actions: [ActionPoint] = []

        public var isEmpty: Bool { self == ItemRecord() }
        fileprivate func holds(_ id: String) -> Bool {
            declarations.contains { $0.id == id } || motions.contains { $0.id == id }
                || decisions.contains { $0.id == id } || actions.contains { $0.id == id }
        }
    }

    public init(of meeting: MinutedMeeting) {
        self.meeting = meeting
    }

    public subscript(item: String) -> ItemRecord { items[item] ?? ItemRecord() }

    /// Who sits in a seat that day: its holder, or whoever sits in for them.
    public func name(of seat: String) -> String {
        let attendance = attendance[seat]
        if let attendance, attendance.presence == .substituted, !attendance.substitute.isEmpty {
            return attendance.substitute
        }
        return meeting.seat(seat)?.name ?? "Somebody who is not on the body"
    }

    /// Voting members who are there now, in the order of the body.
    public var here: [String] {
        meeting.seats.filter { $0.isVoting && attendance[$0.key]?.isHere == true }.map(\.key)
    }

    /// Those of them who were there when an item was taken, whoever has come or gone by now. Who left during it is gone.
    func here(at item: String) -> [String] {
        let order = meeting.items.map(\.key)
        guard let place = order.firstIndex(of: item) else { return here }
        func index(_ moment: Attendance.Moment?) -> Int? { moment.flatMap { order.firstIndex(of: $0.item) } }
        return meeting.seats.filter(\.isVoting).filter { seat in
            guard let attendance = attendance[seat.key], attendance.cameAtAll else { return false }
            let hasCome = index(attendance.arrival).map { $0 <= place } ?? true
            let hasLeft = attendance.leaving != nil && (index(attendance.leaving).map { $0 <= place } ?? true)
            return hasCome && !hasLeft
        }.map(\.key)
    }

    /// Voting members who left during an item.
    private func gone(during item: String) -> [String] {
        meeting.seats.filter(\.isVoting).map(\.key).filter { seat in
            attendance[seat].map { $0.cameAtAll && $0.leaving?.item == item } ?? false
        }
    }

    /// The seat of who presides: whoever was said to, or else the chair where the chair is there.
    public var presiding: String? {
        if let presidingSeat, attendance[presidingSeat]?.isHere == true { return presidingSeat }
        return meeting.seats.first { $0.isChair && attendance[$0.key]?.isHere == true }?.key
    }

    /// Who may vote on an item. Those who left for an interest, or may take no part, do not count.
    ///
    /// - Parameter item: nil for the meeting as a whole.
    public func room(for item: String? = nil) -> Room {
        let barred = Set(item.map { self[$0].declarations.filter(\.barsFromVote).map(\.seat) } ?? [])
        return Room(
            entitled: (item.map(here) ?? here).filter { !barred.contains($0) },
            gone: (item.map(gone) ?? []).filter { !barred.contains($0) }, quorum: meeting.rules.quorum,
            byNameOnly: meeting.rules.decidesBudget, presiding: presiding)
    }

    /// Takes a deed that was found good. What cannot be any more, since the meeting was changed elsewhere, is passed over.
    public mutating func apply(_ deed: Deed, number: Int) {
        revisions[deed.place] = number
        newest = max(newest, number)
        switch deed {
        case .attend(let seat, let value): attendance[seat] = value
        case .others(let text): others = text
        case .preside(let seat): presidingSeat = seat
        case .close(let time): closedAt = time
        case .discussion(let item, let text): items[item, default: ItemRecord()].discussion = text
        case .urgency(let item, let text): items[item, default: ItemRecord()].urgency = text
        case .summary(let item, let summary): items[item, default: ItemRecord()].summary = summary
        case .declare(let item, let one): items[item, default: ItemRecord()].declarations.append(one)
        case .move(let item, let decision, let mover):
            items[item, default: ItemRecord()].motions.append(Motion(decision, mover: mover))
        case .decide(let item, let one): items[item, default: ItemRecord()].decisions.append(one)
        case .act(let item, let one): items[item, default: ItemRecord()].actions.append(one)
        case .strike(let item, let id):
            items[item]?.declarations.removeAll { $0.id == id }
            items[item]?.motions.removeAll { $0.id == id }
            items[item]?.decisions.removeAll { $0.id == id }
            items[item]?.actions.removeAll { $0.id == id }
        case .amend, .second, .lapse, .withdraw, .put, .vote: try? debate(deed)
        }
    }

    /// What becomes of a motion.
    private mutating func debate(_ deed: Deed) throws(MinutesRefusal) {
        switch deed {
        case .amend(let item, let motion, let id, let text, let mover):
            try change(item, motion) { (motion) throws(MinutesRefusal) in
                try motion.amend(Question(id: id, text: text, mover: mover))
            }
        case .put(let item, let motion):
            try change(item, motion) { (motion) throws(MinutesRefusal) in
                try motion.change(nil) { (question) throws(MinutesRefusal) in try question.put() }
            }
        case .second(let place, let seat):
            try change(place) { (question) throws(MinutesRefusal) in try question.second(by: seat) }
        case .lapse(let place): try change(place) { (question) throws(MinutesRefusal) in try question.lapse() }
        case .withdraw(let place, let seat, let consented):
            try change(place) { (question) throws(MinutesRefusal) in
                try question.withdraw(by: seat, consented: consented)
            }
        case .vote(let place, let vote):
            try change(place) { (question) throws(MinutesRefusal) in try question.decide(vote) }
        default: break
        }
    }

    private mutating func change(
        _ item: String, _ motion: String, _ deed: (inout Motion) throws(MinutesRefusal) -> Void
    ) throws(MinutesRefusal) {
        guard let place = items[item]?.motions.firstIndex(where: { $0.id == motion }),
            var found = items[item]?.motions[place]
        else { throw .notHere }
        try deed(&found)
        items[item]?.motions[place] = found
    }

    private mutating func change(
        _ place: Deed.QuestionPlace, _ deed: (inout Question) throws(MinutesRefusal) -> Void
    ) throws(MinutesRefusal) {
        try change(place.item, place.motion) { (motion) throws(MinutesRefusal) in
            try motion.change(place.amendment, deed)
        }
    }

    /// Whether a deed may be done now.
    ///
    /// - Throws: ``MinutesRefusal``
    public func check(_ deed: Deed) throws(MinutesRefusal) {
        try checkPlace(deed)
        switch deed {
        case .attend(let seat, let value): try check(value, of: seat)
        case .preside(let seat):
            guard attendance[seat]?.isHere == true else { throw .notEntitled(name(of: seat)) }
        case .close(let time): guard time.isEmpty || TimeOfDay(time) != nil else { throw .badTime }
        case .declare(let item, let one):
            try one.check(one.seat.isEmpty ? one.name : name(of: one.seat))
            guard !self[item].holds(one.id) else { throw .notHere }
        case .move(let item, let decision, let mover):
            try decision.check()
            if let refusal = refusalInPrivate(of: item) { throw refusal }
            try require(mover, entitledOn: item)
            guard !self[item].holds(decision.id) else { throw .notHere }
        case .amend(let item, _, _, let text, let mover):
            guard !Decision(id: "", style: .resolved, text: text).points.isEmpty else {
                throw .wordsWanted("Write how the motion would read")
            }
            try require(mover, entitledOn: item)
        case .second(let place, let seat), .withdraw(let place, let seat, _):
            try require(seat, entitledOn: place.item)
        case .vote(let place, let vote): try vote.check(in: room(for: place.item), name: name)
        case .decide(let item, let decision):
            try decision.check()
            if let refusal = refusalInPrivate(of: item) { throw refusal }
            try room(for: item).requireQuorum()
            guard stylesWithoutMotion.contains(decision.style) else { throw .byNameOnly }
        case .act(_, let action):
            guard !action.text.isEmpty else { throw .wordsWanted("Write what is to be done") }
            guard !action.owner.isEmpty else { throw .wordsWanted("Say who is to do it") }
        case .strike(let item, let id): guard self[item].holds(id) else { throw .notHere }
        case .others, .discussion, .urgency, .summary, .lapse, .put: break
        }
        var trial = self
        try trial.debate(deed)
    }

    /// What may be entered without a motion. What a budget meeting decides is voted on by name (SI 2014/165), and what is voted
    /// on is moved first.
    var stylesWithoutMotion: [Decision.Style] {
        meeting.rules.decidesBudget ? [.noted] : Decision.Style.allCases
    }

    private func require(_ seat: String, entitledOn item: String) throws(MinutesRefusal) {
        guard room(for: item).voters.contains(seat) else { throw .notEntitled(name(of: seat)) }
    }

    private func check(_ value: Attendance, of seat: String) throws(MinutesRefusal) {
        guard meeting.seat(seat) != nil else { throw .notHere }
        if value.presence == .substituted {
            guard meeting.rules.allowsSubstitutes else { throw .noSubstitutes }
            guard !value.substitute.isEmpty else { throw .substituteWanted }
        }
        for moment in [value.arrival, value.leaving].compactMap(\.self) {
            guard moment.time.isEmpty || TimeOfDay(moment.time) != nil else { throw .badTime }
        }
    }

    private func checkPlace(_ deed: Deed) throws(MinutesRefusal) {
        let words = deed.place.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, words[0] != "seat" else { return }
        guard meeting.item(words[1]) != nil else { throw .notHere }
    }
}
