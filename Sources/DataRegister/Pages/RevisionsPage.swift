import Web
import Wording

/// `/data/releases/{release}/changes`: what a release tells otherwise than those it superseded.
struct RevisionsPage {
    let release: Release
    let revisions: [Revision]

    private static let shown = 100

    var page: Page {
        Page(
            "What \(release.name) changed",
            crumbs: [
                Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data"),
                Mention(at: "/data/releases/\(release.id)", titled: release.name),
            ], width: .wide,
            body: """
                <h1>What \(release.name) changed</h1>
                <p class="lead">Counts are revised after they were first published. Figures that were published keep those they \
                were made from; new ones rest on the later.</p>
                \(revisions.isEmpty ? nothing : filled)
                """)
    }

    private var nothing: HTML {
        EmptyState("No number is another", "The release tells no period anew, or tells each just as it was.").html
    }

    private var filled: HTML {
        let (before, after) = revisions.reduce((0, 0)) { ($0.0 + ($1.before ?? 0), $0.1 + ($1.after ?? 0)) }
        return """
            <p>\(revisions.count.counted("number is", "numbers are")) another: \(before.grouped) together before, \
            \(after.grouped) now.</p>
            \(DataTable(
                revisions.count > Self.shown ? "The \(Self.shown) largest changes of \(revisions.count.grouped)" : "Every change, the largest first",
                columns: [
                    .text("What"), .text("Where"), .text("When"), .number("Before"), .number("Now"), .number("Difference"),
                ],
                rows: revisions.prefix(Self.shown).map { revision in
                    [
                        HTML(text: revision.measure), HTML(text: revision.place), HTML(text: "\(revision.period)"),
                        HTML(text: revision.before?.grouped ?? "–"), HTML(text: revision.after?.grouped ?? "–"),
                        HTML(text: (revision.difference > 0 ? "+" : "") + revision.difference.grouped),
                    ]
                },
                csv: "/data/releases/\(release.id)/changes.csv"
            ).html)
            """
    }
}
