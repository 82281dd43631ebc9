import DataFiles
import DataRegister
import Foundation

/// A district made up for a test: what was counted where, and which months are here.
public struct MadeDistrict: Sendable {
    public var name = "Thanet"
    public var covered: Set<Month>
    public var population = PopulationTable.empty
    public var points: [DistrictData.Point] = []
    private var areas: [String: DistrictData.Area] = [:]

    public init(covering months: ClosedRange<Month>, without missing: Set<Month> = []) {
        covered = Set(months).subtracting(missing)
    }

    /// Counts of one type, month after month, in one small area.
    public mutating func count(_ type: String, _ counts: [Int], from first: Month, in area: String = "001A") {
        for (index, count) in counts.enumerated() where count > 0 {
            areas[area, default: DistrictData.Area(code: "E0100\(area)", name: "\(name) \(area)", counts: [:])]
                .counts[first.advanced(by: index), default: [:]][CrimeType(type), default: 0] += count
        }
    }

    public var data: DistrictData {
        DistrictData(
            district: name, force: "Kent Police", covered: covered, areas: areas.values.sorted { $0.code < $1.code },
            points: points, population: population, sources: [.made], isGenerated: false,
            areasInAll: areas.count)
    }
}

extension MadeDistrict {
    /// Two whole years of Thanet: burglary falls, violence rises, robbery is rare, and there are people to set it against.
    public static var twoYears: MadeDistrict {
        var made = MadeDistrict(covering: "2014-01"..."2015-12")
        made.count("Burglary", Array(repeating: 100, count: 12) + Array(repeating: 60, count: 12), from: "2014-01")
        made.count(
            "Violence and sexual offences", Array(repeating: 200, count: 12) + Array(repeating: 260, count: 12),
            from: "2014-01", in: "001B")
        made.count("Robbery", [4], from: "2014-03")
        made.count("Robbery", [6], from: "2015-03")
        made.count("Anti-social behaviour", Array(repeating: 500, count: 24), from: "2014-01")
        made.population = PopulationTable(
            [
                .made("E07000114", "Thanet", .district, 2014, 140_000),
                .made("E07000114", "Thanet", .district, 2015, 141_000),
            ],
            districtCodes: [:])
        return made
    }
}

extension DistrictData.Point {
    /// - Parameter area: the end of a small area's name, as ``MadeDistrict`` counts in.
    public init(
        _ longitude: Double, _ latitude: Double, in area: String, _ month: Month, _ count: Int,
        isAntiSocialBehaviour: Bool = false
    ) {
        self.init(
            longitude: longitude, latitude: latitude, area: "E0100\(area)", month: month,
            isAntiSocialBehaviour: isAntiSocialBehaviour, count: count)
    }
}

extension Source {
    public static let made = Source(
        title: "2014-01-kent-street.csv", publisher: "data.police.uk", licence: "Open Government Licence v3.0",
        months: nil, receivedOn: Date(timeIntervalSince1970: 1_455_019_200), checksums: ["ab12"])
}

extension PopulationEstimate {
    public static func made(
        _ code: String, _ name: String, _ level: PlaceLevel, _ year: Int, _ people: Int, _ basis: Basis = .midYear,
        in district: String? = nil
    ) -> PopulationEstimate {
        PopulationEstimate(
            placeCode: code, placeName: name, level: level, districtCode: district, year: year, basis: basis,
            people: people)
    }
}
