import DataFiles
import DataRegister
import Statistics
import Wording

/// How a ward's rate stands among those of the district's other wards.
struct PlaceStanding: Sendable {
    /// From 1, the highest rate first.
    let rank: Int
    let wards: Int
    let rate: Rate
    /// How many other wards have a rate within its interval.
    let within: Int
    /// The district's own.
    let district: Rate?

    /// - Returns: nil where its residents are not known, or it is the only one with a rate.
    init?(of place: Place, among lines: [PlacesOverview.Line], district: Rate?) {
        guard let rate = lines.first(where: { $0.place == place })?.rate else { return nil }
        let others = lines.filter { $0.place != place }.compactMap { $0.rate }
        guard !others.isEmpty else { return nil }
        rank = 1 + others.count { $0.value > rate.value }
        wards = others.count + 1
        within = others.count { rate.interval.lower <= $0.value && $0.value <= rate.interval.upper }
        (self.rate, self.district) = (rate, district)
    }

    var sentence: String {
        let whole = district.map { ", where the whole district has \($0.told)" } ?? ""
        let unsure =
            within == 0
            ? "No other ward’s rate lies within that interval."
            : "\(within.counted("other ward has a rate", "other wards have rates")) within that interval: among them its place means "
                + "little."
        return
            "\(rate.told) for each 1,000 residents (95% interval \(rate.interval.wording(places: 1)))\(whole): "
            + "place \(rank) of \(wards) wards, the highest rate first. \(unsure) A place in a list is no measure of how well a ward "
            + "does, and a rate of residents says little of a town centre."
    }
}

/// How deprived the small areas of a place are.
struct PlaceDeprivation: Sendable {
    /// The year of the index.
    let year: Int
    /// By the tenth, 1 the most deprived, how many of its areas are in it.
    let tenths: [(tenth: Int, areas: Int)]
    let citation: Citation

    /// - Parameter figures: the tenth of each of its small areas.
    /// - Returns: nil where none is told.
    init?(_ figures: PlaceFigures) {
        let told = figures.rows.compactMap(\.count)
        guard !told.isEmpty else { return nil }
        year = figures.period.from.year
        tenths = Dictionary(grouping: told, by: \.self).map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
        citation = figures.citation
    }

    var sentence: String {
        let all = tenths.reduce(0) { $0 + $1.areas }
        guard all > 1, let first = tenths.first else {
            return tenths.first.map { "By the index of \(year) it is in \(Self.name($0.tenth)) of England." } ?? ""
        }
        let most = tenths.filter { $0.tenth <= 2 }.reduce(0) { $0 + $1.areas }
        let parts = tenths.map { "\($0.areas.grouped) in \(Self.name($0.tenth))" }
        return
            "By the index of \(year), of its \(all) small areas \(parts.inWords). "
            + (most == 0
                ? "None is in the most deprived fifth; the most deprived is in \(Self.name(first.tenth))."
                : "\(most) of \(all) \(most == 1 ? "is" : "are") in the most deprived fifth of England.")
    }

    private static func name(_ tenth: Int) -> String {
        switch tenth {
        case 1: "the most deprived tenth"
        case 10: "the least deprived tenth"
        case 2: "the 2nd tenth"
        case 3: "the 3rd tenth"
        default: "the \(tenth)th tenth"
        }
    }
}

/// What is gathered about one place besides recorded crime.
struct PlaceGathered: Sendable {
    let standing: PlaceStanding?
    let deprivation: PlaceDeprivation?
    /// Nil where nobody asked them.
    let partners: PartnersCount?
    let mentions: [PlaceMentionLine]
    /// How many residents, of when.
    let residents: String?
}
