import Foundation
import Membership
import Wording

/// Says on every page that the glass is broken, for how long still, and ends it (S46).
struct GlassBanner: Sendable {
    let desk: GlassDesk?
    let visit: Visit
    let now: Date

    var html: HTML? {
        guard let desk, let broken = visit.member?.brokenGlass, !broken.isEmpty else { return nil }
        return """
            <aside class="glass-banner" aria-label="Broken glass">
            <div class="glass-banner__inner">
            <p><strong>You have broken the glass.</strong> \(broken.html { glass in
                "‘\(glass.permission)’ is open to you for another \(left(until: glass.endsAt)), until \(glass.endsAt.clock). "
            })The officers were told, and every page you open is on record.</p>
            \(PostForm(to: desk.ending, visit, Button("End it now", weight: .secondary).html).html)
            </div>
            </aside>
            """
    }

    private func left(until end: Date) -> String {
        let minutes = max(1, Int((end.timeIntervalSince(now) / 60).rounded(.up)))
        let (hours, rest) = (minutes / 60, minutes % 60)
        let parts = [
            hours > 0 ? hours.counted("hour", "hours") : nil, rest > 0 ? rest.counted("minute", "minutes") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " and ")
    }
}
