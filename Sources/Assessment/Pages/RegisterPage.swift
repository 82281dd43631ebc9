import DataFiles
import Web
import Wording

/// `/data`: what is here, and what is missing.
struct RegisterPage {
    let releases: [Release]
    let coverage: Coverage
    let mayImport: Bool

    var page: Page {
        Page(
            "Data", crumbs: [Mention(at: "/home", titled: "Home")], width: .wide,
            body: """
                <h1>Data</h1>
                <p class="lead">Every release that was taken in, kept as it was received, and what became of each of its \
                rows.</p>
                \(mayImport ? HTML("<p class=\"actions\">\(Button("Import data", to: "/data/import").html)</p>") : nil)
                \(releases.isEmpty ? empty : filled)
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
        <h2>Which months are here</h2>
        \(coverage.forces.html(grid))
        <h2>Releases</h2>
        \(table.html)
        """
    }

    private var holes: HTML? {
        guard !coverage.holes.isEmpty else { return nil }
        return Notice(
            .warning, "Months are missing",
            coverage.holes.html { hole in
                let months = hole.months.map { "\($0.name) \($0.year)" }.joined(separator: ", ")
                return "<p>\(hole.force): \(months). They are left out of totals and charts, never counted as zero.</p>"
            }
        ).html
    }

    private func grid(_ force: Coverage.Force) -> HTML {
        let months = (1...12).map { Month(year: 2000, number: $0).name }
        let columns = [DataTable.Column.text("Year")] + months.map { .number(String($0.prefix(3))) }
        return DataTable(
            "\(force.name): rows received, by month", columns: columns,
            rows: coverage.years.map { year in
                [HTML(text: "\(year)")]
                    + (1...12).map { number in
                        guard let month = force.months[Month(year: year, number: number)] else {
                            return "<span class=\"missing\">no data</span>"
                        }
                        return "<a href=\"/data/releases/\("\(month.release)")\">\(month.rows.read.grouped)</a>"
                    }
            }
        ).html
    }

    private var table: DataTable {
        DataTable(
            "Releases, newest first",
            columns: [
                .text("File"), .text("What"), .text("Months"), .number("Rows read"), .number("Refused"),
                .text("Received"),
            ],
            rows: releases.map { release in
                let generated: HTML? = release.isGenerated ? " \(Tag("Generated", .waiting).html)" : nil
                return [
                    "<a href=\"/data/releases/\("\(release.id)")\">\(release.name)</a>\(generated)",
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
