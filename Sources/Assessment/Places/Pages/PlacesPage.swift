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
    let question: PlacesQuestion
    /// As it was typed, where it cannot be used.
    let typed: PlacesQuestion.Typed
    let refusals: Refusals?
    /// Nil where they cannot be told.
    let clusters: ClusterYears?
    let concentration: TypeConcentration?
    let canDraw: Bool

    var page: Page {
        Page(
            "Places", crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            width: .wide, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
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
        \(question.period == nil ? overview.shortSentence.map { "<p class=\"measure\">\($0)</p>" } : nil)
        \(overview.missingSentence.map { Notice(.warning, "Some months are not here", "<p>\($0)</p>").html })
        \(overview.leftOut.isEmpty ? nil : Notice(
            .warning, "Some areas are left out", overview.leftOut.html { "<p>\($0)</p>" }).html)
        \(overview.concentrationSentence.map { "<p class=\"lead\">\($0)</p>" })
        \(overview.lorenzSentence.map { "<p class=\"measure\">\($0)</p>" })
        <p class="measure">Small areas (LSOAs) have about 1,500 residents each. Half of all crime in a few street segments, as \
        research tells of streets, is not to be expected of areas this large.</p>
        \(PlacesForm(typed: shown(overview), refusals: refusals).html)
        \(concentration.map { ConcentrationSection(found: $0, question: question).html })
        \(ClustersSection(found: clusters, question: question, canDraw: canDraw, source: AssessmentSources.ofPlaces(overview)).html)
        \(wards(overview))
        <h2 id="areas">Small areas</h2>
        \(areas(overview))
        \(Self.residents)
        <p class="measure">An area at the top of the list this year is likely to be lower next year by chance alone. Open one to \
        see its years beside each other before anything is said of it.</p>
        \(AssessmentSources.ofPlaces(overview))
        """
    }

    /// The years that are told of, where none were asked for.
    private func shown(_ overview: PlacesOverview) -> PlacesQuestion.Typed {
        var typed = typed
        if refusals == nil { (typed.from, typed.to) = ("\(overview.period.from)", "\(overview.period.to)") }
        return typed
    }

    private func areas(_ overview: PlacesOverview) -> HTML {
        let all = overview.areas
        let caption = "recorded crime, \(overview.counted)"
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
            \(table("Wards by recorded crime, \(overview.counted)", overview.wards, overview))
            \(Self.residents)
            <p class="measure">A ward is made of the small areas that mostly lie in it, so its figure is close and not exact.</p>
            """
    }

    /// Said below every table of rates.
    private static let residents: HTML = """
        <p class="measure">Rates are of those who live there. Where others come to shop, to work or for the evening, as in a town \
        centre, they run high and say little of how safe a place is.</p>
        """

    private func table(_ caption: String, _ lines: [PlacesOverview.Line], _ overview: PlacesOverview) -> HTML {
        let before = overview.tellsBefore && overview.years.count > 1 ? overview.years[1] : nil
        return DataTable(
            caption,
            columns: [.text("Place"), .number(overview.counted)] + (before.map { [.number("\($0)")] } ?? [])
                + [.number("For each 1,000 people"), .number("95% interval")],
            rows: lines.map { line -> [HTML] in
                let now: [HTML] = [
                    "<a href=\"\(question.years(of: line.place.page))\">\(line.place.name)</a>",
                    HTML(text: line.crimes.grouped),
                ]
                let rate = [
                    HTML(text: line.rate?.told ?? "–"), HTML(text: line.rate?.interval.wording(places: 1) ?? "–"),
                ]
                return now + (before == nil ? [] : [HTML(text: line.before?.grouped ?? "not known")]) + rate
            }
        ).html
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
