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

    /// Those that count, in the order of their days; on one day in the order in which they were entered.
    public var standing: [ThreadStep] {
        let struck = struck
        let counting = steps.filter { step in
            if case .struck = step.details.what { return false }
            return struck[step.number] == nil
        }
        return counting.sorted { ($0.details.day, $0.number) < ($1.details.day, $1.number) }
    }

    /// The words that it has now.
    public var text: ThreadText { texts.last?.text ?? ThreadText("") }

    /// Every state of its words, with the step that brought it.
    public var texts: [(step: Int, text: ThreadText)] {
        var (now, all) = (ThreadText(""), [(step: Int, text: ThreadText)]())
        for step in standing {
            switch step.details.what {
            case .made(let text), .reworded(let text): now.text = text
            case .outcome(.amended, let words) where !words.isEmpty: now = ThreadText(words)
            case .outcome(.addendum, let words) where !words.isEmpty: now.addenda.append(words)
            default: continue
            }
            all.append((step.number, now))
        }
        return all
    }

    /// Whether nothing of it may ever be told outside.
    public var isWithheld: Bool {
        start.withheld != nil || standing.contains { $0.details.isWithheld && $0.details.says }
    }

    /// In a line, for lists: the first words of the text.
    public var title: String {
        let plain = text.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let line = plain.replacing("*", with: "").replacing("#", with: "").drop(while: \.isWhitespace)
        guard line.count > 120 else { return String(line) }
        return line.prefix(117).reversed().drop { !$0.isWhitespace }.dropFirst().reversed().map(String.init).joined()
            + " …"
    }

    /// The bodies it came before, in the order of its journey, each once.
    public var bodies: [ThreadBody] {
        var found: [ThreadBody] = []
        for body in standing.compactMap(\.details.reached) where !found.contains(where: { $0.isSame(as: body) }) {
            found.append(body)
        }
        return found
    }

    /// Those of its path that it has not come before.
    public var ahead: [ThreadBody] {
        let reached = bodies
        guard let last = start.path.lastIndex(where: { next in reached.contains { $0.isSame(as: next) } }) else {
            return start.path
        }
        return Array(start.path[(last + 1)...])
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
