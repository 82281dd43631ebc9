import Storage
import Web
import Wording

/// The register of data sets as a table: who gives what, how often, and what is owed.
struct DataSetsTable {
    let standings: [DataSetStanding]

    var html: HTML {
        """
        \(overdue)
        \(DataTable(
            "Data sets",
            columns: [
                .text("Data set"), .text("From"), .text("How often"), .text("Covers"), .text("Last received"),
                .text("What is due"),
            ],
            rows: standings.map { standing in
                [
                    "<a href=\"/data/sets/\(standing.set.address.text)\">\(standing.set.name)</a>",
                    HTML(text: standing.set.provider.name), HTML(text: standing.set.frequency.title),
                    HTML(text: standing.coverage), HTML(text: standing.received?.day ?? "not yet"), standing.dueWords,
                ]
            },
            csv: "/data/sets.csv"
        ).html)
        """
    }

    private var overdue: HTML? {
        let late = standings.filter { !$0.overdue.isEmpty }
        guard !late.isEmpty else { return nil }
        return Notice(
            .warning, "Data are overdue",
            late.html { standing in
                let periods = standing.overdue.map { "\($0.period)" }
                let shown = Array(periods.suffix(4)).inWords
                let more = periods.count > 4 ? ", and \(periods.count - 4) before" : ""
                return
                    "<p><a href=\"/data/sets/\(standing.set.address.text)\">\(standing.set.name)</a> from \(standing.set.provider.name): \(shown)\(more).</p>"
            }
        ).html
    }
}

extension DataSetStanding {
    /// "July to September 2015, overdue since 31 December 2015".
    var dueWords: HTML {
        if let late = overdue.first {
            return """
                \(Tag("Overdue", .bad).html) \(overdue.count == 1 ? "\(late.period)" : "\(overdue.count) periods"), since \
                \(late.due.words)
                """
        }
        if let out = outMeanwhile {
            return
                "\(Tag("Published", .waiting).html) \(Array(out).inWords) \(out.count == 1 ? "is" : "are") out and not here yet"
        }
        if let next = nextOut { return "\(next.month.inWords), which comes out about \(next.comes.inWords)" }
        if let next { return "\(next.period.description) by \(next.due.words)" }
        return set.due == .never ? "Nothing is awaited" : "Nothing is owed"
    }
}

extension Day {
    /// "9 February 2016".
    var words: String { moments.lowerBound.day }
}
