import Membership

/// Asks whoever has asked for nothing for long whether they are still there, before they are signed out, and lets them
/// stay by one press (WCAG 2.2, 2.2.1). Where no script runs it never shows.
struct StillThere: Sendable {
    let visit: Visit

    /// Seconds before the end at which it asks.
    private static let warning = 5 * 60

    var html: HTML? {
        guard visit.member != nil else { return nil }
        return """
            <dialog class="still-there" aria-labelledby="still-there-title" data-behaviour="still-there" \
            data-after="\(Int(Session.idle) - Self.warning)" data-until="\(Self.warning)">
            <h2 id="still-there-title">Are you still there?</h2>
            <p>Nothing was asked for in the last \((Int(Session.idle) - Self.warning) / 60) minutes. In \(Self.warning / 60) \
            minutes you will be signed out, and what you typed and did not send would be lost.</p>
            \(PostForm(to: "/account/presence", visit, Button("Stay signed in").html).html)
            </dialog>
            """
    }
}
