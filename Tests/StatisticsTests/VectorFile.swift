import Foundation
import Testing

/// One file of reference vectors: cases that other, independent programs have worked out.
struct VectorFile: Decodable, Sendable {
    struct Tolerance: Decodable, Sendable {
        let relative: Double
        let absolute: Double
    }

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let input: [String: VectorValue]
        let expected: [String: VectorValue]

        var testDescription: String { id }

        var isRefused: Bool { expected["error"] != nil }

        func number(_ field: String) throws -> Double { try input.number(field) }

        func count(_ field: String) throws -> Int {
            guard let count = Int(exactly: try input.number(field)) else { throw VectorFault(field: field) }
            return count
        }

        func counts(_ field: String) throws -> [Int] {
            guard case .list(let values) = input[field] else { throw VectorFault(field: field) }
            return try values.map { value in
                guard case .number(let number) = value, let count = Int(exactly: number) else {
                    throw VectorFault(field: field)
                }
                return count
            }
        }
    }

    let tolerance: Tolerance
    let cases: [Case]
}

/// A field that a case lacks, or that is of another kind than its method needs.
struct VectorFault: Error {
    let field: String
}

/// A value in a vector file: `null` is not computable, "inf" is infinity.
enum VectorValue: Decodable, Hashable, Sendable {
    case null
    case number(Double)
    case flag(Bool)
    case text(String)
    case list([VectorValue])
    case fields([String: VectorValue])

    init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let values = try? container.decode([VectorValue].self) {
            self = .list(values)
        } else if let fields = try? container.decode([String: VectorValue].self) {
            self = .fields(fields)
        } else {
            let text = try container.decode(String.self)
            self = ["inf": .number(.infinity), "-inf": .number(-.infinity)][text] ?? .text(text)
        }
    }
}

extension [String: VectorValue] {
    func number(_ field: String) throws -> Double {
        guard case .number(let number) = self[field] else { throw VectorFault(field: field) }
        return number
    }
}

/// The folder of vector files beside the project, or wherever the environment says.
enum VectorFolder {
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["FRANKPLEDGE_VECTORS"] {
            return URL(fileURLWithPath: path, isDirectory: true)
        }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.appendingPathComponent("../shared/vectors", isDirectory: true).standardizedFileURL
    }()

    static let isPresent: Bool = {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }()

    /// The names of all vector files there, without their ending.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func file(_ name: String) throws -> VectorFile {
        let data = try Data(contentsOf: url.appendingPathComponent(name + ".json"))
        return try JSONDecoder().decode(VectorFile.self, from: data)
    }

    /// The cases of a file as arguments of a test: none where it can't be read, which a test of its own reports.
    static func cases(_ name: String) -> [VectorFile.Case] {
        (try? file(name).cases) ?? []
    }
}
