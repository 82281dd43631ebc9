import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Looking changes nothing")
struct ReadingTests {
    @Test("no page, file or picture changes anything on record, whoever opens it")
    func unchanged() async throws {
        try await House.open { house in
            let pages = try await SampleRoutes(house).pages
            let officer = try await house.officer()
            let before = try await house.database.dump()
            #expect(before.count > 20)
            for address in pages + ["/nothing", "/assessment/nowhere"] {
                for browser in [house.visitor, officer, house.forger] {
                    try await browser.get(address)
                    try await browser.ask(.head, address)
                }
            }
            let after = try await house.database.dump()
            #expect(Set(after).symmetricDifference(before) == [])
        }
    }

    @Test("the dump that this is judged by does see a change")
    func dumpSees() async throws {
        try await House.open { house in
            let before = try await house.database.dump()
            _ = try await house.officer()
            #expect(try await house.database.dump() != before)
        }
    }
}
