import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Whoever uses the site can have its source, and a browser its icon")
struct LicenceTests {
    @Test("where the operator said where it is, the licence’s page and the foot of every page lead there")
    func told() async throws {
        try await House.open(["sourceCode": "https://code.example.org/f?a=1&b=2"]) { house in
            let link = "href=\"https://code.example.org/f?a=1&amp;b=2\""
            for address in ["/", "/licence", "/nothing"] {
                #expect(try await house.visitor.get(address).text.contains(link), "\(address)")
            }
            let page = try await house.visitor.get("/licence").reading
            #expect(page.contains("It is at https://code.example.org/f?a=1&b=2"))
        }
    }

    @Test("where nobody said, the page says whom to ask")
    func untold() async throws {
        try await House.open { house in
            let page = try await house.visitor.get("/licence").reading
            #expect(page.contains("Ask the partnership whose name stands at the top of the page"))
            #expect(!page.contains("The source code itself"))
        }
    }

    @Test("a browser that looks for the icon by itself finds it")
    func icon() async throws {
        try await House.open { house in
            let icon = try await house.visitor.get("/favicon.ico")
            #expect(icon.status == .ok)
            #expect(icon.headers[.contentType] == "image/vnd.microsoft.icon")
            #expect(icon.bytes.prefix(4) == [0, 0, 1, 0])
        }
    }
}
