import DataRegister
import Wording

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
    ///   - recorded: the districts that its police force records, by the files that are here. A lookup of another year than
    ///     the files has not all of them.
    ///   - all: every district in the data.
    static func sets(
        home: String?, parents: [(place: Place, districts: [String])], recorded: DistrictNameStore.Recorded? = nil,
        all: [String]
    ) -> [ComparatorSet] {
        let ofForce = parents.first { $0.place.level == .force }
        let ofCounty = parents.first { $0.place.level == .county && !$0.districts.isEmpty }
        let strays = Set((recorded?.strays ?? []).map(DistrictName.init))
        let linked = (ofForce?.districts ?? []).filter { !strays.contains(DistrictName($0)) }
        let more = (recorded?.districts ?? []).filter { name in
            !linked.contains { DistrictName($0) == DistrictName(name) }
        }
        let members = (linked + more).sorted()
        let name = ofForce?.place.name ?? recorded?.force
        let within = [
            name.flatMap { name in
                members.count < 2
                    ? nil
                    : set(
                        force, .force, "Districts of \(name)", members: members,
                        source: source(of: name, more: more, recorded, isLinked: ofForce != nil))
            },
            ofCounty.map {
                set(
                    county, .county, "Districts of \($0.place.name)", members: $0.districts,
                    source: "The lookups that were imported say which districts lie in \($0.place.name).")
            },
        ].compactMap(\.self)
        guard !all.isEmpty else { return within }
        return within + [
            set(
                country, .country, names[country] ?? "", members: all,
                source: "Every district of England and Wales that is in the data.")
        ]
    }

    private static func source(
        of name: String, more: [String], _ recorded: DistrictNameStore.Recorded?, isLinked: Bool
    ) -> String {
        var told =
            isLinked
            ? "The lookups that were imported say which districts lie in \(name)."
            : "These are the districts whose crime \(name) records, by the files that are here."
        if isLinked, !more.isEmpty, let recorded {
            told +=
                " \(more.inWords) \(more.count == 1 ? "is" : "are") not among those, and \(recorded.force) records "
                + "\(more.count == 1 ? "it" : "them") by its files."
        }
        if let strays = recorded?.strays, !strays.isEmpty {
            told += " Left out: \(strays.inWords), of which only a few rows are in its files."
        }
        return told
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
