import Crypto
import Foundation
import Storage

/// The style sheet, the scripts, the typefaces and the pictures, read once at start. Each is served under an address
/// that carries its checksum, so that browsers may keep it for good.
public struct Assets: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    /// By the rest of the address after `/assets/`.
    private let assets: [String: Asset]
    /// From `js/progress.js` to its address.
    private let addresses: [String: Address]
    /// The whole style sheet, its parts joined in the order of their layers.
    let styleSheet: Address

    /// - Parameter accent: the partnership's own; nil leaves the house's.
    /// - Throws: where the files that come with the program are not there.
    public init(accent: Accent? = nil) throws {
        guard let folder = Bundle.module.resourceURL?.appending(path: "Assets") else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        var assets: [String: Asset] = [:]
        var addresses: [String: Address] = [:]
        // Scripts import one another by plain names, so they share one checksum and keep their folder.
        let scripts = try Self.files(in: folder.appending(path: "js"))
        let edition = Self.checksum(scripts.flatMap(\.bytes))
        for script in scripts {
            assets["\(edition)/\(script.name)"] = Asset(bytes: script.bytes, type: "text/javascript; charset=utf-8")
            addresses["js/" + script.name] = "/assets/\(edition)/\(script.name)"
        }
        for kind in ["fonts", "images"] {
            for file in try Self.files(in: folder.appending(path: kind)) {
                guard let type = Self.type(of: file.name) else { continue }
                let edition = Self.checksum(file.bytes)
                assets["\(edition)/\(file.name)"] = Asset(bytes: file.bytes, type: type)
                addresses["\(kind)/\(file.name)"] = "/assets/\(edition)/\(file.name)"
            }
        }
        let css = try Self.styleSheet(in: folder.appending(path: "css"), addresses: addresses, accent: accent)
        let cssEdition = Self.checksum(css)
        assets["\(cssEdition)/frankpledge.css"] = Asset(bytes: css, type: "text/css; charset=utf-8")
        styleSheet = "/assets/\(cssEdition)/frankpledge.css"
        self.assets = assets
        self.addresses = addresses
    }

    /// Where `fonts/source-serif-4-semibold.woff2` is served; the front page where it is not, which shows at once.
    public func address(of name: String) -> Address {
        addresses[name] ?? "/"
    }

    /// What browsers ask for without being told to, beside a file that is no page.
    var favicon: Asset? {
        addresses["images/favicon.ico"].flatMap { assets[String($0.text.dropFirst("/assets/".count))] }
    }

    func script(_ name: String) -> Asset? {
        addresses["js/\(name)"].flatMap { assets[String($0.text.dropFirst("/assets/".count))] }
    }

    func asset(edition: String, name: String) -> Asset? {
        assets["\(edition)/\(name)"]
    }

    /// The style sheet's parts in the order of its layers; `url(fonts/…)` becomes the checksummed address. Every colour
    /// that goes with the accent is made of it there.
    private static func styleSheet(
        in folder: URL, addresses: [String: Address], accent: Accent?
    ) throws -> [UInt8] {
        var css = "@layer reset, tokens, base, components, pages;\n"
        for layer in ["reset", "tokens", "base", "components", "pages"] {
            css += "@layer \(layer) {\n"
            for file in try files(in: folder.appending(path: layer)) {
                css += String(decoding: file.bytes, as: UTF8.self)
            }
            if layer == "tokens", let accent { css += ":root { --accent: \(accent.hex); }\n" }
            css += "}\n"
        }
        for (name, address) in addresses where name.hasPrefix("fonts/") {
            css = css.replacing("url(\(name))", with: "url(\(address))")
        }
        return Array(css.utf8)
    }

    private static func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
    }

    /// What a file is by its ending; nil for one that is not served, such as a note for whoever works on this.
    private static func type(of name: String) -> String? {
        if name.hasSuffix(".woff2") { return "font/woff2" }
        if name.hasSuffix(".svg") { return "image/svg+xml" }
        if name.hasSuffix(".ico") { return "image/vnd.microsoft.icon" }
        if name.hasSuffix(".txt") { return "text/plain; charset=utf-8" }
        return nil
    }

    private static func checksum(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).prefix(8).hexadecimal
    }
}
