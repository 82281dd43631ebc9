import DataFiles

/// How many people live where, in the years that are known.
public struct PopulationTable: Sendable {
    private let estimates: [String: [PopulationEstimate]]
    /// Those of LSOAs, by the code of the district they lie in.
    private let areas: [String: [PopulationEstimate]]
    /// The codes a district has had, by its name: a change of boundaries gives a new one.
    private let codes: [DistrictName: [String]]

    public static let empty = PopulationTable([])

    /// - Parameter districtCodes: the codes of districts by the name police data give them, where they are known from
    ///   elsewhere than the estimates.
    public init(_ estimates: [PopulationEstimate], districtCodes: [String: [String]] = [:]) {
        self.estimates = Dictionary(grouping: estimates, by: \.placeCode)
        areas = Dictionary(grouping: estimates.filter { $0.level == .lsoa }) { $0.districtCode ?? "" }
        var codes = Dictionary(
            districtCodes.map { (DistrictName($0), $1) }, uniquingKeysWith: { first, second in first + second })
        for estimate in estimates where estimate.level == .district {
            codes[DistrictName(estimate.placeName), default: []].append(estimate.placeCode)
        }
        self.codes = codes
    }

    /// A district's own estimate, or that of its LSOAs together: a file of LSOAs has all of them.
    ///
    /// - Parameter areas: codes of LSOAs in it, which may tell the district's code where its name does not.
    public func people(inDistrict name: String, areas: [String] = [], during period: Period) -> PopulationUsed? {
        let ofAreas = areas.lazy.flatMap { estimates[$0] ?? [] }.compactMap(\.districtCode)
        let candidates = (codes[DistrictName(name)] ?? []) + Set(ofAreas).sorted()
        return candidates.lazy.compactMap { people(in: $0, during: period) }.first
            ?? candidates.lazy.compactMap { sumOfAreas(in: $0, during: period) }.first
    }

    /// The estimate for the year in which most of the period lies: mid-year before census before interpolated; failing
    /// that, the nearest year's within five, which is then said.
    public func people(in place: String, during period: Period) -> PopulationUsed? {
        nearest(of: estimates[place] ?? [], to: period.mainYear)
    }

    private func sumOfAreas(in district: String, during period: Period) -> PopulationUsed? {
        let sums = Dictionary(grouping: areas[district] ?? []) { YearAndBasis(year: $0.year, basis: $0.basis) }.map {
            key, areas in
            PopulationEstimate(
                placeCode: district, placeName: district, level: .district, districtCode: district, year: key.year,
                basis: key.basis, people: areas.reduce(0) { $0 + $1.people })
        }
        return nearest(of: sums, to: period.mainYear)
    }

    private struct YearAndBasis: Hashable {
        let year: Int
        let basis: PopulationEstimate.Basis
    }

    private func nearest(of estimates: [PopulationEstimate], to year: Int) -> PopulationUsed? {
        let nearest = estimates.min { first, second in
            (abs(first.year - year), first.basis.preference) < (abs(second.year - year), second.basis.preference)
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
