import Storage

/// One recommendation with all that became of it, from the body that made it to what was done. It keeps its identity whatever
/// becomes of its words.
public struct RecommendationThread: Hashable, Sendable {
    public let id: ID<RecommendationThread>
    public let start: ThreadStart
    /// All that were entered, those that were struck out among them.
    public let steps: [ThreadStep]

    public init(id: ID<RecommendationThread>, start: ThreadStart, steps: [ThreadStep]) {
        (self.id, self.start, self.steps) = (id, start, steps)
    }

    /// Why a step does not count, by its number.
    public var struck: [Int: String] {
        var struck: [Int: String] = [:]
        for step in steps {
            if case .struck(let number, let why) = step.details.what { struck[number] = why }
        }
        return struck
    }

    /// Those that count, in the order in which they happened.
    public var standing: [ThreadStep] {
        let counting = counting
        return ThreadOrder(counting: counting).sorted(counting)
    }

    /// Those that count, and those that were struck out, in the order in which they happened.
    var shown: [ThreadStep] {
        let struck = struck
        let counting = counting
        return ThreadOrder(counting: counting).sorted(counting + steps.filter { struck[$0.number] != nil })
    }

    /// As they were entered.
    private var counting: [ThreadStep] {
        let struck = struck
        return steps.filter { step in
            if case .struck = step.details.what { return false }
            return struck[step.number] == nil
        }
    }

    /// The words that it has now.
    public var text: ThreadText { texts.last?.text ?? ThreadText("") }

    /// The words that are recommended: what the body that decides or answers it makes of them is its answer, and no recommendation.
    public var recommended: ThreadText {
        let answering = start.deciding ?? sent.last?.to
        let others = standing.filter { step in
            guard case .outcome = step.details.what, let body = step.details.body, let answering else { return true }
            return !body.isSame(as: answering)
        }
        return Self.texts(of: others).last?.text ?? ThreadText("")
    }

    /// Every state of its words, with the step that brought it.
    public var texts: [(step: Int, text: ThreadText)] { Self.texts(of: standing) }

    private static func texts(of steps: [ThreadStep]) -> [(step: Int, text: ThreadText)] {
        var (now, all) = (ThreadText(""), [(step: Int, text: ThreadText)]())
        for step in steps {
            switch step.details.what {
            case .made(let text), .reworded(let text): now.text = text
            case .outcome(.amended, let words) where !words.isEmpty: now = ThreadText(words)
            default:
                guard let added = step.details.added else { continue }
                if added.isOwn { now.decided.append(added.words) } else { now.addenda.append(added.words) }
            }
            all.append((step.number, now))
        }
        return all
    }

    /// Whether nothing of it may ever be told outside.
    public var isWithheld: Bool {
        start.withheld != nil || standing.contains { $0.details.isWithheld && $0.details.says }
    }

    /// With nothing in it of what was decided where the public was not: neither the steps nor their words.
    public var withoutWithheld: RecommendationThread {
        RecommendationThread(id: id, start: start, steps: steps.filter { !$0.details.isWithheld })
    }

    /// In a line, for lists and headings: the first words of the text, to the end of a clause where there are many.
    public var title: String { title(atMost: 180) }

    /// - Parameter longest: how many letters there is room for.
    public func title(atMost longest: Int) -> String {
        let plain = recommended.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let line = String(plain.replacing("*", with: "").replacing("#", with: "").drop(while: \.isWhitespace))
        guard line.count > longest else { return line }
        let most = line.prefix(longest)
        let clauses = most.indices.dropLast().filter {
            ",;:".contains(most[$0]) && most[most.index(after: $0)].isWhitespace
        }
        if let clause = clauses.last, most[..<clause].count > 40 { return Self.cut(most[..<clause]) }
        return Self.cut(most[..<(most.lastIndex(where: \.isWhitespace) ?? most.endIndex)])
    }

    private static func cut(_ words: Substring) -> String {
        String(words.reversed().drop(while: \.isWhitespace).reversed()) + " …"
    }

    /// The bodies it came before, in the order of its journey, each once.
    public var bodies: [ThreadBody] {
        var found: [ThreadBody] = []
        for body in standing.compactMap(\.details.reached) where !found.contains(where: { $0.isSame(as: body) }) {
            found.append(body)
        }
        return found
    }

