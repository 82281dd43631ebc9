import Web
import Wording

/// `/data/releases/{release}/changes`: what a release tells otherwise than those it superseded.
struct RevisionsPage {
    let release: Release
    let revisions: [Revision]
    /// What it makes of the own district's change from year to year.
    let years: [RevisedYear]
    let smallCounts: SmallCounts
    /// What was published from the files that it took the place of.
    let published: [PublishedFrom]

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
                \(published.isEmpty ? nil : documents)
                \(revisions.isEmpty ? nothing : filled)
                """)
    }

    private var documents: HTML {
        """
        <h2>Published from what it took the place of</h2>
        \(published.html { document in
            """
            <p><a href="\(document.document.address)">\(document.document.title)</a>: \(document.sentence) \
            <a href="\(document.details.address)">\(document.details.title)<span class="visually-hidden">: \
            \(document.document.title)</span></a></p>
            \(figures(document.figures, "Figures of ‘\(document.document.title)’"))
            \(figures(document.shown, "Pictures, tables and themes of ‘\(document.document.title)’"))

            """
        })
        <h2>Number by number</h2>
        """
    }

    private func figures(_ figures: [PublishedFrom.Figure], _ caption: String) -> HTML? {
        guard !figures.isEmpty else { return nil }
        return DataTable(
            caption, columns: [.text("What"), .text("Published"), .text("Now")],
            rows: figures.map { [HTML(text: $0.words), HTML(text: $0.published), HTML(text: $0.now)] }
        ).html
    }

    private var nothing: HTML {
        EmptyState("No number is another", "The release tells no period anew, or tells each just as it was.").html
    }

    private var filled: HTML {
        """
        \(years.html { "<p class=\"lead\">\($0.sentence)</p>" })
        <p>\(revisions.count.counted("number is", "numbers are")) another. Anti-social behaviour is no crime and in no number \
        of all crime.\(smallCounts.areThere ? " \(smallCounts.note)" : nil)</p>
        \(DataTable(
                revisions.count > Self.shown ? "\(Self.shown) changes of \(revisions.count.grouped), your own district’s first, then the largest"
                    : "Every change, your own district’s first, then the largest",
                columns: [
                    .text("What"), .text("Where"), .text("When"), .number("Before"), .number("Now"), .number("Difference"),
                ],
                rows: revisions.prefix(Self.shown).map { revision in
                    [
                        HTML(text: revision.measure), HTML(text: revision.place), HTML(text: "\(revision.period)"),
                        HTML(text: revision.before.map(smallCounts.telling) ?? "–"),
                        HTML(text: revision.after.map(smallCounts.telling) ?? "–"),
                        HTML(text: revision.differenceTold(smallCounts) ?? "–"),
                    ]
                },
                csv: "/data/releases/\(release.id)/changes.csv"
            ).html)
        """
    }
}

extension Revision {
    /// "+12"; nil where it would give away a number that is not told.
    func differenceTold(_ small: SmallCounts) -> String? {
        guard ![before, after].contains(where: { small.hides($0 ?? 0) }) else { return nil }
        return (difference > 0 ? "+" : "") + difference.grouped
    }
}
