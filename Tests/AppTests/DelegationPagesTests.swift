import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Everybody can read who may decide what in whose place (LGA 1972 s.100G)")
struct DelegationPagesTests {
    private static let grants: KeyValuePairs<String, String> = [
        "power": "Grants of up to £5,000", "from": "Cabinet", "to": "Community safety officer", "limits": "",
        "authority": "LGA 1972 s.101; Council, 14 May 2015", "since": "14/5/2015", "until": "",
    ]
    private let list = "/committees/delegations"
    private let register = "/publications/register-of-delegations"

    @Test("what is entered is told to nobody outside until the register is published, and a change when it is again")
    func published() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            #expect(try await officer.get(list).reading.contains("No power is entered yet"))
            #expect(try await officer.send(Self.grants, to: list).location == list)
            #expect(try await house.visitor.get(register).status == .notFound)
            #expect(try await !house.visitor.get("/decisions").text.contains("register-of-delegations"))

            #expect(try await officer.send(["known": "0"], to: list + "/publication").location == list)
            let page = try await house.visitor.get(register)
            #expect(page.reading.contains("Grants of up to £5,000 Community safety officer None LGA 1972 s.101"))
            #expect(page.reading.contains("Since 14 May 2015"))
            #expect(try await house.visitor.get("/decisions").text.contains(register))

            let row = try await officer.get(list).text
            let end = try #require(row.firstMatch(of: #/\/committees\/delegations\/[^"\/]+\/end/#)).output
            let over = try await officer.send(
                ["until": "31/1/2016", "why": "By Council, minute 9", "revision": "1"], to: String(end))
            #expect(over.location == list)
            #expect(try await officer.get(list).reading.contains("Ended: Grants of up to £5,000"))
            #expect(try await !house.visitor.get(register).reading.contains("No longer"))
            #expect(try await officer.send(["known": "1"], to: list + "/publication").location == list)
            let second = try await house.visitor.get(register).reading
            #expect(second.contains("No longer") && second.contains("until 31 January 2016. By Council, minute 9"))
            #expect(second.contains("Ended: Grants of up to £5,000 (Community safety officer)"))
        }
    }

    @Test("an answer that is missing is asked for at its field, and a last day before the first is refused")
    func wrong() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let empty = try await officer.send(["power": "", "since": "2015"], to: list)
            #expect(empty.status == .unprocessableContent)
            for words in ["Say what may be decided", "Say who may decide", "Enter a day of the calendar"] {
                #expect(empty.reading.contains(words))
            }
            let backwards = try await officer.send(
                [
                    "power": "Bins", "from": "Cabinet", "to": "Officer", "authority": "s.101", "since": "2/2/2016",
                    "until": "1/2/2016",
                ], to: list)
            #expect(backwards.reading.contains("The last day is before the first"))
        }
    }
}
