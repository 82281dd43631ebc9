import DataFiles
import Web
import Wording

/// `/data/changes`: what changed in how things are recorded, for everybody and here.
struct RecordingChangesPage {
    let entered: [RecordingChangeStore.Entered]
    /// What is counted, by its address.
    let measures: [MeasureAddress: String]
    let mayEnter: Bool

    static let crumbs = [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")]

    private var standing: [RecordingChangeStore.Entered] { entered.filter { $0.withdrawal == nil } }
    private var withdrawn: [RecordingChangeStore.Entered] { entered.filter { $0.withdrawal != nil } }

    var page: Page {
        Page(
            "Changes in recording", crumbs: Self.crumbs, width: .wide,
            body: """
                <h1>Changes in recording</h1>
                <p class="lead">From some month on a figure does not mean what it meant before. No trend is drawn across such a \
                change, and it is said wherever figures are set beside one another over it.</p>
                \(mayEnter ? HTML("<p class=\"actions\">\(Button("Enter a change", to: "/data/changes/new").html)</p>") : nil)
                <h2>Here</h2>
                \(standing.isEmpty ? none : own.html)
                \(withdrawn.isEmpty ? nil : Disclosure("\(withdrawn.count.counted("change was", "changes were")) withdrawn", past.html).html)
                <h2>For everybody</h2>
                \(everybody.html)
                """)
    }

    private var none: HTML {
        EmptyState(
            "No change of the partnership’s own is known",
            "Where your police force or another provider began to record something in another way, enter it here, so that "
                + "nobody takes it for a rise or a fall."
        ).html
    }

    private var own: DataTable {
        let columns: [DataTable.Column] = [
            .text("From"), .text("What is recorded otherwise"), .text("Where"), .text("What changed"), .text("Source"),
            .text("Entered"),
        ]
        return DataTable(
            "Changes that the partnership entered", columns: mayEnter ? columns + [.text("Withdraw")] : columns,
            rows: standing.map { entered in mayEnter ? cells(entered) + [withdrawing(entered)] : cells(entered) })
    }

    private var past: DataTable {
        DataTable(
            "Changes that were withdrawn",
            columns: [
                .text("From"), .text("What"), .text("Where"), .text("What was said"), .text("Source"),
                .text("Entered"), .text("Withdrawn"),
            ],
            rows: withdrawn.map { entered in
                let end = entered.withdrawal.map { "\($0.at.day), by \($0.by): \($0.why)" } ?? ""
                return cells(entered) + [HTML(text: end)]
            })
    }

    private func cells(_ entered: RecordingChangeStore.Entered) -> [HTML] {
        let change = entered.change
        let by = [entered.at?.day, entered.by.map { "by \($0)" }].compactMap(\.self).joined(separator: ", ")
        return [
            HTML(text: change.month.inWords), HTML(text: what(change.measures)),
            HTML(text: change.place?.name ?? "Everywhere"),
            HTML(text: change.sentence), HTML(text: change.source), HTML(text: by.isEmpty ? "–" : by),
        ]
    }

    private func withdrawing(_ entered: RecordingChangeStore.Entered) -> HTML {
        """
        <a href="/data/changes/\("\(entered.id)")/withdraw">Withdraw<span class="visually-hidden"> the change of \
        \(entered.change.month.inWords)</span></a>
        """
    }

    private func what(_ addresses: [MeasureAddress]) -> String {
        guard addresses.count > 3, let set = addresses.first?.dataSet else {
            return addresses.map { measures[$0] ?? "\($0)" }.inWords
        }
        return "\(addresses.count) measures of ‘\(DataSet.builtIn(set)?.name ?? set.text)’"
    }

    private var everybody: DataTable {
        DataTable(
            "Changes that everybody’s figures of recorded crime went through",
            columns: [.text("From"), .text("What changed"), .text("Source")],
            rows: KnownBreaks.ofEverybody.map { change in
                [HTML(text: change.month.inWords), HTML(text: change.sentence), HTML(text: change.source)]
            })
    }

    static func withdraw(
        _ entered: RecordingChangeStore.Entered, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Withdraw the change of \(entered.change.month.inWords)",
            lead: """
                <p class="lead">\(entered.change.sentence)</p>
                <p>Figures are set beside one another over it again without a word of it. What was published with it stays as it \
                was published, and that it was entered stays on record.</p>
                """,
            crumbs: crumbs + [Mention(at: "/data/changes", titled: "Changes in recording")],
            action: "/data/changes/\(entered.id)/withdraw", button: Button("Withdraw it"),
            fields: [
                Field("why", "Why is it withdrawn?", value: answers["why"], refusals: refusals)
            ], refusals: refusals, back: "/data/changes")
    }
}
