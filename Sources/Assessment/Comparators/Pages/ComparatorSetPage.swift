import DataRegister
import Storage
import Web
import Wording

/// `/comparators/{set}`: who is in a set, why, and how it came to be so.
struct ComparatorSetPage {
    let set: ComparatorSet
    let known: [String]
    let choice: ComparatorStore.Choice?
    let mayKeep: Bool
    let visit: Visit

    private var isChosen: Bool { choice?.address == set.address }
    private var details: ComparatorDetails { self.set.newest.details }

    var page: Page {
        Page(
            set.name, crumbs: ComparatorSet.crumbs,
            body: """
                <p class="eyebrow">\(set.kind.title)\(set.retirement == nil ? "" : ", retired")</p>
                <h1>\(set.name)</h1>
                \(retired)
                \(SummaryList(facts).html)
                <p class="actions">\(Button("Compare", to: set.comparison).html) \(change)</p>
                \(choosing)
                <h2 id="members">The districts</h2>
                \(members)
                \(working)
                \(history)
                """)
    }

    private var retired: HTML? {
        self.set.retirement.map { retirement in
            Notice(
                .information, "Retired on \(retirement.at.day) by \(retirement.by)",
                "<p>\(retirement.why)</p><p>Nothing new is compared with it. Figures and publications that name it stand as "
                    + "they are.</p>"
            ).html
        }
    }

    private var change: HTML? {
        guard mayKeep, !set.kind.isBuiltIn else { return nil }
        guard set.retirement == nil else {
            return Button("Bring it back", to: "/comparators/\(set.address)/return", weight: .secondary).html
        }
        return """
            \(Button("Change it", to: "/comparators/\(set.address)/change", weight: .secondary).html) \
            \(Button("Retire it", to: "/comparators/\(set.address)/retire", weight: .secondary).html)
            """
    }

    private var choosing: HTML? {
        guard mayKeep, set.retirement == nil else { return nil }
        return PressForm(
            label: isChosen ? "Do not use it for the ranking any more" : "Use it for the ranking",
            action: isChosen ? "/comparators/\(set.address)/leaving" : "/comparators/\(set.address)/ranking"
        ).html(for: visit)
    }

    private var facts: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = [
            ("Districts", HTML(text: set.members.count.grouped)), ("Source", HTML(text: details.source)),
        ]
        if let on = details.on { facts.append(("Of", HTML(text: on.moments.lowerBound.day))) }
        if let at = set.newest.madeAt {
            facts.append(("Version", HTML(text: "\(set.newest.number), \(at.day), by \(set.newest.madeBy)")))
            facts.append(("Why", HTML(text: set.newest.why)))
        }
        if isChosen, let choice {
            facts.append(
                ("Ranking", HTML(text: "Themes are compared with it, chosen by \(choice.by) on \(choice.at.day)")))
        }
        return facts
    }

    private var members: HTML {
        if let working = details.working { return DistancesTable(working: working).html }
        let known = Set(self.known.map(DistrictName.init))
        return DataTable(
            "The \(set.members.count.counted("district", "districts")) of this set",
            columns: [.text("District"), .text("In the data")],
            rows: set.members.map { name in
                [HTML(text: name), known.contains(DistrictName(name)) ? "Yes" : Tag("Not yet", .waiting).html]
            }
        ).html
    }

    private var working: HTML? {
        details.working.map { working in
            """
            <h2>How they were found</h2>
            <p class="measure">\(NearestDistricts.method)</p>
            <p class="measure">\(working.compared.counted("district was", "districts were")) compared with \(working.own)\
            \(working.leftOut > 0 ? "; \(working.leftOut.grouped) were left out because something is not known of them" : ""). \
            The distances stand as they were worked out; with newer data they may be others.</p>
            \(SummaryList(working.inputs.map { ($0.name, HTML(text: $0.source)) }).html)
            """
        }
    }

    private var history: HTML? {
        guard !set.kind.isBuiltIn else { return nil }
        let all = [set.newest] + set.earlier
        return """
            <h2 id="versions">Every version</h2>
            \(Timeline("Every version of \(set.name)", all.compactMap { version in
                version.madeAt.map { at in
                    let name = version.details.name == set.name ? "" : " It was called \(version.details.name)."
                    return Timeline.Event(
                        "Version \(version.number)", at: at, by: version.madeBy,
                        detail: """
                            <p>\(version.why)\(name)</p>
                            \(Disclosure(
                                version.details.members.count.counted("district", "districts"),
                                "<p>\(version.details.members.inWords). Source: \(version.details.source).</p>"
                            ).html)
                            """)
                }
            }).html)
            """
    }
}

/// How far away each of the nearest districts is, in all and in each respect.
struct DistancesTable {
    let working: ComparatorWorking

    var html: HTML {
        DataTable(
            "Distances from \(working.own), in standard deviations",
            columns: [
                .text("District"), .number("Distance"), .number("Deprivation"), .number("Residents"),
                .number("Crime mix"),
            ],
            rows: working.distances.map { line in
                [HTML(text: line.district)]
                    + [line.total, line.deprivation, line.population, line.crimeMix].map {
                        HTML(text: $0.rounded(places: 2))
                    }
            }
        ).html
    }
}
