import DataFiles
import Wording

/// All that is known of one district over some months: what an assessment is made from, wherever it was read.
public struct DistrictData: Sendable {
    /// A small area of the district, and what was counted in it.
    public struct Area: Sendable {
        public let code: String
        public let name: String
        /// By month and type; what is not here is none, if the month is covered.
        public var counts: [Month: [CrimeType: Int]]

        public init(code: String, name: String, counts: [Month: [CrimeType: Int]]) {
            self.code = code
            self.name = name
            self.counts = counts
        }
    }

    /// Where crimes were counted: one anonymous map point.
    public struct Point: Sendable, Hashable {
        /// Degrees, WGS 84.
        public let longitude: Double
        public let latitude: Double
        /// The code of the small area it lies in.
        public let area: String
        public let month: Month
        public let isAntiSocialBehaviour: Bool
        public let count: Int

        public init(
            longitude: Double, latitude: Double, area: String, month: Month, isAntiSocialBehaviour: Bool, count: Int
        ) {
            self.longitude = longitude
            self.latitude = latitude
            self.area = area
            self.month = month
            self.isAntiSocialBehaviour = isAntiSocialBehaviour
            self.count = count
        }
    }

    public let district: String
    /// The force whose files cover it; nil where no file has a row of it.
    public let force: String?
    /// The months its force's files are here for. A month outside is missing, never zero.
    public let covered: Set<Month>
    public let areas: [Area]
    /// What was counted in all areas together, by month and type.
    private let totals: [Month: [CrimeType: Int]]
    public let points: [Point]
    public let population: PopulationTable
    public let sources: [Source]
    /// Whether any of it was made up by the example's generator.
    public let isGenerated: Bool
    /// The changes of recording that the partnership knows of here.
    public let changes: [RecordingChange]
    /// What of its small areas ended or began with the census of 2021; nil where nothing did.
    public let change: AreaChange?
    /// How many small areas it has, where lookups or populations tell.
    public let areasInAll: Int?

    /// - Parameters:
    ///   - covered: the months its force’s files are here for.
    ///   - areasInAll: how many small areas it has, where something else than the populations tells.
    public init(
        district: String, force: String?, covered: Set<Month>, areas: [Area], points: [Point],
        population: PopulationTable, sources: [Source], isGenerated: Bool, changes: [RecordingChange] = [],
        change: AreaChange? = nil, areasInAll: Int? = nil
    ) {
        self.changes = changes
        self.district = district
        self.force = force
        // Before its areas began, and after they ended, nothing is known of it.
        self.covered = change?.living(covered) ?? covered
        self.change = change
        self.areasInAll = areasInAll ?? population.areas(inDistrict: district, seen: areas.map(\.code))
        self.areas = areas
        totals = areas.reduce(into: [:]) { totals, area in
            for (month, counts) in area.counts { totals[month, default: [:]].merge(counts, uniquingKeysWith: +) }
        }
        self.points = points
        self.population = population
        self.sources = sources
        self.isGenerated = isGenerated
    }

    /// Every type that was counted in the district in these periods, by name.
    public func types(over periods: [Period]) -> [CrimeType] {
        let months = Set(periods.flatMap(\.months)).intersection(covered)
        return Set(months.flatMap { totals[$0].map { Array($0.keys) } ?? [] }).sorted { $0.name < $1.name }
    }

    /// All districts but one have at least so many LSOAs.
    public static let fewestAreas = 5
    /// The one that has fewer: E01019077 is all of it.
    static let ofOneArea = "Isles of Scilly"

    /// A small area has about 1,500 residents, and hardly one in a thousand as many as this.
    private static let mostPeopleOfAnArea = 4_000
    /// No more live in the smallest districts, of which it could not be told.
    private static let fewestPeople = 12_000

    /// Whether so few small areas have rows that they cannot be those of so many people: then the rows are a neighbour's.
    public static func isStray(areas: Int, people: Int?) -> Bool {
        people.map { $0 > fewestPeople && $0 > mostPeopleOfAnArea * areas } ?? false
    }

    /// Fewer than a fifth of a district’s small areas are no district.
    public static func isStray(areas: Int, of all: Int) -> Bool { areas * 5 < all }

    /// Why the rows of it are known to be a neighbour's, which tell nothing of how much crime there is: of how few small
    /// areas they are. Nil where they may be its own force's.
    public var strays: String? {
        let people = covered.max().flatMap { last in
            population.people(inDistrict: district, during: Period(first: last, count: 1))?.people
        }
        return Self.strays(areas.count, of: areasInAll, people: people)
    }

    /// How few small areas have rows, where those can only be a neighbour's.
    ///
    /// - Parameters:
    ///   - all: how many it has, where that is known.
    ///   - people: who live in it, where that is known.
    static func strays(_ areas: Int, of all: Int?, people: Int?) -> String? {
        if let all {
            return isStray(areas: areas, of: all) ? "\(areas) of its \(all.grouped) small areas (LSOAs)" : nil
        }
        guard let people, isStray(areas: areas, people: people) else { return nil }
        return "\(few(areas)), though it has \(people.grouped) residents"
    }

    private static func few(_ areas: Int) -> String {
        areas == 1 ? "1 small area (LSOA)" : "\(areas) small areas (LSOAs)"
    }

    /// A few rows of a district are in its neighbours' files: without those of its own force they look like a quiet
    /// place. Whether it has more areas is not known here; where it is, see ``strays``.
    public var strayCaution: String? {
        let whole = min(Self.fewestAreas, areasInAll ?? .max)
        guard areas.count < whole, district != Self.ofOneArea, change == nil else { return nil }
        return
            "Only \(Self.few(areas.count)) of \(district) \(areas.count == 1 ? "has" : "have") a row here. If it has more, the files "
            + "of its own force are missing, and these rows are a neighbour’s."
    }

    /// The codes of its small areas, each list covering all of it.
    public var grounds: [[String]] {
        let codes = areas.map(\.code)
        return change?.grounds(of: codes) ?? [codes]
    }

    /// Its small areas as far as they were there at some time in a period.
    public func living(over period: Period) -> [Area] {
        guard let change else { return areas }
        let gone = Set(
            (period.from >= AreaChange.month ? change.ended : [])
                .map(\.code) + (period.to < AreaChange.month ? change.begun : []).map(\.code))
        return areas.filter { !gone.contains($0.code) }
    }

    /// What was counted of some types over a period, month by month.
    public func series(_ types: [CrimeType], over period: Period) -> MonthlySeries {
        MonthlySeries(period: period, counts: period.months.map { count(types, in: $0) })
    }

    /// Nil where the month is not here, or had none of the types. What was counted is never dropped, whatever the
    /// categories of its month are said to have been.
    private func count(_ types: [CrimeType], in month: Month) -> Int? {
        guard covered.contains(month) else { return nil }
        let counts = totals[month] ?? [:]
        let count = types.reduce(0) { $0 + (counts[$1] ?? 0) }
        return count > 0 || types.contains { $0.existed(in: month) } ? count : nil
    }
}
