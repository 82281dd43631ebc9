/// Which districts the files of a partner's set tell of, where they leave out what has none. In a district that they do not
/// tell of, no row is not none: it is not known.
struct SetReach: Hashable, Sendable {
    /// What its files have of a district, in all periods together.
    struct Found: Hashable, Sendable {
        let district: String
        /// The sum of its numbers.
        let rows: Double
        /// In how many small areas or wards they lie.
        let places: Int
        /// Of how many; nil where that is not known, or the set is told by district.
        let of: Int?
        /// Where the set is told by district: in what part of its periods this one has a row.
        var ofPeriods: Double?
    }

    /// The districts by name that they tell of, the one with most rows first; none where nothing says in which districts
    /// the rows lie.
    let told: [String]
    /// The keys of the places that have a row of any period.
    let keys: Set<String>

    /// A neighbour that sends a row now and then has fewer than a tenth of those of the district that the files are of.
    private static let leastShare = 0.1
    /// So few may be anybody's, whatever their share.
    private static let fewestRows = 5.0
    private static let leastOfPeriods = 0.5

    init(_ found: [Found], keys: Set<String> = []) {
        self.keys = keys
        let inOrder = found.sorted { ($1.rows, $0.district) < ($0.rows, $1.district) }
        let most = inOrder.first?.rows ?? 0
        told = inOrder.enumerated().filter { place, one in
            place == 0 || one.rows >= Self.fewestRows && one.rows >= most * Self.leastShare
                || one.of.map { !DistrictData.isStray(areas: one.places, of: $0) } ?? false
                || one.ofPeriods.map { $0 >= Self.leastOfPeriods } ?? false
        }.map(\.element.district)
    }

    /// Of some districts those that the files do not tell of.
    func missing(of districts: [String]) -> [String] {
        let known = Set(told.map(DistrictName.init))
        return districts.filter { !known.contains(DistrictName($0)) }
    }
}
