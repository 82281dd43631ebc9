import DataFiles

/// How many people live where, in the years that are known.
public struct PopulationTable: Sendable {
    private let estimates: [String: [PopulationEstimate]]
    /// The code of a district by its name.
    private let codes: [String: String]

    public static let empty = PopulationTable([], districtCodes: [:])

    /// - Parameter districtCodes: a district's code by the name police data give it.
    public init(_ estimates: [PopulationEstimate], districtCodes: [String: String]) {
        self.estimates = Dictionary(grouping: estimates, by: \.placeCode)
        var codes = districtCodes
        for estimate in estimates where estimate.level == .district {
            // ONS writes "Hartlepool UA" where police data write "Hartlepool".
            codes[estimate.placeName.replacing(" UA", with: "")] = estimate.placeCode
        }
        self.codes = codes
    }

    func people(inDistrict name: String, during period: Period) -> PopulationUsed? {
        guard let code = codes[name] else { return nil }
        return people(in: code, during: period) ?? sumOfAreas(in: code, during: period)
    }

    /// The estimate for the year in which most of the period lies: mid-year before census before interpolated; failing
    /// that, the nearest year's within five, which is then said.
    func people(in place: String, during period: Period) -> PopulationUsed? {
        nearest(of: estimates[place] ?? [], to: period.mainYear)
    }

    /// A district whose own estimate is not here has that of its LSOAs together: the file has all of them.
    private func sumOfAreas(in district: String, during period: Period) -> PopulationUsed? {
        let areas = estimates.values.joined().filter { $0.level == .lsoa && $0.districtCode == district }
        let sums = Dictionary(grouping: areas) { YearAndBasis(year: $0.year, basis: $0.basis) }.map { key, areas in
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
