import DataFiles

/// How many people live where, in the years that are known.
public struct PopulationTable: Sendable {
    private let estimates: [String: [PopulationEstimate]]
    /// Those of LSOAs, by the code of the district they lie in.
    private let areas: [String: [PopulationEstimate]]
    /// The codes that bear a district's name: a change of boundaries gives a new one.
    private let codes: [DistrictName: [String]]
    /// The small areas of a district, each list covering all of it.
    private let grounds: [DistrictName: [[String]]]

    public static let empty = PopulationTable([])

    /// - Parameters:
    ///   - districtCodes: the codes that bear a district's name, where they are known from elsewhere than the estimates. A code
    ///     that only some of its areas were given is none of them: it is a neighbour's, or that of a part.
    ///   - grounds: its small areas as police data name them, each list covering all of it.
    public init(
        _ estimates: [PopulationEstimate], districtCodes: [String: [String]] = [:], grounds: [String: [[String]]] = [:]
    ) {
        self.estimates = Dictionary(grouping: estimates, by: \.placeCode)
        areas = Dictionary(grouping: estimates.filter { $0.level == .lsoa }) { $0.districtCode ?? "" }
        var codes = Dictionary(
            districtCodes.map { (DistrictName($0), $1) }, uniquingKeysWith: { first, second in first + second })
        for estimate in estimates where estimate.level == .district {
            codes[DistrictName(estimate.placeName), default: []].append(estimate.placeCode)
        }
        self.codes = codes.mapValues { Set($0).sorted() }
        self.grounds = Dictionary(grounds.map { (DistrictName($0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// A district's people: the estimate that bears its name; else that of all LSOAs of its code; else that of the LSOAs police
    /// data name after it, if every one is known. Never that of one of several districts that went into it.
    ///
    /// - Parameter grounds: its LSOAs, each list covering all of it, where the table was not told.
    public func people(
        inDistrict name: String, grounds given: [[String]] = [], during period: Period
    ) -> PopulationUsed? {
        let own = codes[DistrictName(name)] ?? []
        let grounds = self.grounds[DistrictName(name)] ?? given
        return nearest(of: own.flatMap { estimates[$0] ?? [] }, to: period.mainYear)
            ?? nearest(of: own.flatMap(sums), to: period.mainYear)
            ?? sole(name, grounds.first ?? []).flatMap { nearest(of: sums($0), to: period.mainYear) }
            ?? together(grounds, called: name, during: period)
    }

    /// The estimate for the year in which most of the period lies: mid-year before census before interpolated; failing
    /// that, the nearest year's within five, which is then said.
    public func people(in place: String, during period: Period) -> PopulationUsed? {
        nearest(of: estimates[place] ?? [], to: period.mainYear)
    }

    /// The people of small areas together, if every one is known for the same year.
    public func together(_ grounds: [[String]], called name: String, during period: Period) -> PopulationUsed? {
        grounds.lazy.compactMap { codes -> PopulationUsed? in
            guard !codes.isEmpty else { return nil }
            let all = codes.map { Dictionary(grouping: estimates[$0] ?? []) { YearAndBasis($0) } }
            let years = all.dropFirst().reduce(Set(all[0].keys)) { $0.intersection($1.keys) }
            let sums = years.map { key in
                PopulationEstimate(
                    placeCode: name, placeName: name, level: .district, districtCode: nil, year: key.year,
                    basis: key.basis, people: all.reduce(0) { $0 + ($1[key]?.first?.people ?? 0) })
            }
            return nearest(of: sums, to: period.mainYear)
        }.first
    }

    /// How many LSOAs a district has by the files of populations; nil where they do not tell.
    ///
    /// - Parameter seen: LSOAs in it.
    public func areas(inDistrict name: String, seen: [String]) -> Int? {
        let own = codes[DistrictName(name)] ?? sole(name, seen).map { [$0] } ?? []
        let count = Set(own.flatMap { areas[$0] ?? [] }.map(\.placeCode)).count
        return count > 0 ? count : nil
    }

    /// Whether anything is known of a district by its own name.
    func knows(_ name: String) -> Bool {
        (codes[DistrictName(name)] ?? []).contains { estimates[$0] != nil || areas[$0] != nil }
    }

    /// The one code that all of some LSOAs have, if the LSOAs of that code bear the name of the district and no other's.
    private func sole(_ name: String, _ codes: [String]) -> String? {
        let told = Set(codes.flatMap { estimates[$0] ?? [] }.compactMap(\.districtCode))
        guard told.count == 1, let code = told.first else { return nil }
        let wanted = DistrictName(name)
        let isNamed = (areas[code] ?? []).allSatisfy { estimate in
            estimate.placeName.lastIndex(of: " ").map { DistrictName(String(estimate.placeName[..<$0])) == wanted }
                ?? false
        }
        return isNamed ? code : nil
    }

    private func sums(_ district: String) -> [PopulationEstimate] {
        Dictionary(grouping: areas[district] ?? [], by: YearAndBasis.init).map { key, areas in
            PopulationEstimate(
                placeCode: district, placeName: district, level: .district, districtCode: district, year: key.year,
                basis: key.basis, people: areas.reduce(0) { $0 + $1.people })
        }
    }

    private struct YearAndBasis: Hashable {
        let year: Int
        let basis: PopulationEstimate.Basis

        init(_ estimate: PopulationEstimate) {
            (year, basis) = (estimate.year, estimate.basis)
        }
    }

    private func nearest(of estimates: [PopulationEstimate], to year: Int) -> PopulationUsed? {
        let nearest = estimates.min { first, second in
            (abs(first.year - year), first.basis.preference, first.placeCode)
                < (abs(second.year - year), second.basis.preference, second.placeCode)
        }
        guard let nearest, abs(nearest.year - year) <= 5, nearest.people > 0 else { return nil }
        return PopulationUsed(estimate: nearest, wanted: year)
    }
}

/// A population as it was used for a rate.
public struct PopulationUsed: Sendable, Hashable {
    public let estimate: PopulationEstimate
    /// The year it was wanted for.
    let wanted: Int

    public var people: Int { estimate.people }

    /// "141,000 people (mid-2014, interpolated between published estimates)".
    public var basis: String {
        let basis =
            switch estimate.basis {
            case .census: "Census \(estimate.year)"
            case .midYear: "mid-\(estimate.year) estimate"
            case .interpolated: "mid-\(estimate.year), interpolated between published estimates"
            }
        return estimate.year == wanted ? basis : "\(basis), the nearest to \(wanted) at hand"
    }
}

extension PopulationEstimate.Basis {
    fileprivate var preference: Int {
        switch self {
        case .midYear: 0
        case .census: 1
        case .interpolated: 2
        }
    }
}
