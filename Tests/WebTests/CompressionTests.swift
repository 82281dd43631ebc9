import Foundation
import HTTPTypes
import ScratchDatabases
import Testing

@testable import Web

@Suite("Text is made smaller for those who can read it so")
struct CompressionTests {
    private let text = Array(String(repeating: "Burglary fell in Thanet. ", count: 400).utf8)

    private func encoding(for acceptEncoding: String?, _ bytes: [UInt8]? = nil, type: String = "text/html") -> String? {
        var headers = HTTPFields()
        headers[.acceptEncoding] = acceptEncoding
        return Compression.coded(bytes ?? text, type: type, for: headers).encoding
    }

    @Test(
        "a reader who takes gzip gets it",
        arguments: [
            "gzip", "GZIP", "gzip, deflate, br", "br, gzip", "deflate,gzip;q=0.5", "gzip ; q=1", "*",
            "br;q=1.0, *;q=0.1",
            "gzip;q=0.001", "identity, gzip",
        ])
    func taken(field: String) {
        #expect(encoding(for: field) == "gzip")
    }

    @Test(
        "a reader who does not gets the text as it is",
        arguments: [
            nil, "", "identity", "br", "deflate, br", "gzip;q=0", "gzip;q=0.0", "gzip; q=0.000", "gzip;Q=0", "*;q=0",
            "gzip;q=0, *", "*, gzip;q=0", "gzipped", "x-gzip-not", ";q=1", ",,",
        ])
    func refused(field: String?) {
        #expect(encoding(for: field) == nil)
    }

    @Test("small answers and pictures already compressed are left alone")
    func notWorthIt() {
        #expect(encoding(for: "gzip", Array(text.prefix(500))) == nil)
        #expect(encoding(for: "gzip", type: "font/woff2") == nil)
        #expect(encoding(for: "gzip", type: "application/pdf") == nil)
        #expect(encoding(for: "gzip", type: "application/json; charset=utf-8") == "gzip")
        #expect(encoding(for: "gzip", type: "image/svg+xml") == "gzip")
        #expect(encoding(for: "gzip", []) == nil)
    }

    @Test("bytes that gzip cannot make smaller go out as they are")
    func incompressible() {
        var chance = SeededChance(seed: 1)
        let noise = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
        #expect(encoding(for: "gzip", noise) == nil)
    }

    @Test("what another program unpacks is what was packed", arguments: [1_400, 1_401, 65_535, 65_536, 300_000])
    func roundTrip(count: Int) async throws {
        var chance = SeededChance(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: 97...105, using: &chance) }
        let coded = Compression.coded(bytes, type: "text/csv", for: [.acceptEncoding: "gzip"])
        #expect(coded.encoding == "gzip")
        #expect(coded.bytes.count < count)
        #expect(try await Tool.run("gzip", ["-dc"], input: coded.bytes) == bytes, "by Debian’s own gzip")
    }
}
