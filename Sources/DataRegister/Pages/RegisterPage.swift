import DataFiles
import Storage
import Web
import Wording

/// `/data`: what is here, and what is missing.
struct RegisterPage {
    let standings: [DataSetStanding]
    let releases: [Release]
    /// How much of each still counts.
    let states: [ID<Release>: ReleaseStanding]
    let coverage: Coverage
    let mayImport: Bool

    var page: Page {
        Page(
            "Data", crumbs: [Mention(at: "/home", titled: "Home")], width: .wide,
            body: """
                <h1>Data</h1>
                <p class="lead">Every file that was taken in, and what became of each of its rows. Files are kept exactly as they \
                came; of a partner’s own, the columns that were read.</p>
                \(mayImport ? HTML("<p class=\"actions\">\(Button("Import data", to: "/data/import").html) \(Button("Add a data set", to: "/data/sets/new", weight: .secondary).html)</p>") : nil)
                \(releases.isEmpty ? empty : nil)
                <h2>Data sets</h2>
                \(DataSetsTable(standings: standings).html)
                <p><a href="/data/changes">Changes in recording</a>: from when on a figure does not mean what it meant before.</p>
                \(releases.isEmpty ? nil : filled)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "No data yet",
            "Download a month’s street-level crime from data.police.uk and import it: the CSV, or the .zip as it comes. "
                + "Then its districts can be assessed."
        ).html
    }

    private var filled: HTML {
        """
        \(holes)
        <h2>Which months of recorded crime are here</h2>
        <p class="measure">The rows received for each month of each police force. Each leads to the file they came in.</p>
        \(coverage.forces.html(grid))
        <h2>Files received</h2>
        \(table.html)
        """
    }

    private var holes: HTML? {
        guard !coverage.holes.isEmpty else { return nil }
        return Notice(
            .warning, "Months are missing",
            coverage.holes.html { hole in
                let months = hole.months.map { "\($0.name) \($0.year)" }.joined(separator: ", ")
                return "<p>\(hole.force): \(months). Left out of totals and charts, never counted as zero.</p>"
            }
        ).html
    }

    private func grid(_ force: Coverage.Force) -> HTML {
        let (first, last) = (force.months.keys.min(), force.months.keys.max())
        return """
            <h3>\(force.name)</h3>
            \(coverage.years.html { year in
                MonthCells(
                    "\(year)", unit: "rows",
                    (1...12).map { number in
                        let month = Month(year: year, number: number)
                        return (month.name, state(of: month, force, between: first, and: last))
                    }
                ).html
            })
            """
    }

    private func state(
        of month: Month, _ force: Coverage.Force, between first: Month?, and last: Month?
    ) -> MonthCells.State {
        if let record = force.months[month] {
            return .here(record.rows.read.grouped, "/data/releases/\("\(record.release)")")
        }
        guard let first, let last, (first...last).contains(month) else { return .outside }
        return .missing
    }

    /// That later files took the place of all of it, or of a part.
    private func replaced(_ release: Release) -> Tag? {
        guard let standing = states[release.id] else { return nil }
        if standing.isSuperseded { return Tag("Replaced") }
        return standing.isPartlySuperseded ? Tag("Partly replaced") : nil
    }

    private var table: DataTable {
        DataTable(
            "Files received, newest first",
            columns: [
                .text("File"), .text("What"), .text("Months"), .number("Rows read"), .number("Refused"),
                .text("Received"),
            ],
            rows: releases.map { release in
                let tags = [release.isGenerated ? Tag("Generated", .waiting) : nil, replaced(release)].compactMap(
                    \.self)
                return [
                    "<a href=\"/data/releases/\("\(release.id)")\">\(release.name)</a>\(tags.html { " \($0.html)" })",
                    HTML(text: release.kind.title), HTML(text: release.monthsWording),
                    HTML(text: release.rows.read.grouped), HTML(text: release.rows.refused.grouped),
                    HTML(text: release.receivedAt.day),
                ]
            })
    }
}

extension Release {
    var monthsWording: String {
        guard let months else { return "–" }
        let (first, last) = (months.lowerBound, months.upperBound)
        return first == last
            ? "\(first.name) \(first.year)" : "\(first.name) \(first.year) to \(last.name) \(last.year)"
    }
}
