import Storage
import Web
import Wording

/// Entries one below the other, each in a sentence, with what became of its fields, the reason, and why it was refused.
struct ActivityEvents {
    let label: String
    let items: [ActivityItem]

    var html: HTML { Timeline(label, items.map(event)).html }

    private func event(_ item: ActivityItem) -> Timeline.Event {
        Timeline.Event(
            saying: item.html, at: item.at, isTimed: true,
            detail: """
                \(item.refusal.map { "<p class=\"activity__why\">\(Tag("Refused", .waiting).html) \($0.ended)</p>\n" })\
                \(item.reason.map { "<p class=\"activity__why\">Reason: \($0.ended)</p>\n" })\
                <p class="activity__more">\(more(item).html { "\($0.ended) " })\
                <span class="activity__number">Entry \(item.number.grouped)</span></p>
                """)
    }

    private func more(_ item: ActivityItem) -> [String] {
        item.isCurtailed ? ["What it was about is not yours to see any more"] : item.changes
    }
}

extension ActivityItem {
    /// The sentence, with a link to the thing where there is one to see.
    var html: HTML {
        let end: HTML? = isRefused ? ", and \(who == Self.oneself ? "were" : "was") refused" : nil
        return "\(who) \(deed)\(thing.map { " \(Self.link($0))" })\(end)"
    }

    private static func link(_ thing: Thing) -> HTML {
        guard let address = thing.path.flatMap({ Address(untrusted: $0) }) else { return HTML(text: thing.name) }
        return "<a href=\"\(address)\">\(thing.name)</a>"
    }
}

extension String {
    /// With a full stop, where it has no end yet.
    fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
