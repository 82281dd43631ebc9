import DataFiles
import FoundationEssentials

/// The partnership an example is about, and its year, as `partnership.json` of the example's folder tells it.
public struct ExamplePartnership: Codable, Hashable, Sendable {
    public struct Area: Codable, Hashable, Sendable {
        public let name: String
        public let county: String
        /// The ONS's codes of the district and of the partnership.
        public let districtCode: String
        public let partnershipCode: String
    }

    public struct PoliceForce: Codable, Hashable, Sendable {
        public let name: String
        public let areaCode: String
    }

    /// Days are written `2016-04-01`.
    public struct PlanYear: Codable, Hashable, Sendable {
        public let name: String
        public let from: String
        public let to: String
    }

    public struct Agency: Codable, Hashable, Sendable {
        public enum Standing: String, Codable, Sendable {
            /// One the Crime and Disorder Act 1998 names.
            case responsibleAuthority
            /// A team of several agencies that carries out part of the plan.
            case deliveryGroup
        }

        public let name: String
        /// "county council", "health".
        public let field: String
        public let standing: Standing
    }

    public struct Body: Codable, Hashable, Sendable {
        public let name: String
        public let task: String
        /// "every month", where it is known.
        public let meets: String?
    }

    public struct FocusArea: Codable, Hashable, Sendable {
        public let title: String
        public let aims: [String]
    }

    /// Something on the line of the partnership's year.
    public struct Date: Codable, Hashable, Sendable {
        public let what: String
        /// A day as `2016-02-09` or a month as `2015-12`; nil where it is not known.
        public let when: String?
        public let note: String?
    }

    public struct Consultation: Codable, Hashable, Sendable {
        public let responses: Int
        /// Those who supported the themes strongly or very strongly, of 100.
        public let supportPercent: Int
    }

    public struct Conference: Codable, Hashable, Sendable {
        /// At least so many.
        public let people: Int
        public let agencies: Int
    }

    /// What last year's plan came to.
    public struct LastPlan: Codable, Hashable, Sendable {
        public let themes: Int
        public let actions: Int
        public let finished: Int
        public let underWay: Int
    }

    public struct Grant: Codable, Hashable, Sendable {
        public let pounds: Int
        public let from: String
        /// Whether residents may bid for a part of it.
        public let smallBids: Bool
    }

    /// A change the council stated, from figures taken at another time.
    public struct StatedChange: Codable, Hashable, Sendable {
        public let percent: Double
        public let of: String
        public let from: String
        public let to: String
    }

    public struct Source: Codable, Hashable, Sendable {
        public let title: String
        public let publisher: String
        /// A day, as `2016-02-03`.
        public let published: String
    }

    public let name: String
    public let area: Area
    public let policeForce: PoliceForce
    public let planYear: PlanYear
    public let agencies: [Agency]
    public let bodies: [Body]
    public let focusAreas: [FocusArea]
    public let year: [Date]
    public let consultation: Consultation
    public let conference: Conference
    public let lastPlan: LastPlan
    public let grant: Grant
    public let neighbourhoods: [String]
    public let statedChange: StatedChange
    public let source: Source

    /// The file's name in the folder.
    public static let fileName = "partnership.json"

    /// - Throws: `DataFileError` where the text is not JSON or lacks something.
    public init(json: [UInt8]) throws(DataFileError) {
        do {
            self = try JSONDecoder().decode(ExamplePartnership.self, from: Data(json))
        } catch {
            throw DataFileError(
                file: Self.fileName, problem: "the partnership cannot be read (\(Self.reason(error)))",
                advice: "Take the file as it was published.")
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context): "‘\(key.stringValue)’ is missing\(place(context))"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "a value is of the wrong kind\(place(context))"
        case DecodingError.dataCorrupted(let context): "it is not well-formed\(place(context))"
        default: "it is not well-formed"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
        return path.isEmpty ? "" : " in ‘\(path.joined(separator: " › "))’"
    }
}
