import Charts
import DataFiles
import DataRegister
import Membership
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/focus-wards`: each ward that is followed, month by month since the year began.
struct FocusPage {
    let assessment: AnnualAssessment
    let places: [FocusPlace]
    /// Of those that are followed; nil where none is, or nothing of the year is here.
    let following: Following?
    let canDraw: Bool
    let mayWrite: Bool

    private var followed: [FocusPlace] { places.filter(\.isFollowed) }
    /// Of all that is shown, so that each is said once.
    private var notes: DocumentNotes {
        DocumentNotes((following?.exhibits ?? []).map { (place: .exhibit($0.name), notes: $0.notes) })
    }

    private var ended: [FocusPlace] { places.filter { !$0.isFollowed } }

    var page: Page {
        Page(
            "Focus wards, \(assessment.year)", crumbs: assessment.crumbs, width: .wide,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Focus wards, \(assessment.year.description)</h1>
                \(lead)
                \(mayWrite && !followed.isEmpty ? choosing(.secondary) : nil)
                \(following.map(told) ?? untold)
                \(past)
                """)
    }

    private var lead: HTML? {
        guard let following else { return nil }
        let before = following.period.yearBefore
        guard let district = following.district else {
            return """
                <p class="lead">No street-level crime of \(following.period.description) is here yet. What else is here of it and of \
                \(before.description) stands below.</p>
                """
        }
        return """
            <p class="lead">What is here of the year, \(following.period.description), beside \(before.description). \
            \(district)</p>
            """
    }

    private func choosing(_ weight: Button.Weight) -> HTML {
        "<p class=\"actions\">\(Button("Choose a focus ward", to: assessment.choosingFocus, weight: weight).html)</p>"
    }

    private var untold: HTML {
        guard !followed.isEmpty else {
            return EmptyState(
                "No ward is followed yet",
                "A focus ward is one that the partnership gives its mind to in \(assessment.year). Each is shown here month by month, "
                    + "beside the year before and the whole district.",
                action: mayWrite ? Button("Choose a focus ward", to: assessment.choosingFocus) : nil
            ).html
        }
        return """
            \(Notice(
                .information, "Nothing of the year is here yet",
                "<p>\(assessment.year.description) began in \(assessment.year.period.from.inWords). As soon as a month of it is imported, it is shown here.</p>"
            ).html)
            \(followed.html { place in "<h2>\(place.name)</h2>\n\(choice(place))" })
            """
    }

    private func told(_ following: Following) -> HTML {
        """
        \(following.cautions.isEmpty ? nil : Notice(
            .warning, "Read with care", "<ul>\(following.cautions.html { "<li>\($0)</li>" })</ul>"
        ).html)
        \(Notice(.information, "Before anything is said of a fall", "<p>\(Following.caution)</p>").html)
        \(figures([following.summary].compactMap(\.self), level: 2))
        \(followed.html { place in
            guard let index = following.places.firstIndex(where: { $0.address == place.place }) else {
                return "<h2>\(place.name)</h2>\n\(choice(place))<p>Nothing of it is here in \(following.period.description).</p>"
            }
            return ward(place, following.places[index], following, at: index)
        })
        """
    }

    private func ward(
        _ place: FocusPlace, _ told: Following.OfPlace, _ following: Following, at index: Int
    ) -> HTML {
        let exhibits = told.exhibits.map { following.named($0, at: index) }
        let said = [told.rate, told.types].compactMap(\.self) + told.signals
        let (pictures, tables) = (exhibits.filter { $0.chart != nil }, exhibits.filter { $0.chart == nil })
        return """
            <section aria-labelledby="place-\(index + 1)">
            <h2 id="place-\(index + 1)">\(place.name)</h2>
            \(choice(place))
            \(figures(pictures, level: 3))
            \(said.isEmpty ? nil : "<ul class=\"measure\">\(said.html { "<li>\($0)</li>" })</ul>" as HTML)
            \(tables.html { pictures.isEmpty ? figures([$0], level: 3) ?? .empty : Disclosure($0.title, figures([$0], level: 3) ?? .empty).html })
            <p class="measure"><a href="\(told.page)">Everything about \(place.name)</a></p>
            </section>

            """
    }

    private func figures(_ exhibits: [Exhibit], level: Int) -> HTML? {
        func address(_ file: String) -> Address {
            "/strategic-assessments/\(assessment.year.slug)/focus-wards/charts/\(file)"
        }
        return ExhibitFigures(
            exhibits: exhibits, level: level,
            picture: canDraw ? { address("\($0.name).svg").asking(["width": $1.rawValue]) } : nil,
            file: { address("\($0.name).csv") },
            notes: notes
        ).html
    }

    private func choice(_ place: FocusPlace) -> HTML {
        let ways: HTML? =
            mayWrite
            ? " <a href=\"\(assessment.changing(place))\">Change why<span class=\"visually-hidden\"> \(place.name) is followed</span></a> · <a href=\"\(assessment.ending(place))\">Follow it no longer<span class=\"visually-hidden\">: \(place.name)</span></a>"
            : nil
        return """
            <p class="measure">\(place.reason)</p>
            <p class="citation">Chosen by \(place.chosenBy), \(place.chosenAt.day).\(ways)</p>
            """
    }

    private var past: HTML? {
        guard !ended.isEmpty else { return nil }
        return """
            <h2 id="ended">Followed earlier in the year</h2>
            \(DataTable(
                "Wards that are not followed any more",
                columns: [.text("Ward"), .text("Why it was followed"), .text("Why not any more"), .text("Since")],
                rows: ended.map { place in
                    [
                        HTML(text: place.name), HTML(text: place.reason), HTML(text: place.ended?.reason ?? ""),
                        HTML(text: place.ended.map { "\($0.at.day), \($0.by)" } ?? ""),
                    ]
                }
            ).html)
            """
    }
}

extension AnnualAssessment {
    var focusWards: Address { "/strategic-assessments/\(year.slug)/focus-wards" }
    var choosingFocus: Address { "/strategic-assessments/\(year.slug)/focus-wards/new" }

    func changing(_ place: FocusPlace) -> Address {
        "/strategic-assessments/\(year.slug)/focus-wards/\(place.id)/reason"
    }

    func ending(_ place: FocusPlace) -> Address { "/strategic-assessments/\(year.slug)/focus-wards/\(place.id)/end" }
}

extension PlanYear {
    /// Its months, April to March.
    var period: Period {
        let (from, to) = (Month(year: first, number: 4), Month(year: first + 1, number: 3))
        // They are in order and twelve, so it is never refused.
        return (try? Period(from: from, to: to)) ?? .calendarYear(first)
    }
}
