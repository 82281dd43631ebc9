import DataFiles
import Foundation
import Partnership

/// `partnership.json` of an example's folder, as far as the first pages tell of it. The file says more than is read
/// here: the partnership's bodies, consultation and grant.
struct PartnershipFile: Decodable {
    struct Named: Decodable {
        let name: String
    }

    struct Agency: Decodable {
        enum Standing: String, Decodable {
            /// One the Crime and Disorder Act 1998 names.
            case responsibleAuthority
            /// A team of several agencies that carries out part of the plan.
            case deliveryGroup
        }

        let name: String
        let field: String
        let standing: Standing
    }

    struct Source: Decodable {
        let published: String
    }

    private let name: String
    private let area: Named
    private let planYear: Named
    private let agencies: [Agency]
    private let focusAreas: [Profile.FocusArea]
    private let year: [Profile.KeyDate]
    private let source: Source
    /// The day it stands still at; without one, that on which its source was published.
    private let today: String?

    static let fileName = "partnership.json"

    /// - Throws: `DataFileError` where the text is not JSON or lacks something.
    init(json: [UInt8]) throws(DataFileError) {
        do {
            self = try JSONDecoder().decode(PartnershipFile.self, from: Data(json))
        } catch {
            throw DataFileError(
                file: Self.fileName, problem: "the partnership cannot be read (\(Self.reason(error)))",
                advice: "Take the file as it was published.")
        }
    }

    /// - Parameter example: the name of the folder.
    func profile(example: String) -> Profile {
        Profile(
            name: name, district: area.name, planYear: planYear.name,
            agencies: agencies.map {
                .init(name: $0.name, field: $0.field, isResponsibleAuthority: $0.standing == .responsibleAuthority)
            },
            focusAreas: focusAreas, keyDates: year, example: example, exampleDay: today ?? source.published)
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
