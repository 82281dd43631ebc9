import Foundation
import Storage

/// The schemas of OParl 1.1, where they are present: `FRANKPLEDGE_OPARL`, or beside the project.
struct OParlSchemas {
    private let schemas: [String: [String: Any]]

    private static var folder: URL {
        let named = ProcessInfo.processInfo.environment["FRANKPLEDGE_OPARL"]
        return URL(filePath: named ?? House.root + "/../shared/schemas/oparl").appending(path: "schema")
    }

    static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path + "/System.json") }

    init() throws {
        var schemas: [String: [String: Any]] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "json" {
            let json = try JSONSerialization.jsonObject(with: try Data(contentsOf: file)) as? [String: Any]
            schemas[file.deletingPathExtension().lastPathComponent] = json
        }
        self.schemas = schemas
    }

    func complaints(of object: [String: Any]) throws -> [String] {
        guard let type = object["type"] as? String, type.hasPrefix("https://schema.oparl.org/1.1/"),
            let schema = schemas[type.components(separatedBy: "/").last ?? ""],
            let properties = schema["properties"] as? [String: [String: Any]]
        else { return ["no such type: \(object["type"] ?? "none")"] }
        let name = object["id"] as? String ?? "no id"
        var found: [String] = []
        if object["deleted"] as? Bool != true {
            for key in schema["required"] as? [String] ?? [] where object[key] == nil {
                found.append("\(name) wants \(key)")
            }
        }
        for key in ["created", "modified"] where object[key] == nil { found.append("\(name) wants \(key)") }
        for (key, value) in object {
            guard let property = properties[key] else {
                found.append("\(name) has \(key), which no schema knows")
                continue
            }
            found += try complaints(of: value, property).map { "\(name), \(key): \($0)" }
        }
        return found
    }

    private func complaints(of value: Any, _ property: [String: Any]) throws -> [String] {
        switch property["type"] as? String {
        case "string":
            guard let text = value as? String, !text.isEmpty else { return ["no text, or an empty one"] }
            return complaints(of: text, as: property["format"] as? String)
                + ((property["pattern"] as? String).map { Self.complaints(of: text, matching: $0) } ?? [])
        case "integer": return value is Int ? [] : ["not a whole number"]
        case "boolean": return value is Bool ? [] : ["neither true nor false"]
        case "array":
            guard let values = value as? [Any], !values.isEmpty else { return ["no list, or an empty one"] }
            let items = property["items"] as? [String: Any] ?? [:]
            return try values.flatMap { try complaints(of: $0, items) }
        case "object":
            guard let object = value as? [String: Any] else { return ["not an object"] }
            guard let schema = property["schema"] as? String else { return [] }
            let type = "https://schema.oparl.org/1.1/" + schema.replacing(".json", with: "")
            guard object["type"] as? String == type else { return ["not a \(type)"] }
            return try complaints(of: object)
        default: return ["a type that no test knows"]
        }
    }

    private static func complaints(of text: String, matching pattern: String) -> [String] {
        text.range(of: pattern, options: .regularExpression) == nil ? ["‘\(text)’ is not \(pattern)"] : []
    }

    private func complaints(of text: String, as format: String?) -> [String] {
        switch format {
        case "url": text.hasPrefix("https://") && URL(string: text) != nil ? [] : ["‘\(text)’ is no address"]
        case "date": Day(text) == nil ? ["‘\(text)’ is no day"] : []
        case "date-time":
            text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/) == nil ? ["‘\(text)’ is no moment"] : []
        default: []
        }
    }
}
