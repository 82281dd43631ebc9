/// Whether the words of a decision say no more than that a recommendation is agreed. What they say beyond that was decided too, and is
/// kept word for word.
struct AgreedWords {
    /// Whether they are those of an agreement alone: "Agreed", "That the recommendation is accepted", or the recommendation over
    /// again. Of anything else it is not known.
    let areMere: Bool

    /// - Parameter words: without an addendum.
    init(_ words: String, of thread: RecommendationThread) {
        let (said, text) = (Self.words(words), Self.words(thread.text.text))
        // A recommendation may have come with an addendum in its own words.
        let bare = ThreadText.beforeAddendum(in: thread.text.text).map(Self.words)
        guard !said.isEmpty, said != text, said != bare else {
            areMere = true
            return
        }
        var known = Self.plain.union(Self.agreeing)
        // Where one thing is recommended its name is no choice among several.
        if !thread.text.text.contains(where: \.isNewline) { known.formUnion(text) }
        known.formUnion(Self.words(thread.start.from))
        for body in thread.bodies + thread.start.way { known.formUnion(Self.words(body.name)) }
        areMere =
            !Self.limits(words) && said.allSatisfy(known.contains)
            && said.contains(where: Self.agreeing.contains)
    }

    /// Whether they except something, or name some points of several.
    static func limits(_ words: String) -> Bool {
        let all = ThreadBody.plain(words).split(separator: " ").map(String.init)
        return all.contains(where: limiting.contains)
            || zip(all, all.dropFirst()).contains { numbered.contains($0) && Int($1).map { $0 < 100 } == true }
    }

    /// Without the numbers of a list.
    private static func words(_ text: String) -> [String] {
        ThreadBody.plain(text).split(separator: " ").map(String.init).filter { ($0.count > 2) || Int($0) == nil }
    }

    private static let agreeing: Set = [
        "agree", "agreed", "agrees", "accept", "accepted", "accepts", "approve", "approved", "approves", "adopt",
        "adopted", "adopts", "endorse", "endorsed", "endorses", "support", "supported", "supports", "welcome",
        "welcomed", "welcomes", "recommend", "recommended", "recommends", "carried",
    ]

    private static let plain: Set = [
        "a", "all", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "full", "fully", "has", "have",
        "in", "is", "it", "its", "of", "on", "out", "entirety", "set", "stand", "stands", "that", "the", "their",
        "they",
        "these", "this", "to", "was", "were", "which", "whole", "with", "resolved", "recommendation", "recommendations",
        "proposal", "proposals", "report", "budget", "plan", "policy", "strategy", "scheme", "programme", "motion",
        "council", "cabinet", "panel", "committee", "board", "group", "executive", "partnership", "members",
    ]

    private static let numbered: Set = [
        "item", "items", "number", "numbers", "paragraph", "paragraphs", "part", "parts", "point", "points",
        "recommendation", "recommendations",
    ]

    private static let limiting: Set = [
        "but", "deferred", "deleted", "except", "excepting", "excluding", "if", "neither", "no", "none", "nor", "not",
        "omitted", "only", "other", "otherwise", "part", "partly", "provided", "rejected", "refused", "removed",
        "subject", "than", "unless", "until", "without", "first", "second", "third", "last", "save",
    ]
}
