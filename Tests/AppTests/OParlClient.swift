import Foundation
import HTTPTypes
import HummingbirdTesting

/// A client that knows nothing of us but OParl: it begins at the system and follows whatever it is led to.
final class OParlClient {
    private let browser: Browser
    private(set) var objects: [String: [String: Any]] = [:]
    private(set) var complaints: [String] = []

    init(_ browser: Browser) {
        self.browser = browser
    }

    func readEverything() async throws {
        var (waiting, seen) = (["https://safer.example.org/oparl/v1.1/system"], Set<String>())
        while let address = waiting.popLast() {
            guard seen.insert(address).inserted else { continue }
            guard let path = Self.path(address) else {
                complaints.append("\(address) is not absolute")
                continue
            }
            let answer = try await browser.get(path)
            guard answer.status == .ok,
                let json = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
            else {
                complaints.append("\(address) answers \(answer.status)")
                continue
            }
            if let data = json["data"] as? [[String: Any]] {
                for object in data { take(object) }
            } else {
                if json["id"] as? String != address { complaints.append("\(address) calls itself \(json["id"] ?? "")") }
                take(json)
            }
            waiting += Self.links(in: json)
        }
    }

    private func take(_ object: [String: Any]) {
        guard let id = object["id"] as? String else { return complaints.append("an object has no id: \(object)") }
        if let before = objects[id], Self.text(before) != Self.text(object) {
            complaints.append("\(id) is not the same everywhere")
        }
        objects[id] = object
    }

    private static func text(_ object: [String: Any]) -> Data? {
        try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }

    private static func path(_ address: String) -> String? {
        let site = "https://safer.example.org"
        return address.hasPrefix(site + "/") ? String(address.dropFirst(site.count)) : nil
    }

    /// Addresses of objects and lists, and those of what is embedded.
    private static func links(in value: Any) -> [String] {
        switch value {
        case let text as String: text.contains("/oparl/v1.1/") ? [text] : []
        case let values as [Any]: values.flatMap(links)
        case let object as [String: Any]: object.values.flatMap(links)
        default: []
        }
    }
}