    /// Those of its way that it has not come before.
    public var ahead: [ThreadBody] {
        let (reached, way) = (bodies, start.way)
        guard let last = way.lastIndex(where: { next in reached.contains { $0.isSame(as: next) } }) else { return way }
        return Array(way[(last + 1)...])
    }

    /// The body that was asked to answer last, whether it has or not; nil where none was.
    public var asked: ThreadBody? { sent.last { $0.asks }?.to }

    /// The bodies that it was sent to, and whether each was asked to answer.
    private var sent: [(to: ThreadBody, asks: Bool)] {
        standing.compactMap { step in
            if case .sent(let to, let asks) = step.details.what { (to, asks) } else { nil }
        }
    }

    /// Whether it is an item of a meeting.
    public func isItem(ofMeeting meeting: String) -> Bool {
        standing.contains { step in
            if case .received = step.details.what { return step.details.meeting?.id == meeting }
            return false
        }
    }

    /// Whether both stem from the same report, so that one goes where the other goes as long as it is on its way there too.
    public func isOfSameReport(as other: RecommendationThread) -> Bool {
        id != other.id && start.isOfReport && other.start.isOfReport && start.address == other.start.address
    }

    public func step(_ number: Int) -> ThreadStep? { steps.first { $0.number == number } }
}

/// How a thread began.
public struct ThreadStart: Codable, Hashable, Sendable {
    /// What it stems from: "report …", "minutes …". No two threads stem from the same.
    public let origin: String
    /// What the report or the meeting is called: "Thanet Community Safety Plan for 2016–2017".
    public let from: String
    /// Within the site.
    public let address: String
    /// The body that may lawfully decide it; nil where nobody has said.
    public let deciding: ThreadBody?
    /// The bodies that it is to come before, in their order, as its report has them.
    public let path: [ThreadBody]
    /// Why it is kept from the public; nil where it is not.
    public let withheld: Withheld?

    public var isOfReport: Bool { origin.hasPrefix("report ") }

    /// The bodies of its own way: those of its report’s path up to the one that decides it, and no others (D104).
    public var way: [ThreadBody] {
        guard let deciding else { return path }
        guard let last = path.firstIndex(where: { $0.isSame(as: deciding) }) else { return path + [deciding] }
        return Array(path[...last])
    }

    /// Whether a body is one of its way. What has no way can come before any.
    public func leads(to body: ThreadBody) -> Bool { path.isEmpty || way.contains { $0.isSame(as: body) } }

    public struct Withheld: Codable, Hashable, Sendable {
        public let isConfidential: Bool
        public let paragraphs: [Int]
        public let reasoning: String

        public init(isConfidential: Bool, paragraphs: [Int], reasoning: String) {
            (self.isConfidential, self.paragraphs, self.reasoning) = (isConfidential, paragraphs, reasoning)
        }
    }

    public init(
        origin: String, from: String, address: String, deciding: ThreadBody? = nil, path: [ThreadBody] = [],
        withheld: Withheld? = nil
    ) {
        (self.origin, self.from, self.address) = (origin, from, address)
        (self.deciding, self.path, self.withheld) = (deciding, path, withheld)
    }
}

extension StepDetails {
    /// What it adds to the words of the recommendation, and whether those are a decision in words of its own; nil where nothing.
    var added: (words: String, isOwn: Bool)? {
        guard case .outcome(let outcome, let words) = what, !words.isEmpty else { return nil }
        switch outcome {
        case .part: return (words, true)
        case .addendum: return (words, !(ThreadText.beforeAddendum(in: words) ?? "").isEmpty)
        // Of what minutes say under plain agreement, only what takes something from it.
        case .agreed:
            guard case .minutes = source, AgreedWords.limits(words) else { return nil }
            return (words, true)
        default: return nil
        }
    }

    /// Whether it is what gives the recommendation its words.
    fileprivate var says: Bool {
        switch what {
        case .made, .reworded: true
        default: false
        }
    }

    /// The body before which it is after this step.
    var reached: ThreadBody? {
        if case .sent(let to, _) = what { return to }
        switch what {
        case .made, .received, .outcome, .response: return body
        default: return nil
        }
    }
}
