import DataRegister
import Web
import Wording

/// `/comparators`: every set of districts that the own one can be set beside.
struct ComparatorsPage {
    let sets: [ComparatorSet]
    let home: String?
    /// The address of the one that rankings compare with.
    let chosen: String?
    let mayKeep: Bool

    var page: Page {
        Page(
            "Comparing", crumbs: ComparatorSet.crumbs.dropLast(),
            body: """
                <h1>Comparing with other districts</h1>
                <p class="lead">A rate says little alone. It is set beside districts that are like \
                \(home ?? "the partnership’s own"), and who they are is open to everybody.</p>
                \(missing)
                \(actions)
                \(table)
                \(retired)
                \(Disclosure(
                    "Which set should we use?",
                    """
                    <p>Most partnerships compare with a <em>most similar group</em>: some fifteen districts that an inspectorate or \
                    the Home Office found to be like theirs. Enter it with its source and date. Where there is none, the nearest \
                    districts can be worked out from deprivation, residents and crime mix. The force’s and the county’s districts \
                    share their police, and so how crime is recorded, but may be quite unlike one another.</p>
                    \(county)
                    """, isHelp: true
                ).html)
                """)
    }

    /// Police data know forces and districts alone: what lies in which county only a lookup tells.
    private var county: HTML? {
        guard !sets.contains(where: { $0.kind == .county }) else { return nil }
        return """
            <p>The districts of your county will stand here once a lookup is imported that says which districts lie in it: a CSV of \
            the Office for National Statistics with columns such as LAD24CD, LAD24NM, CTY24CD and CTY24NM.</p>
            """
    }

    private var missing: HTML? {
        guard home == nil else { return nil }
        return Notice(
            .warning, "The partnership’s district is not entered",
            "<p>Its details name no district, so none stands out in a comparison. An officer can enter it.</p>"
        ).html
    }

    private var actions: HTML? {
        guard mayKeep else { return nil }
        return """
            <p class="actions">\(Button("Enter a set", to: "/comparators/new").html) \
            \(Button("Work out the nearest districts", to: "/comparators/nearest", weight: .secondary).html)</p>
            """
    }

    private var retired: HTML? {
        let retired = sets.filter { $0.retirement != nil }
        guard !retired.isEmpty else { return nil }
        return Disclosure(
            "\(retired.count.counted("set was", "sets were")) retired",
            DataTable(
                "Retired sets", columns: [.text("Set"), .text("Retired"), .text("Why")],
                rows: retired.compactMap { set in
                    set.retirement.map { retirement in
                        [
                            "<a href=\"\(set.page)\">\(set.name)</a>",
                            HTML(text: "\(retirement.at.day), by \(retirement.by)"), HTML(text: retirement.why),
                        ]
                    }
                }
            ).html
        ).html
    }

    private var table: HTML {
        let sets = sets.filter { $0.retirement == nil }
        guard !sets.isEmpty else {
            return EmptyState(
                "No districts to compare with yet",
                "Import the table of districts and years, or the street-level files of other forces, first.",
                action: Button("Import data", to: "/data/import")
            ).html
        }
        return DataTable(
            "Sets of districts",
            columns: [
                .text("Set"), .text("How it is known"), .number("Districts"), .text("Version"), .text("Figures"),
            ],
            rows: sets.map { set in
                let tag: HTML? = set.address == chosen ? " \(Tag("Used for the ranking", .good).html)" : nil
                return [
                    "<a href=\"\(set.page)\">\(set.name)</a>\(tag)", HTML(text: set.kind.title),
                    HTML(text: set.members.count.grouped),
                    HTML(text: set.newest.madeAt.map { "\(set.newest.number), \($0.day)" } ?? "follows the data"),
                    "<a href=\"\(set.comparison)\">Compare<span class=\"visually-hidden\"> with \(set.name)</span></a>",
                ]
            }
        ).html
    }
}
