import DataRegister

/// The sets that are there without being entered. They follow the lookups and the data, and so have no versions.
enum BuiltInComparators {
    static let force = "force"
    static let county = "county"
    static let country = "england-and-wales"

    /// What each is called whatever it holds.
    static let names = [
        force: "Districts of the police force", county: "Districts of the county",
        country: "Districts of England and Wales",
    ]

    /// - Parameters:
    ///   - home: the partnership's own district.
    ///   - parents: what it lies in, by the lookups, each with the districts in it.
    ///   - all: every district in the data.
    static func sets(
        home: String?, parents: [(place: Place, districts: [String])], all: [String]
    ) -> [ComparatorSet] {
        let within = [Place.Level.force, .county].compactMap { level -> ComparatorSet? in
            guard let parent = parents.first(where: { $0.place.level == level }), !parent.districts.isEmpty else {
                return nil
            }
            return set(
                level == .force ? force : county, level == .force ? .force : .county,
                "Districts of \(parent.place.name)", members: parent.districts,
                source: "The lookups that were imported say which districts lie in \(parent.place.name).")
        }
        guard !all.isEmpty else { return within }
        return within + [
            set(
                country, .country, names[country] ?? "", members: all,
                source: "Every district of England and Wales that is in the data.")
        ]
    }

    private static func set(
        _ address: String, _ kind: ComparatorSet.Kind, _ name: String, members: [String], source: String
    ) -> ComparatorSet {
        ComparatorSet(
            address: address, kind: kind,
            newest: ComparatorSet.Version(
                number: 0, details: ComparatorDetails(name: name, source: source, on: nil, members: members),
                why: "It is built in, and follows the data.", madeBy: "", madeAt: nil),
            earlier: [])
    }
}
