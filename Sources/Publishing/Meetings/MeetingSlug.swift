import Foundation

/// What a body is called in addresses, made of its name.
enum MeetingSlug {
    /// What stands in an address in the place of a body and is none.
    private static let taken: Set = ["calendar", "members", "search"]

    /// "Overview & Scrutiny Panel" is "overview-scrutiny-panel"; where that is another’s, "overview-scrutiny-panel-2".
    static func make(of name: String, besides others: Set<String>) -> String {
        let plain = name.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en_GB")
        )
        .lowercased().filter { $0 != "’" && $0 != "'" }
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words where slug.count + word.count < 60 {
            slug += (slug.isEmpty ? "" : "-") + word
        }
        if slug.isEmpty { slug = words.first.map { String($0.prefix(60)) } ?? "body" }
        return free(slug, besides: others.union(taken))
    }

    /// The first of "x", "x-2", "x-3", … that nobody has.
    static func free(_ step: String, besides others: Set<String>) -> String {
        guard others.contains(step) else { return step }
        var number = 2
        while others.contains("\(step)-\(number)") { number += 1 }
        return "\(step)-\(number)"
    }
}
