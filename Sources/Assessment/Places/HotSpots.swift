import DataFiles
import DataRegister
import Geography
import Statistics
import Wording

/// Where small areas with much crime lie together, year by year: the clusters that persist, and those that come and go.
///
/// An area is in a cluster where it and those that touch it have more crime between them than as many areas of the district
/// would have by chance (Gi*), all areas tested at once (false discovery rate 5 %). It is told of counts, since areas have
/// about as many residents each.
/// *Source*: Ord & Getis 1995; Benjamini & Hochberg 1995.
struct HotSpots: Sendable {
    /// The twelve months that were looked at, oldest first.
    let years: [Period]
    /// For each area that is drawn, by its code, whether it was in a cluster in each of the years.
    let areas: [String: [Bool]]

    /// - Returns: nil where fewer than two whole years or ten drawn areas are here: nothing could be said to persist.
    init?(_ data: DistrictData, over years: [Period], boundaries: [Boundary]) throws {
        let whole = years.filter { $0.months.allSatisfy(data.covered.contains) }
        guard whole.count >= 2, let newest = whole.last else { return nil }
        let drawn = Set(boundaries.map(\.code))
        let areas = data.living(over: newest).filter { drawn.contains($0.code) }
        guard let ground = try ClusterGround(areas.map(\.code), boundaries: boundaries) else { return nil }
        var found = [String: [Bool]](uniqueKeysWithValues: areas.map { ($0.code, []) })
        for year in whole {
            let clusters = try ground.clusters(
                of: Dictionary(
                    areas.map { area in
                        (area.code, Double(PlaceCounts.crimes(in: area, over: year, known: data.covered)))
                    }, uniquingKeysWith: { one, _ in one }))
            for area in areas { found[area.code]?.append(clusters.areas[area.code]?.cluster == .muchCrime) }
        }
        (self.years, self.areas) = (whole, found)
    }

    /// In a cluster in every year.
    var persisting: Set<String> { Set(areas.filter { $0.value.allSatisfy(\.self) }.map(\.key)) }

    /// In a cluster in some years and not in others.
    var passing: Set<String> {
        Set(areas.filter { $0.value.contains(true) && $0.value.contains(false) }.map(\.key))
    }

    /// What is said of one area; nil where it is not drawn.
    func sentence(of code: String) -> String? {
        guard let hot = areas[code] else { return nil }
        let times = hot.count(where: \.self)
        if times == 0 { return "It was in no cluster of areas with much crime in any of the \(hot.count) years." }
        if times == hot.count {
            return
                "It was in a cluster of areas with much crime in each of the \(hot.count) years: the cluster persists."
        }
        let when = zip(years, hot).filter(\.1).map { "\($0.0)" }
        return
            "It was in a cluster of areas with much crime in \(when.inWords), and not otherwise: such clusters come and go."
    }
}

/// How much was counted in a small area.
enum PlaceCounts {
    /// - Parameter known: the months that are here.
    static func crimes(in area: DistrictData.Area, over period: Period, known: Set<Month>) -> Int {
        period.months.reduce(0) { sum, month in
            known.contains(month)
                ? sum + (area.counts[month] ?? [:]).reduce(0) { $0 + ($1.key.isAntiSocialBehaviour ? 0 : $1.value) }
                : sum
        }
    }
}
