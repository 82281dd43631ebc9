import Crypto
import Foundation
import Testing

@testable import Web

@Suite("Style, scripts, typefaces and pictures are there, and may be kept for good")
struct AssetsTests {
    private let assets: Assets

    init() throws {
        assets = try Assets()
    }

    /// Every file that comes with the kit, by its path among the sources.
    private static let files: [String] = {
        let folder = URL(filePath: #filePath + "/../../../Sources/Web/Assets").standardized
        return ["js", "fonts", "images"].flatMap { kind in
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)
            return (names ?? []).filter { !$0.hasSuffix(".md") }.map { "\(kind)/\($0)" }
        }.sorted()
    }()

    private func served(at address: Address) -> Assets.Asset? {
        let steps = address.text.split(separator: "/").map(String.init)
        guard steps.count == 3, steps[0] == "assets" else { return nil }
        return assets.asset(edition: steps[1], name: steps[2])
    }

    @Test("every file has an address, and there it is, told for what it is", arguments: files)
    func resolves(file: String) throws {
        let asset = try #require(served(at: assets.address(of: file)))
        let source = URL(filePath: #filePath + "/../../../Sources/Web/Assets/\(file)").standardized
        #expect(asset.bytes == [UInt8](try Data(contentsOf: source)))
        let types = [
            "js": "text/javascript; charset=utf-8", "woff2": "font/woff2", "svg": "image/svg+xml",
            "txt": "text/plain; charset=utf-8", "ico": "image/vnd.microsoft.icon",
        ]
        #expect(asset.type == types[source.pathExtension])
    }

    @Test("an address changes with the content and with nothing else")
    func checksums() throws {
        let style = try #require(served(at: assets.styleSheet))
        let digest = SHA256.hash(data: style.bytes).prefix(8).map { String(Int($0) + 256, radix: 16).suffix(2) }
            .joined()
        #expect(assets.styleSheet.text == "/assets/\(digest)/frankpledge.css")
        let again = try Assets()
        #expect(again.styleSheet == assets.styleSheet)
        #expect(Self.files.allSatisfy { again.address(of: $0) == assets.address(of: $0) })
        // Scripts import one another by name, so a change in one gives all of them a new address.
        let scripts = Self.files.filter { $0.hasPrefix("js/") }
        #expect(Set(scripts.map { assets.address(of: $0).text.split(separator: "/")[1] }).count == 1)
    }

    @Test("a partnership’s own colour is in the style sheet after the house’s, at an address of its own")
    func accent() throws {
        let own = try Assets(accent: try Accent("#7a1f5c"))
        #expect(own.styleSheet != assets.styleSheet)
        let steps = own.styleSheet.text.split(separator: "/").map(String.init)
        let style = String(decoding: try #require(own.asset(edition: steps[1], name: steps[2])).bytes, as: UTF8.self)
        let house = try #require(style.range(of: "--accent: #1f5673"))
        let partnership = try #require(style.range(of: "--accent: #7a1f5c"))
        #expect(house.lowerBound < partnership.lowerBound)
        #expect(try #require(style.range(of: "@layer base {")).lowerBound > partnership.lowerBound)
    }

    @Test("an old or made-up address leads nowhere")
    func unknown() {
        for (edition, name) in [("0000000000000000", "frankpledge.css"), ("..", "frankpledge.css"), ("", "")] {
            #expect(assets.asset(edition: edition, name: name) == nil)
        }
        #expect(assets.address(of: "js/nothing.js").text == "/")
    }

    @Test("the style sheet takes what it needs from this site, by addresses that lead there")
    func styleSheet() throws {
        let style = String(decoding: try #require(served(at: assets.styleSheet)).bytes, as: UTF8.self)
        let references = style.matches(of: /url\(([^)]*)\)/).map { String($0.output.1) }
        #expect(!references.isEmpty)
        for reference in references {
            let address = try #require(Address(untrusted: reference), "\(reference)")
            #expect(served(at: address) != nil, "\(reference)")
        }
        #expect(!style.contains("@import"))
        #expect(!style.contains("://"))
    }

    @Test("scripts import only what is there")
    func scripts() throws {
        for file in Self.files where file.hasPrefix("js/") {
            let script = String(decoding: try #require(served(at: assets.address(of: file))).bytes, as: UTF8.self)
            for imported in script.matches(of: /from ["']\.\/([^"']+)["']|import\(["']\.\/([^"']+)["']\)/) {
                let name = imported.output.1 ?? imported.output.2 ?? ""
                #expect(served(at: assets.address(of: "js/\(name)")) != nil, "\(file) imports \(name)")
            }
        }
    }
}
