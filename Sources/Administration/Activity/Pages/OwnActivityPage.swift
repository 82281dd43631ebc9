import Storage
import Web

/// `/account/activity`: what one did oneself, and who signed in as oneself, or tried.
struct OwnActivityPage {
    let part: ActivityPart

    static let address: Address = "/account/activity"

    var page: Page {
        Page(
            "What you did", crumbs: [AccountPage.mention], width: .wide,
            body: """
                <h1>What you did</h1>
                <p class="lead measure">What you did here, the newest first, and who signed in as you, or tried. If \
                something here was not you, change your password and tell an officer.</p>
                \(part.items.isEmpty ? nothing : list)
                """)
    }

    private var nothing: HTML {
        EmptyState("Nothing yet", "What you do here from now on stands here.").html
    }

    private var list: HTML {
        func beside(_ question: (before: Int?, after: Int?)) -> Address {
            Self.address.asking([
                "before": question.before.map { "\($0)" }, "after": question.after.map { "\($0)" },
            ])
        }
        return """
            \(ActivityEvents(label: "What you did", items: part.items).html)
            \(OlderNewer(
                "More entries", newer: part.hasNewer ? beside((nil, part.items.first?.number)) : nil,
                older: part.hasOlder ? beside((part.items.last?.number, nil)) : nil
            ).html)
            """
    }
}
