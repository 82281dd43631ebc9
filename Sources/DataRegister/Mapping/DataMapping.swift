import DataFiles
import Storage

/// What the columns of a provider's files mean: made once with a first file, kept with its data set, and used again for
/// every file with the same columns.
public struct DataMapping: Codable, Hashable, Sendable {
    /// How a row says where.
    public enum PlaceForm: String, Codable, Sendable, CaseIterable {
        case lsoaCode = "lsoa-code"
        case wardCode = "ward-code"
        case wardName = "ward-name"
        case districtCode = "district-code"
        case districtName = "district-name"
        /// Through the table of postcodes; only for sets that are not depersonalised.
        case postcode
        /// The first half of a postcode alone.
        case postcodeDistrict = "postcode-district"
        /// Latitude, with longitude in a column of its own; through the boundaries of small areas.
        case coordinates

        public var title: String {
            switch self {
            case .lsoaCode: "Small area (LSOA), by its code"
            case .wardCode: "Ward, by its code"
            case .wardName: "Ward, by its name"
            case .districtCode: "District, by its code"
            case .districtName: "District, by its name"
            case .postcode: "Postcode"
            case .postcodeDistrict: "First half of a postcode, like CT10"
            case .coordinates: "Latitude and longitude"
            }
        }
    }

    /// What a row counts.
    public enum Category: Codable, Hashable, Sendable {
        /// Every row is of one measure, by its own name in the set.
        case one(String)
        /// A column tells; each of its values is a measure. What is not among them is refused.
        case column(String, [String: String])

        /// The measure of each category; none where no column tells it.
        var measures: [String: String] { if case .column(_, let measures) = self { measures } else { [:] } }
    }

    /// How many a row counts.
    public enum Count: Codable, Hashable, Sendable {
        /// Each row is one incident.
        case rows
        case column(String)
    }

    /// The headings of the file it was made with, in their order: a file with other ones is asked about anew.
    public let headings: [String]
    public let placeForm: PlaceForm
    public let placeColumn: String
    /// Where the place is latitude and longitude.
    public let longitudeColumn: String?
    public let timeForm: TimeForm
    public let timeColumn: String
    public let category: Category
    public let count: Count
    /// What its measures are called and how they are judged, as was said with it; nil of one that was kept before that was.
    let measures: [Made]?

    /// A measure that comes of it, by its own name in the set.
    struct Made: Codable, Hashable, Sendable {
        let address: String
        let name: String
        let unit: String
        let polarity: String
    }

    public init(
        headings: [String], placeForm: PlaceForm, placeColumn: String, longitudeColumn: String? = nil,
        timeForm: TimeForm, timeColumn: String, category: Category, count: Count, measures: [Measure]? = nil
    ) {
        self.headings = headings
        self.placeForm = placeForm
        self.placeColumn = placeColumn
        self.longitudeColumn = longitudeColumn
        self.timeForm = timeForm
        self.timeColumn = timeColumn
        self.category = category
        self.count = count
        self.measures = measures?.map {
            Made(address: $0.address.name, name: $0.name, unit: $0.unit, polarity: $0.polarity.rawValue)
        }
    }

    /// Whether a file with these headings can be read by it.
    public func fits(_ headings: [String]) -> Bool {
        headings.map { $0.lowercased() } == self.headings.map { $0.lowercased() }
    }

    /// Nil where each row is one incident.
    var countColumn: String? {
        if case .column(let name) = count { name } else { nil }
    }

    /// What it measures in a set, as was said with it.
    func measures(of set: DataSetAddress) -> [Measure] {
        (measures ?? []).compactMap { made in
            MeasureAddress("\(set)/\(made.address)").map {
                Measure(
                    $0, name: made.name, unit: made.unit,
                    polarity: Measure.Polarity(rawValue: made.polarity) ?? .noJudgement)
            }
        }
    }

    /// The kind of place that its figures are kept for; LSOAs' census is told by their codes.
    var level: Place.Level {
        switch placeForm {
        case .lsoaCode, .postcode, .coordinates: .lsoa2011
        case .wardCode, .wardName: .ward
        case .districtCode, .districtName: .district
        case .postcodeDistrict: .postcodeDistrict
        }
    }
}
