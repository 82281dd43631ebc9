import DataFiles
import DataRegister
import Statistics
import Storage
import Web
import Wording

/// `/places`: where in the own district it happens, and how few places hold half of it.
struct PlacesPage {
    let home: String?
    let overview: PlacesOverview?

    var page: Page {
        Page(
            "Places", crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            width: .wide,
            body: """
                <h1>Places\(home.map { " in \($0)" } ?? "")</h1>
                \(overview.map(told) ?? empty)
                """)
    }

    private var empty: HTML {
        home == nil
            ? EmptyState(
                "The partnership’s district is not entered",
                "Its details name no district, so there are no places to show. An officer can enter it."
            ).html
            : EmptyState(
                "Nothing is known of your district’s places yet",
                "Import twelve months or more of street-level crime; two years tell what changed.",
                action: Button("Import data", to: "/data/import")
            ).html
    }

    private func told(_ overview: PlacesOverview) -> HTML {
        """
        \(overview.missingSentence.map { Notice(.warning, "Some months are not here", "<p>\($0)</p>").html })
        \(overview.leftOut.isEmpty ? nil : Notice(
            .warning, "Some areas are left out", overview.leftOut.html { "<p>\($0)</p>" }).html)
        \(overview.concentrationSentence.map { "<p class=\"lead\">\($0)</p>" })
        \(overview.lorenzSentence.map { "<p class=\"measure\">\($0)</p>" })
        <p class="measure">Small areas (LSOAs) have about 1,500 residents each. Half of all crime in a few street segments, as \
        research tells of streets, is not to be expected of areas this large.</p>
        \(hotSpots(overview))
        \(wards(overview))
        <h2 id="areas">Small areas</h2>
        \(areas(overview))
        <p class="measure">An area at the top of the list this year is likely to be lower next year by chance alone. Open one to \
        see its years beside each other before anything is said of it.</p>
        \(AssessmentSources.ofPlaces(overview))
        """
    }

    private func areas(_ overview: PlacesOverview) -> HTML {
        let all = overview.areas
        let caption = "recorded crime, \(overview.period)"
        guard all.count > Self.shownAreas else { return table("Small areas by \(caption)", all, overview) }
        return """
            \(table("The \(Self.shownAreas) small areas with most \(caption)", Array(all.prefix(Self.shownAreas)), overview))
            \(Disclosure(
                "All \(all.count.grouped) small areas", table("Every small area by \(caption)", all, overview)
            ).html)
            """
    }

    /// More than these are not read; they are folded away.
    private static let shownAreas = 15

    private func wards(_ overview: PlacesOverview) -> HTML {
        guard !overview.wards.isEmpty else {
            return """
                <h2 id="wards">Wards</h2>
                <p class="measure">Which ward each small area lies in is not here. Import a lookup of small areas and wards.</p>
                """
        }
        return """
            <h2 id="wards">Wards</h2>
            \(table("Wards by recorded crime, \(overview.period)", overview.wards, overview))
            <p class="measure">A ward is made of the small areas that mostly lie in it, so its figure is close and not exact.</p>
            """
    }

    private func table(_ caption: String, _ lines: [PlacesOverview.Line], _ overview: PlacesOverview) -> HTML {
        let before = overview.years.count > 1 ? "\(overview.years[1])" : "The year before"
        return DataTable(
            caption,
            columns: [
                .text("Place"), .number("\(overview.period)"), .number(before), .number("For each 1,000 people"),
                .number("95% interval"),
            ],
            rows: lines.map { line in
                [
                    "<a href=\"\(line.place.page)\">\(line.place.name)</a>", HTML(text: line.crimes.grouped),
                    HTML(text: line.before?.grouped ?? "not known"),
                    HTML(text: line.rate?.value.rounded(places: 1) ?? "–"),
                    HTML(text: line.rate?.interval.wording(places: 1) ?? "–"),
                ]
            }
        ).html
    }

    private func hotSpots(_ overview: PlacesOverview) -> HTML {
        guard let found = overview.hotSpots else {
            return """
                <h2 id="clusters">Clusters</h2>
                <p class="measure">Which clusters persist can be told from two whole years of data and the boundaries of the small \
                areas. They are not all here.</p>
                """
        }
        let areas = overview.areas.map(\.place)
        func list(_ codes: Set<String>) -> HTML {
            areas.filter { $0.code.map(codes.contains) ?? false }.enumerated().html { index, place in
                "\(index > 0 ? ", " : "")<a href=\"\(place.page)\">\(place.name)</a>"
            }
        }
        let years = found.years.map { "\($0)" }.inWords
        return """
            <h2 id="clusters">Clusters that persist, and those that come and go</h2>
            \(SummaryList([
                ("Persist", found.persisting.isEmpty ? "None" : list(found.persisting)),
                ("Come and go", found.passing.isEmpty ? "None" : list(found.passing)),
            ]).html)
            <p class="measure">Areas that, with those that touch them, have more crime than as many areas would have by chance, in \
            \(years): in each of them, or in some only. All areas are tested at once, and of those marked no more than one in \
            twenty is expected to be marked by chance (Getis and Ord’s Gi*, false discovery rate 5%). A cluster is of areas; no \
            street is meant.</p>
            """
    }
}

extension Place {
    /// Where everything about it stands.
    var page: Address { "/places/\(level.addressName)/\(PlaceAddress(self).key)" }
}

extension AssessmentSources {
    /// The line under what is told of many places.
    static func ofPlaces(_ overview: PlacesOverview) -> HTML {
        let files = overview.data.sources
        let publishers = Set(files.map(\.publisher)).sorted().inWords
        let received = files.map(\.receivedOn).max()?.day ?? ""
        return """
            <p class="citation">Source: \(publishers), \(files.count.counted("file", "files")), the last received \(received) · \
            <a href="\(Address("/methods").at("places"))">method</a></p>
            """
    }
}
