import DataFiles
import Foundation
import Storage
import Web
import Wording

/// `/data/sets/{set}`: one data set, what came of it, and how its files are read.
struct DataSetPage {
    let standing: DataSetStanding
    let measures: [Measure]
    let releases: [Release]
    let mapping: (mapping: DataMapping, by: String, at: Date)?
    let mayImport: Bool

    private static let shown = 12
    private var set: DataSet { standing.set }

    var page: Page {
        Page(
            set.name, crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")],
            width: .wide,
            body: """
                <p class="eyebrow">\(set.isBuiltIn ? "Built-in data set" : "Data set")</p>
                <h1>\(set.name)</h1>
                <p class="lead">\(set.holds)</p>
                \(mayImport ? actions : nil)
                \(SummaryList(facts).html)
                \(due)
                \(files)
                \(measured)
                \(mapping.map(read))
                """)
    }

    private var actions: HTML {
        if set.isBuiltIn {
            return "<p class=\"actions\">\(Button("Import a file of it", to: "/data/import").html)</p>"
        }
        return """
            <p class="actions">\(Button("Give a file of it", to: "/data/sets/\(set.address.text)/give").html) \
            \(Button("Change what is said of it", to: "/data/sets/\(set.address.text)/change", weight: .secondary).html)</p>
            """
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [
            ("Provided by", HTML(text: set.provider.name)),
            ("How often", HTML(text: set.frequency.title)),
            ("Due", HTML(text: set.due.title)),
            ("Covers", HTML(text: standing.coverage)),
            ("Last received", HTML(text: standing.received?.day ?? "not yet")),
            ("Depersonalised", HTML(text: set.isDepersonalised ? "Yes: nobody can be told from it" : "No")),
            ("A period without a row of a place", HTML(text: set.absentRows.title)),
            ("Numbers that are too small to be told", HTML(text: set.smallCounts.title)),
            ("Licence", HTML(text: set.licence.isEmpty ? "–" : set.licence)),
        ]
        if !set.notes.isEmpty { facts.append(("Notes", HTML(text: set.notes))) }
        return facts
    }

    private var due: HTML? {
        guard !standing.expected.isEmpty else { return nil }
        return """
            <h2>What was due</h2>
            \(DataTable(
                standing.expected.count > Self.shown ? "The latest \(Self.shown) of \(standing.expected.count) periods" : "Periods, latest first",
                columns: [.text("Period"), .text("Due by"), .text("First received"), .text("State")],
                rows: standing.expected.reversed().prefix(Self.shown).map { delivery in
                    [
                        HTML(text: "\(delivery.period)"), HTML(text: delivery.due.words),
                        HTML(text: delivery.received?.words ?? "–"), state(delivery).html,
                    ]
                },
                csv: "/data/sets/\(set.address.text)/periods.csv"
            ).html)
            """
    }

    private func state(_ delivery: ExpectedDelivery) -> Tag {
        if delivery.isOverdue(on: standing.day) { return Tag("Overdue", .bad) }
        guard delivery.received != nil else { return Tag("Awaited", .waiting) }
        return delivery.wasLate ? Tag("Came late", .waiting) : Tag("In time", .good)
    }

    private var files: HTML {
        guard !releases.isEmpty else {
            return EmptyState("Nothing of it has come yet", "Give a file, or ask \(set.provider.name) for one.").html
        }
        return """
            <h2>Files received</h2>
            \(DataTable(
                "Files received, newest first",
                columns: [.text("File"), .text("Covers"), .number("Rows kept"), .number("Refused"), .text("Received")],
                rows: releases.map { release in
                    [
                        "<a href=\"/data/releases/\("\(release.id)")\">\(release.name)</a>", HTML(text: release.monthsWording),
                        HTML(text: release.rows.kept.grouped), HTML(text: release.rows.refused.grouped),
                        HTML(text: release.receivedAt.day),
                    ]
                }
            ).html)
            """
    }

    private var measured: HTML? {
        guard !measures.isEmpty else { return nil }
        return """
            <h2>What it measures</h2>
            \(DataTable(
                "Measures, each with the address it is cited by",
                columns: [.text("Measure"), .text("Counted in"), .text("Judged"), .text("Address")],
                rows: measures.map { measure in
                    [
                        HTML(text: measure.name), HTML(text: measure.unit.isEmpty ? "–" : measure.unit),
                        HTML(text: measure.polarity.title), "<code>\(measure.address.description)</code>",
                    ]
                }
            ).html)
            """
    }

    private func read(_ known: (mapping: DataMapping, by: String, at: Date)) -> HTML {
        """
        <h2>How its files are read</h2>
        <p>Said by \(known.by) on \(known.at.day). A file with the same columns is read in the same way; one with others is \
        asked about anew.</p>
        \(SummaryList(known.mapping.facts).html)
        """
    }
}

extension Measure.Polarity {
    var title: String {
        switch self {
        case .lowIsGood: "Less is better"
        case .highIsGood: "More is better"
        case .noJudgement: "Neither: it is not judged"
        }
    }
}

extension DataMapping {
    var facts: [(name: String, value: HTML)] {
        var what = ""
        switch category {
        case .one(let measure): what = "Every row is ‘\(measure)’"
        case .column(let column, _): what = "The column ‘\(column)’ tells"
        }
        var number = "Each row is one incident"
        if case .column(let column) = count { number = "The column ‘\(column)’ tells" }
        let east = longitudeColumn.map { " and ‘\($0)’" } ?? ""
        return [
            ("Where", HTML(text: "‘\(placeColumn)’\(east): \(placeForm.title)")),
            ("When", HTML(text: "‘\(timeColumn)’: \(timeForm.title)")), ("What", HTML(text: what)),
            ("How many", HTML(text: number)),
        ]
    }
}
