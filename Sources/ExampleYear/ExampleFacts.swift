import DataFiles

/// The published facts an example is calibrated to, read from the tables of its folder.
///
/// `places.csv` has the LSOAs with their centre, people and share of incidents; `totals.csv` the incidents of each type
/// and year; `seasonality.csv` how each type rises and falls through a year (1 is an average month); `outcomes.csv` what
/// usually becomes of a crime. The folder's README says where each comes from.
public struct ExampleFacts: Sendable {
    /// One LSOA.
    public struct Place: Hashable, Sendable {
        public let code: String
        public let name: String
        /// Degrees, WGS84, rounded to about 100 metres.
        public let longitude: Double
        public let latitude: Double
        /// How far from the centre its incidents are put.
        public let reachMetres: Int
        /// Parts in about 10,000 of the district, by kind of incident.
        let weights: [Kind: Int]
    }

    /// Incidents that gather at the same places.
    enum Kind: String, CaseIterable, Hashable {
        case crime = "weight_crime"
        case shoplifting = "weight_shoplifting"
        case antiSocialBehaviour = "weight_asb"
    }

    /// One type of crime, or anti-social behaviour.
    public struct CrimeType: Hashable, Sendable {
        /// As data.police.uk writes it: "Violence and sexual offences".
        public let name: String
        /// Incidents in each of the example's years.
        public let totals: [Int]
        /// Whether the totals are published; assumed where not.
        public let isPublished: Bool
        /// January to December, as a multiple of an average month.
        let seasonality: [Double]
        /// What becomes of it, in parts of about 100. Empty for anti-social behaviour, which has no outcome.
        let outcomes: [Outcome]

        var kind: Kind {
            switch name {
            case ExampleFacts.antiSocialBehaviour: .antiSocialBehaviour
            case "Shoplifting": .shoplifting
            default: .crime
            }
        }
    }

    struct Outcome: Hashable {
        let name: String
        let parts: Int
    }

    /// The tables' names in the folder.
    public static let fileNames = ["places.csv", "totals.csv", "seasonality.csv", "outcomes.csv"]
    /// The one type that is not a crime: its incidents have no Crime ID and no outcome.
    public static let antiSocialBehaviour = "Anti-social behaviour"

    /// By name, as data.police.uk sorts its rows.
    public let places: [Place]
    /// By name.
    public let types: [CrimeType]
    /// One after another: 2014, 2015.
    public let years: [Int]

    /// - Parameter files: the bytes of each file in `fileNames`, by its name.
    /// - Throws: `DataFileError` where a file is missing, cannot be read, or lacks what another speaks of.
    public init(files: [String: [UInt8]]) throws(DataFileError) {
        let seasonality = try Self.seasonality(FactTable("seasonality.csv", of: files))
        let outcomes = try Self.outcomes(FactTable("outcomes.csv", of: files))
        places = try Self.places(FactTable("places.csv", of: files))
        (years, types) = try Self.types(
            FactTable("totals.csv", of: files), seasonality: seasonality, outcomes: outcomes)
    }

    /// Incidents of one year: of one type, or of all crime without anti-social behaviour.
    public func total(of type: String? = nil, in year: Int) -> Int? {
        guard let index = years.firstIndex(of: year) else { return nil }
        let counted = types.filter { type == nil ? $0.kind != .antiSocialBehaviour : $0.name == type }
        return counted.isEmpty ? nil : counted.map { $0.totals[index] }.reduce(0, +)
    }

    private static func places(_ table: FactTable) throws(DataFileError) -> [Place] {
        var places: [Place] = []
        for row in table.rows {
            var weights: [Kind: Int] = [:]
            for kind in Kind.allCases { weights[kind] = try table.wholeNumber(kind.rawValue, in: row) }
            places.append(
                Place(
                    code: try table.text("lsoa11_code", in: row), name: try table.text("lsoa11_name", in: row),
                    longitude: try table.number("longitude", in: row), latitude: try table.number("latitude", in: row),
                    reachMetres: try table.wholeNumber("reach_metres", in: row), weights: weights))
        }
        for kind in Kind.allCases where !places.contains(where: { $0.weights[kind, default: 0] > 0 }) {
            throw table.failure(column: kind.rawValue, "every weight is nought", "Give at least one place a weight.")
        }
        return places.sorted { $0.name < $1.name }
    }

    private static func seasonality(_ table: FactTable) throws(DataFileError) -> [String: [Double]] {
        var seasonality: [String: [Double]] = [:]
        for row in table.rows {
            var factors: [Double] = []
            for number in 1...12 {
                factors.append(try table.number(Month(year: 0, number: number).name.lowercased(), in: row))
            }
            seasonality[try table.text("crime_type", in: row)] = factors
        }
        return seasonality
    }

    private static func outcomes(_ table: FactTable) throws(DataFileError) -> [String: [Outcome]] {
        var outcomes: [String: [Outcome]] = [:]
        for row in table.rows {
            let outcome = Outcome(
                name: try table.text("outcome", in: row), parts: try table.wholeNumber("parts_in_100", in: row))
            outcomes[try table.text("crime_type", in: row), default: []].append(outcome)
        }
        return outcomes
    }

    private static func types(
        _ table: FactTable, seasonality: [String: [Double]], outcomes: [String: [Outcome]]
    ) throws(DataFileError) -> ([Int], [CrimeType]) {
        let years = table.header.compactMap { Int($0) }
        guard let first = years.first, years == Array(first..<(first + years.count)) else {
            throw table.failure(line: 1, "the header has no run of years", "Name columns 2014, 2015 and so on.")
        }
        var types: [CrimeType] = []
        for row in table.rows {
            let name = try table.text("crime_type", in: row)
            var totals: [Int] = []
            for year in years { totals.append(try table.wholeNumber(String(year), in: row)) }
            guard let factors = seasonality[name], factors.allSatisfy({ $0 > 0 }) else {
                throw table.failure(
                    line: row.line, "‘\(name)’ has no seasonality",
                    "Give it a row of factors above 0 in seasonality.csv.")
            }
            let known = outcomes[name, default: []]
            guard known.contains(where: { $0.parts > 0 }) || name == antiSocialBehaviour else {
                throw table.failure(line: row.line, "‘\(name)’ has no outcome", "Give it rows in outcomes.csv.")
            }
            types.append(
                CrimeType(
                    name: name, totals: totals, isPublished: try table.text("basis", in: row) == "published",
                    seasonality: factors, outcomes: known))
        }
        return (years, types.sorted { $0.name < $1.name })
    }
}
