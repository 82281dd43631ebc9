import DataFiles
import DataRegister
import Hummingbird
import Web

/// What is asked for: a place, and perhaps the last of twelve months.
struct SignalsQuestion: Sendable {
    let place: Place
    /// As it was typed, or the last that is here.
    let last: String
    /// Nil where nothing was typed.
    let month: Month?

    /// - Throws: `Refusals` for a month that is none.
    init(_ request: Request, of place: Place) throws(Refusals) {
        self.place = place
        last = request.uri.queryParameters["to"].map(String.init) ?? ""
        month = Month(last)
        guard last.isEmpty || month.map({ (1900...2999).contains($0.year) }) ?? false else {
            throw Refusals("Enter the last month, like 2015-12", field: "to")
        }
    }

    init(of place: Place, typed last: String) {
        (self.place, self.last, month) = (place, last, nil)
    }

    var page: Address { asking(place.signals) }

    /// One of its files: `months.csv`, `signals.pdf`.
    func address(_ file: String) -> Address { asking("/signals/\(level)/\(key)/\(file)") }

    func address(chart: String) -> Address { asking("/signals/\(level)/\(key)/charts/\(chart).svg") }

    private var level: String { place.level.addressName }
    private var key: String { PlaceAddress(place).key }

    private func asking(_ address: Address) -> Address { address.asking(["to": month.map { "\($0)" }]) }

    var crumbs: [Mention] {
        [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")]
            + (place.level == .ward
                ? [Mention(at: "/places", titled: "Places"), Mention(at: place.page, titled: place.name)] : [])
    }

    var form: HTML { form() }

    func form(_ refusals: Refusals? = nil) -> HTML {
        """
        <h2 id="other">Other months</h2>
        <form class="period-form" method="get" action="\(place.signals)">
        \(Field("to", "Last month", hint: "Like 2015-12. The twelve months to it are judged.", .month, value: last, refusals: refusals).html)
        \(Button("Judge these months").html)
        </form>
        """
    }
}

extension Place {
    /// Where its months are judged.
    var signals: Address { "/signals/\(level.addressName)/\(PlaceAddress(self).key)" }
}

extension SeriesSignals {
    /// Where every type stands beside it; nil of a place of which it is not told.
    var page: Address? {
        guard let place = series.places.first, series.places.count == 1, SignalDesk.levels.contains(place.level) else {
            return nil
        }
        return place.signals.asking(["to": judged.last.map { "\($0.month)" }])
    }
}

/// The same where there is nothing to judge, or the month that was typed is none.
struct NoSignalsPage {
    let asked: SignalsQuestion
    var refusals: Refusals?

    var page: Page {
        Page(
            "Unusual months in \(asked.place.name)", crumbs: asked.crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Unusual months in \(asked.place.name)</h1>
                \(refusals == nil ? Notice(.warning, "Nothing is known of these months", """
                    <p>No file of street-level crime that is here tells of \(asked.place.name) in these months. Choose others, or \
                    import their files. What is missing is never taken as zero.</p>
                    """).html : nil)
                \(asked.form(refusals))
                """)
    }

    /// Where the partnership names no district.
    static func withoutDistrict(_ home: String?) -> Page {
        Page(
            "Unusual months",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            body: """
                <h1>Unusual months</h1>
                \(EmptyState(
                    home == nil ? "The partnership’s district is not entered" : "Nothing is known of your district yet",
                    home == nil
                        ? "Its details name no district, so there is none to judge. An officer can enter it."
                        : "Import street-level crime first: four years of it tell which months are out of the ordinary.",
                    action: home == nil ? nil : Button("Import data", to: "/data/import")
                ).html)
                """)
    }
}
