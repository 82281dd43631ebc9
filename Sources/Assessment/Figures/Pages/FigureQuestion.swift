import DataFiles
import DataRegister
import Hummingbird
import Web

/// What somebody chose of a figure, before it is one address.
struct FigureQuestion: Sendable {
    let kind: String
    let measure: String
    let place: String
    let from: String
    let to: String
    let earlierFrom: String
    let earlierTo: String
    let set: String

    init(_ request: Request) {
        let asked = request.uri.queryParameters
        func text(_ name: Substring) -> String { asked[name].map(String.init) ?? "" }
        kind = text("kind")
        measure = text("measure")
        place = text("place")
        (from, to) = (text("from"), text("to"))
        (earlierFrom, earlierTo) = (text("earlier-from"), text("earlier-to"))
        set = text("set")
    }

    /// What stands in the form when it is opened: the own district, and the months of whatever it was opened from or the
    /// last twelve that are here.
    init(openedBy request: Request, with lists: FigureChoices.Lists) {
        let asked = request.uri.queryParameters["months"].map(String.init).flatMap { Period(address: $0) }
        let months = asked ?? lists.lastTwelve
        (kind, measure, place) = ("", "", lists.own ?? "")
        (from, to) = (months?.from.description ?? "", months?.to.description ?? "")
        (earlierFrom, earlierTo, set) = ("", "", "")
    }

    /// Whether the form was sent, or only opened.
    var isAsked: Bool { !(kind + measure + place + from + to).isEmpty }

    /// - Throws: `Refusals`, each beside its field.
    func address() throws(Refusals) -> FigureAddress {
        var refusals = Refusals()
        let kind = FigureAddress.Kind(rawValue: self.kind)
        if kind == nil { refusals.add("Choose what to tell", field: "kind") }
        let measure = MeasureAddress(self.measure)
        if measure == nil { refusals.add("Choose what was counted", field: "measure") }
        let place = PlaceAddress(self.place)
        if place == nil { refusals.add("Choose where", field: "place") }
        let period = refusals.period(from, to, fields: ("from", "to"))
        let hasEarlier = kind == .change && !(earlierFrom + earlierTo).isEmpty
        let earlier =
            hasEarlier
            ? refusals.period(earlierFrom, earlierTo, fields: ("earlier-from", "earlier-to")) : nil
        if kind == .rank, set.isEmpty || slugged(set) != set {
            refusals.add("Choose the districts among which the place is told", field: "set")
        }
        try refusals.check()
        guard let kind, let measure, let place, let period else { throw refusals }
        return FigureAddress(kind, of: [measure], in: place, over: period, against: earlier, among: set)
    }
}
