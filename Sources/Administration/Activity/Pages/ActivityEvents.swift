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
                \(changes(item))\
                \(item.reason.map { "<p class=\"activity__reason\">Reason: \($0)</p>\n" })\
                \(item.refusal.map { "<p>\(Tag("Refused", .waiting).html) \($0.ended)</p>\n" })\
                \(curtailed(item))\
                <p class="activity__number">Entry \(item.number.grouped)</p>
                """)
    }

    private func changes(_ item: ActivityItem) -> HTML? {
        guard !item.changes.isEmpty else { return nil }
        return "<ul class=\"activity__changes\">\(item.changes.html { "<li>\($0)</li>" })</ul>\n"
    }

    private func curtailed(_ item: ActivityItem) -> HTML? {
        item.isCurtailed ? "<p class=\"activity__reason\">What it was about is not yours to see any more.</p>\n" : nil
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
