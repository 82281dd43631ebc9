import DataFiles
import DataRegister
import Wording

/// The names of map points with most crime in a ward. No street is meant by one: a point stands for several, and crimes are
/// moved to it.
struct PlaceStreets: Sendable {
    /// All points of one name.
    struct Line: Sendable, Hashable {
        /// "High Street"
        let name: String
        let points: Int
        let crimes: Int
        /// Anti-social behaviour, apart.
        let incidents: Int
    }

    let period: Period
    /// Those with enough to be told, most crime first.
    let lines: [Line]
    /// How many other names there are, each with too few to be told.
    let few: Int
    /// Crimes at points whose names are not here.
    let unnamed: Int

    /// From how many crimes in a year on a name is told. The data are public, and still nobody is to be found by them.
    static let fewest = 5

    /// - Returns: nil where there is nothing to tell of.
    init?(_ points: [DistrictData.Point], named names: [MapPoint: String], over period: Period) {
        struct Sum {
            var spots: Set<MapPoint> = []
            var crimes = 0
            var incidents = 0
        }
        let months = Set(period.months)
        var (sums, unnamed): ([String: Sum], Int) = ([:], 0)
        for point in points where months.contains(point.month) {
            let spot = MapPoint(longitude: point.longitude, latitude: point.latitude)
            guard let name = names[spot] else {
                unnamed += point.isAntiSocialBehaviour ? 0 : point.count
                continue
            }
            sums[Self.plain(name), default: Sum()].spots.insert(spot)
            if point.isAntiSocialBehaviour {
                sums[Self.plain(name), default: Sum()].incidents += point.count
            } else {
                sums[Self.plain(name), default: Sum()].crimes += point.count
            }
        }
        guard !sums.isEmpty || unnamed > 0 else { return nil }
        let all = sums.map {
            Line(name: $0.key, points: $0.value.spots.count, crimes: $0.value.crimes, incidents: $0.value.incidents)
        }
        self.period = period
        lines = all.filter { Self.fewest <= $0.crimes }.sorted { ($1.crimes, $0.name) < ($0.crimes, $1.name) }
        few = all.count - lines.count
        self.unnamed = unnamed
    }

    /// "High Street" of "On or near High Street".
    private static func plain(_ name: String) -> String {
        let start = "On or near "
        return name.hasPrefix(start) ? String(name.dropFirst(start.count)) : name
    }

    /// The table of a page: the first of them.
    func table(first number: Int) -> TextTable { table(lines.prefix(number)) }

    /// The whole of it as a file.
    var csv: [UInt8] {
        FactTable(
            ["on_or_near", "from", "to", "map_points", "crimes", "anti_social_behaviour"],
            rows: lines.map { line in
                [
                    .text(line.name), .text("\(period.from)"), .text("\(period.to)"), .whole(line.points),
                    .whole(line.crimes), .whole(line.incidents),
                ]
            }
        ).csv
    }

    private func table(_ lines: ArraySlice<Line>) -> TextTable {
        TextTable(
            "Map points by the name they carry, \(period)",
            columns: [
                .text("On or near"), .number("Map points"), .number("Crimes"), .number("Anti-social behaviour"),
            ],
            rows: lines.map { [$0.name, $0.points.grouped, $0.crimes.grouped, $0.incidents.grouped] })
    }

    /// What is left out, and why.
    var note: String? {
        let parts = [
            few == 0
                ? nil
                : "\(few.counted("other name has", "other names have")) fewer than \(Self.fewest) crimes in the year and "
                    + "\(few == 1 ? "is" : "are") left out, so that nobody is found by them.",
            unnamed == 0
                ? nil
                : "\(unnamed.counted("crime lies at a point", "crimes lie at points")) whose name is not here: the publisher gave "
                    + "none, or its file was imported before names were kept. Import it again to see.",
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
